/** A whole document as a tree of elements. */
import { elementOf, XmlElement } from "./element.js";
import { XmlScanner } from "./scanner.js";

/**
 * Reads a document into its root element.
 *
 * @throws DecodeError `MALFORMED_XML` if it is not well-formed, `LIMIT` if it exceeds the limits of the scanner
 */
export function readElement(text: string): XmlElement {
  // Its one child is the root: the scanner rejects a document without a root, or with two.
  const document = new XmlElement({ namespace: "", local: "" });
  const open = [document];
  const scanner = new XmlScanner({
    startElement(tag) {
      const element = elementOf(tag);
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text(piece) {
      open.at(-1)?.children.push(piece);
    },
    endElement() {
      open.pop();
    },
  });
  scanner.write(text);
  scanner.end();
  const [root] = document.children;
  return root instanceof XmlElement ? root : document;
}
