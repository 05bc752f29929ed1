/** Values as .NET reads and writes them, of types beyond those of the contract. */
import { describe, expect, it } from "vitest";
import { readEnvelope } from "../../src/simulator/asmx/read-envelope.js";
import { readSequence } from "../../src/simulator/asmx/read-values.js";
import { writeMessage } from "../../src/simulator/asmx/write-values.js";
import type { ComplexType } from "../../src/soap/index.js";
import { envelope11 } from "./raw.js";

const namespace = "urn:t";
const inner: ComplexType = {
  namespace,
  sequence: [{ element: "sName", type: "string", minOccurs: 0 }],
};
const type: ComplexType = {
  namespace,
  sequence: [
    { element: "iCount", type: "int" },
    { element: "bOn", type: "boolean" },
    { element: "dAt", type: "dateTime" },
    { element: "eKind", type: { enumeration: { first: "first", "light-blue": "light-blue" } } },
    { element: "sText", type: "string", minOccurs: 0 },
    { element: "oInner", type: inner, minOccurs: 0 },
    {
      element: "aTexts",
      minOccurs: 0,
      type: {
        namespace,
        item: {
          element: "string",
          type: "string",
          minOccurs: 0,
          nillable: true,
          maxOccurs: "unbounded",
        },
      },
    },
  ],
};

function read(content: string) {
  const { body } = readEnvelope(
    Buffer.from(envelope11(`<m xmlns="urn:t">${content}</m>`)),
    "text/xml",
  );
  return readSequence(type, body);
}

const none = {
  iCount: 0,
  bOn: false,
  dAt: "0001-01-01T00:00:00",
  eKind: "first",
  sText: undefined,
  oInner: undefined,
  aTexts: undefined,
};

describe("reading", () => {
  it.each<[string, string, object]>([
    ["nothing", "", {}],
    ["an empty string", "<sText/>", { sText: "" }],
    ["white space of a string", "<sText> a\n</sText>", { sText: " a\n" }],
    ["nil for a string", '<sText xsi:nil="true"/>', { sText: "" }],
    ["nil for an object", '<oInner xsi:nil="1"/>', { oInner: undefined }],
    [
      "an xsi:type, which is passed over",
      '<iCount xsi:type="xsd:string">7</iCount>',
      { iCount: 7 },
    ],
    [
      "CDATA and references",
      "<sText>a<![CDATA[<b>]]>&amp;&#233;&#13;</sText>",
      { sText: "a<b>&é\r" },
    ],
    ["a negative number", "<iCount>-2147483648</iCount>", { iCount: -2_147_483_648 }],
    ["1 for true", "<bOn> 1 </bOn>", { bOn: true }],
    [
      "a time with an offset",
      "<dAt>2026-01-02T03:04:05.6+01:00</dAt>",
      { dAt: "2026-01-02T03:04:05.6+01:00" },
    ],
    ["a value with a hyphen", "<eKind>light-blue</eKind>", { eKind: "light-blue" }],
    ["an object", "<oInner><sName>n</sName><x/></oInner>", { oInner: { sName: "n" } }],
    [
      "an array with null and empty items",
      '<aTexts><string>a</string><string xsi:nil="true"/><string/><x/></aTexts>',
      { aTexts: ["a", null, ""] },
    ],
    ["the first of repeated ones", "<iCount>1</iCount><iCount>2</iCount>", { iCount: 1 }],
    ["those of another namespace as unknown", '<iCount xmlns="">1</iCount>', {}],
  ])("takes %s", (_, content, expected) => {
    expect(read(content)).toEqual({ ...none, ...expected });
  });

  it.each([
    ["nil for a number", '<iCount xsi:nil="true"/>', "Input string was not in a correct format."],
    ["nil for a boolean", '<bOn xsi:nil="true"/>', "The string '' is not a valid Boolean value."],
    ["a fraction", "<iCount>1.0</iCount>", "Input string was not in a correct format."],
    ["TRUE", "<bOn>TRUE</bOn>", "The string 'TRUE' is not a valid Boolean value."],
    ["a date without a time", "<dAt>2026-01-02</dAt>", "not a valid AllXsd value"],
    ["an empty enumeration", "<eKind/>", "'' is not a valid value"],
  ])("refuses %s", (_, content, reason) => {
    expect(() => read(content)).toThrow(reason);
  });

  it.each([
    ["iso-8859-1", "latin1"],
    ["utf-16", "utf16le"],
  ] as const)("takes %s", (charset, encoding) => {
    const text = envelope11('<m xmlns="urn:t"><sText>é</sText></m>').replace("utf-8", charset);
    const bytes = Buffer.from(charset === "utf-16" ? `\ufeff${text}` : text, encoding);
    for (const contentType of ["text/xml", `text/xml; charset=${charset}`]) {
      const { body } = readEnvelope(bytes, contentType);
      expect(readSequence(type, body)).toMatchObject({ sText: "é" });
    }
  });
});

describe("writing", () => {
  const write = (values: object) =>
    writeMessage({ element: "r", namespace, type }, { ...values }).replace(
      /^<r xmlns="urn:t"><iCount>0<\/iCount><bOn>false<\/bOn><dAt>0001-01-01T00:00:00<\/dAt><eKind>first<\/eKind>|<\/r>$/g,
      "",
    );

  it.each<[string, object, string]>([
    ["null, which is left out", {}, ""],
    ["an empty string", { sText: "" }, "<sText />"],
    ["markup", { sText: 'a<b>&"' }, '<sText>a&lt;b&gt;&amp;"</sText>'],
    ["a CR as it is", { sText: "a\r\nb" }, "<sText>a\r\nb</sText>"],
    ["an object with nothing in it", { oInner: {} }, "<oInner />"],
    ["an empty array", { aTexts: [] }, "<aTexts />"],
    [
      "null in an array",
      { aTexts: ["a", null, ""] },
      '<aTexts><string>a</string><string xsi:nil="true" /><string /></aTexts>',
    ],
  ])("has %s", (_, values, xml) => {
    expect(write(values)).toBe(xml);
  });

  it("has the defaults of values that are never null, in the contract's order", () => {
    const whole = writeMessage({ element: "r", namespace, type }, { bOn: true, iCount: 3 });
    expect(whole).toBe(
      '<r xmlns="urn:t"><iCount>3</iCount><bOn>true</bOn><dAt>0001-01-01T00:00:00</dAt><eKind>first</eKind></r>',
    );
    const empty = { element: "r", namespace, type: { namespace, sequence: [] } };
    expect(writeMessage(empty, {})).toBe('<r xmlns="urn:t" />');
  });
});
