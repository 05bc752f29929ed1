/** Character data between markup (XML 1.0 §2.4): checked, with LF as line ends (§2.11) and references replaced. */
import { controlIn, withLineFeeds } from "../chars.js";
import { MAX_REFERENCE } from "./limits.js";
import { resolveReferences, undefinedReference } from "./references.js";

/** The reason why a text is not well-formed, and its position. */
export interface TextProblem {
  readonly at: number;
  readonly problem: string;
}

/** Characters for which text needs a check or a change: CR, the end of a CDATA section, characters that XML does not allow. */
const SPECIAL = /[\0-\x08\x0B-\x1F\]\uFFFE\uFFFF]/;

/** The value of text between tags; `undefined` if it has a problem. */
export function textValue(raw: string): string | undefined {
  let text = raw;
  if (SPECIAL.test(raw)) {
    if (raw.includes("]]>") || controlIn(raw) !== -1) return undefined;
    text = withLineFeeds(raw);
  }
  return text.includes("&") ? resolveReferences(text) : text;
}

/** The first problem of text between tags. */
export function textProblem(raw: string): TextProblem | undefined {
  const end = raw.indexOf("]]>");
  const problems = [
    controlProblem(raw),
    undefinedReference(raw),
    end === -1 ? undefined : { at: end, problem: 'text contains "]]>"' },
  ].filter((each) => each !== undefined);
  return problems.sort((one, other) => one.at - other.at)[0];
}

/** The first character that XML does not allow. */
export function controlProblem(raw: string): TextProblem | undefined {
  const at = controlIn(raw);
  return at === -1 ? undefined : { at, problem: "it has a character that XML does not allow" };
}

/** The end of the text that does not depend on the next chunk: a reference, a line end or `]]>` may continue there. */
export function textEnd(buffer: string, from: number): number {
  let end = buffer.length;
  const reference = buffer.lastIndexOf("&");
  const isOpen = reference >= from && buffer.indexOf(";", reference) === -1;
  if (isOpen && end - reference < MAX_REFERENCE) return reference;
  if (buffer.endsWith("\r")) return end - 1;
  while (end > from && end > buffer.length - 2 && buffer[end - 1] === "]") end -= 1;
  return end;
}
