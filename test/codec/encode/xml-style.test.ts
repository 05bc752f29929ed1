import { describe, expect, it } from "vitest";
import { encodeMessage } from "../../../src/codec/encode/encode.js";
import { DEFAULT_STYLE, type XmlStyle } from "../../../src/codec/encode/xml-style.js";
import type { ComplexType, MessageSchema } from "../../../src/schema/index.js";
import { XmlElement } from "../../../src/xml/index.js";

const namespace = "urn:t";
const named = { name: "{urn:t}base", namespace } as const;
const derived: ComplexType = {
  name: "{urn:t}derived",
  namespace,
  sequence: [{ element: "b", type: "int", minOccurs: 0 }],
};
const base: ComplexType = {
  ...named,
  sequence: [],
  types: () => ({ base, derived }),
};
const message: MessageSchema = {
  element: "m",
  namespace,
  type: {
    namespace,
    sequence: [
      { element: "text", type: "string", minOccurs: 0 },
      { element: "nil", type: "string", minOccurs: 0, nillable: true },
      { element: "object", type: base, minOccurs: 0 },
      { element: "qname", type: "QName", minOccurs: 0 },
      { any: "##any", member: "any", minOccurs: 0 },
    ],
  },
};

const dotNet: XmlStyle = { emptyTags: true, declaresXsi: false, escapesCr: false };
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

describe("the style of encoded text", () => {
  it.each<[string, object, string, string]>([
    ["no content", {}, "", ""],
    ["an empty text", { text: "" }, "<text></text>", "<text />"],
    ["a nil", { nil: null }, `<nil ${XSI} xsi:nil="true" />`, '<nil xsi:nil="true" />'],
    [
      "a derived type without content",
      { object: { $type: "derived" } },
      `<object ${XSI} xmlns:t="urn:t" xsi:type="t:derived"></object>`,
      '<object xmlns:t="urn:t" xsi:type="t:derived" />',
    ],
    [
      "a CR in a text",
      { text: "a\r\nb&" },
      "<text>a&#13;\nb&amp;</text>",
      "<text>a\r\nb&amp;</text>",
    ],
    [
      "markup in a text",
      { text: "></a>" },
      "<text>&gt;&lt;/a&gt;</text>",
      "<text>&gt;&lt;/a&gt;</text>",
    ],
    [
      "an element without a schema",
      { any: new XmlElement({ namespace, local: "x" }) },
      "<x/>",
      "<x/>",
    ],
  ])("%s", (_what, value, byDefault, asDotNet) => {
    const wrapped = (content: string, empty: string) =>
      content === "" ? empty : `<m xmlns="urn:t">${content}</m>`;
    expect(encodeMessage(message, value)).toBe(wrapped(byDefault, '<m xmlns="urn:t"></m>'));
    expect(encodeMessage(message, value, "m", { style: DEFAULT_STYLE })).toBe(
      encodeMessage(message, value),
    );
    expect(encodeMessage(message, value, "m", { style: dotNet })).toBe(
      wrapped(asDotNet, '<m xmlns="urn:t" />'),
    );
  });
});
