/** The choices that XML leaves to its writer. */
import { escapeText } from "../../xml/index.js";

export interface XmlStyle {
  /** Whether an element without content is one tag, `<a />`, instead of `<a></a>`. */
  readonly emptyTags: boolean;
  /** Whether each tag with an `xsi:` attribute declares the prefix; if not, the envelope has to. */
  readonly declaresXsi: boolean;
  /** Whether a CR in the text of an element is written as a reference; if not, a reader changes it to a LF. */
  readonly escapesCr: boolean;
}

export const DEFAULT_STYLE: XmlStyle = { emptyTags: false, declaresXsi: true, escapesCr: true };

/** The function that escapes the text of elements. */
export function textEscape({ escapesCr }: XmlStyle): (text: string) => string {
  return escapesCr ? escapeText : (text) => escapeText(text).replaceAll("&#13;", "\r");
}
