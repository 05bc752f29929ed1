/** A whole document as a tree of elements. */
import { XmlElement } from "./element.js";
import { ElementBuilder } from "./element-builder.js";
import { XmlScanner } from "./scanner.js";

/**
 * Reads a document into its root element.
 *
 * @throws DecodeError `MALFORMED_XML` if it is not well-formed, `LIMIT` if it exceeds the limits of the scanner
 */
export function readElement(text: string): XmlElement {
  const builder = new ElementBuilder();
  // The scanner rejects a document without a root, or with two.
  let root = new XmlElement({ namespace: "", local: "" });
  const scanner = new XmlScanner({
    startElement: (tag) => builder.start(tag),
    text: (piece) => builder.text(piece),
    endElement() {
      root = builder.end();
    },
  });
  scanner.write(text);
  scanner.end();
  return root;
}
