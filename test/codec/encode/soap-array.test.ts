/** The attributes and items of arrays in encoded messages. */
import { describe, expect, it } from "vitest";
import { encodeMessage } from "../../../src/codec/encode/encode.js";
import { attachment, OutgoingParts } from "../../../src/mime/index.js";
import type { ArrayType, MessageSchema, SoapVersion } from "../../../src/schema/index.js";

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const XSD = "http://www.w3.org/2001/XMLSchema";
const ENC = {
  soap11: "http://schemas.xmlsoap.org/soap/encoding/",
  soap12: "http://www.w3.org/2003/05/soap-encoding",
};

const message = (type: ArrayType): MessageSchema => ({
  element: "m",
  namespace: "",
  encoded: true,
  type: { namespace: "", sequence: [{ element: "a", type }] },
});

/** The text of the member `a`. */
const encode = (type: ArrayType, a: unknown, version: SoapVersion = "soap11") =>
  encodeMessage(message(type), { a }, "m", { version })
    .replace(`<m soap:encodingStyle="${ENC[version]}">`, "")
    .replace("</m>", "");

const ints = (brackets: string, more: Partial<ArrayType> = {}): ArrayType => ({
  namespace: "",
  item: { element: "i", type: "int", typeName: "", nillable: true },
  soapArray: `{${XSD}}int${brackets}`,
  ...more,
});
const soapArrayOf = (type: () => ArrayType, soapArray: string): ArrayType => ({
  namespace: "",
  item: { element: "i", type },
  soapArray,
});

const named = ints("[]", { name: "{urn:t}Ints" });
const nested = soapArrayOf(() => named, "{urn:t}Ints[]");
const twice = soapArrayOf(() => nested, "{urn:t}ArrayOfInts[,]");
const recursive: ArrayType = soapArrayOf(() => recursive, "{urn:t}R[]");
const wrapped: ArrayType = {
  namespace: "",
  item: {
    element: "i",
    type: { namespace: "", item: { element: "j", type: "int", typeName: "" } },
  },
  soapArray: "{urn:t}Wrapper[]",
};

const array11 = `${XSI} xmlns:t="${ENC.soap11}" xsi:type="t:Array"`;
const array = (items: string, size: string) =>
  `xmlns:e="${ENC.soap11}" xmlns:i="${items}" e:arrayType="${size}" ${array11}`;

