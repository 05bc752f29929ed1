import { expect, it } from "vitest";
import { XmlElement } from "../../src/xml/element.js";
import { XMLNS_NAMESPACE, XSI_NAMESPACE } from "../../src/xml/scope.js";
import { xmlElementContent, xmlElementText } from "../../src/xml/write-element.js";

const typed = new XmlElement(
  { namespace: "urn:a", local: "thing" },
  [
    { name: { namespace: XSI_NAMESPACE, local: "type" }, value: "x:int" },
    { name: { namespace: XMLNS_NAMESPACE, local: "x" }, value: "urn:types" },
    { name: { namespace: XMLNS_NAMESPACE, local: "xmlns" }, value: "urn:elsewhere" },
  ],
  ["42"],
);

it("declares the prefixes that an element was made with, once", () => {
  const declared = `xmlns:x="urn:types"`;
  const type = `xmlns:a2="${XSI_NAMESPACE}" a2:type="x:int"`;
  expect(xmlElementText(typed, "urn:a")).toBe(`<thing ${declared} ${type}>42</thing>`);
  expect(xmlElementContent(typed, "urn:a", "thing")).toEqual({
    attributes: ` ${declared} ${type}`,
    text: "42",
  });
});
