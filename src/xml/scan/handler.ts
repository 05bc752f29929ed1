/** The receiver of the content of a document. */
import type { StartTag } from "../scope.js";

/** Gets the content of a document. */
export interface XmlHandler {
  startElement(tag: StartTag): void;
  /** Character data with references replaced; one text may come in several calls. */
  text(text: string): void;
  endElement(): void;
}