describe("a SOAP array", () => {
  it.each<[string, SoapVersion, ArrayType, value: unknown, xml: string]>([
    [
      "of integers",
      "soap11",
      ints("[]"),
      [1, null],
      `<a ${array(XSD, "i:int[2]")}><i>1</i><i ${XSI} xsi:nil="true" /></a>`,
    ],
    ["without items", "soap11", ints("[]"), [], `<a ${array(XSD, "i:int[0]")}></a>`],
    [
      "of two dimensions",
      "soap11",
      ints("[,]"),
      [
        [1, 2],
        [3, 4],
      ],
      `<a ${array(XSD, "i:int[2,2]")}><i>1</i><i>2</i><i>3</i><i>4</i></a>`,
    ],
    [
      "of two dimensions without items",
      "soap11",
      ints("[,]"),
      [],
      `<a ${array(XSD, "i:int[0,0]")}></a>`,
    ],
    [
      "of three dimensions",
      "soap11",
      ints("[,,]"),
      [[[1, 2]]],
      `<a ${array(XSD, "i:int[1,1,2]")}><i>1</i><i>2</i></a>`,
    ],
    [
      "of a type with markup in its name",
      "soap11",
      ints("", { soapArray: "{urn:<}n[]" }),
      [],
      `<a ${array("urn:&lt;", "i:n[0]")}></a>`,
    ],
    [
      "with a name",
      "soap11",
      named,
      [1],
      `<a xmlns:e="${ENC.soap11}" xmlns:i="${XSD}" e:arrayType="i:int[1]" ${XSI} xmlns:t="urn:t" xsi:type="t:Ints"><i>1</i></a>`,
    ],
    [
      "of arrays",
      "soap11",
      nested,
      [[1], []],
      `<a ${array(XSD, "i:int[][2]")}><i ${array(XSD, "i:int[1]")}><i>1</i></i><i ${array(XSD, "i:int[0]")}></i></a>`,
    ],
    [
      "of arrays of arrays",
      "soap11",
      twice,
      [[[[1]]]],
      `<a ${array(XSD, "i:int[][][1,1]")}><i ${array(XSD, "i:int[][1]")}><i ${array(XSD, "i:int[1]")}><i>1</i></i></i></a>`,
    ],
    ["of arrays of its own type", "soap11", recursive, [], `<a ${array("urn:t", "i:R[][0]")}></a>`],
    [
      "of types with one repeated element",
      "soap11",
      wrapped,
      [[1]],
      `<a ${array("urn:t", "i:Wrapper[1]")}><i><j>1</j></i></a>`,
    ],
    [
      "of integers",
      "soap12",
      ints("[]"),
      [1],
      `<a xmlns:e="${ENC.soap12}" xmlns:i="${XSD}" e:itemType="i:int" e:arraySize="1"><i>1</i></a>`,
    ],
    [
      "of two dimensions",
      "soap12",
      ints("[,]"),
      [[1, 2]],
      `<a xmlns:e="${ENC.soap12}" xmlns:i="${XSD}" e:itemType="i:int" e:arraySize="1 2"><i>1</i><i>2</i></a>`,
    ],
    [
      "with a name",
      "soap12",
      named,
      [],
      `<a xmlns:e="${ENC.soap12}" xmlns:i="${XSD}" e:itemType="i:int" e:arraySize="0" ${XSI} xmlns:t="urn:t" xsi:type="t:Ints"></a>`,
    ],
    [
      "of arrays",
      "soap12",
      ints("[][]"),
      [],
      `<a xmlns:e="${ENC.soap12}" xmlns:i="${XSD}" e:arraySize="0"></a>`,
    ],
  ])("%s is written in %s", (_, version, type, value, xml) => {
    expect(encode(type, value, version)).toBe(xml);
  });

  // Basic Profile 1.1 R2113; PHP's SoapClient writes none either.
  it("has no attributes in a literal message", () => {
    const { encoded, ...literal } = message(ints("[]"));
    expect(encodeMessage(literal, { a: [1] })).toBe("<m><a><i>1</i></a></m>");
    const { encoded: _, ...table } = message(ints("[,]"));
    expect(encodeMessage(table, { a: [[1], [2]] })).toBe("<m><a><i>1</i><i>2</i></a></m>");
    expect(() => encodeMessage(literal, { a: 1 })).toThrow(
      "m/a must be an array, not this number.",
    );
  });

  it("may have parts", () => {
    const parts = new OutgoingParts(undefined);
    const reference = { builtin: "anyURI", as: "Attachment" } as const;
    const type: ArrayType = {
      ...ints("[]"),
      item: { element: "i", type: reference, typeName: "" },
    };
    const content = attachment(Uint8Array.of(1));
    const xml = encodeMessage(message(type), { a: [content] }, "m", { parts });
    expect(xml).toContain(`<i>cid:${parts.list[0]?.contentId}</i>`);
  });

  it.each<[unknown, message: string]>([
    [{ length: 1 }, "m/a must be an array, not an object."],
    [undefined, "m/a is missing: it is required."],
    ["x", "m/a must be an array, not this string."],
    [[1, "x"], "m/a/i must be an integer from -2147483648 to 2147483647, not this string."],
  ])("is not written from %j", (value, error) => {
    expect(() => encode(ints("[]"), value)).toThrow(
      expect.objectContaining({ code: "INVALID_REQUEST", message: error }),
    );
  });
});
