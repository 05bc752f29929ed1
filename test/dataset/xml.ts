/** XML of the tests to elements, without the rest of the runtime. */
import { XmlElement } from "../../src/xml/element.js";
import { XmlScanner } from "../../src/xml/scanner.js";

/** The root element of a document. */
export function parse(xml: string): XmlElement {
  const around = new XmlElement({ namespace: "", local: "" });
  const open = [around];
  const scanner = new XmlScanner({
    startElement(name, attributes, scope) {
      const element = new XmlElement(name, attributes, [], scope);
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text(text) {
      open.at(-1)?.children.push(text);
    },
    endElement() {
      open.pop();
    },
  });
  scanner.write(xml);
  scanner.end();
  const root = around.children[0];
  if (!(root instanceof XmlElement)) throw new Error("no root");
  return root;
}
