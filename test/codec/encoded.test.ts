/** The SOAP encoding of either version: arrays, and multi-reference values. */
import { describe, expect, it } from "vitest";
import { encodeMessage } from "../../src/codec/encode/encode.js";
import { wrapEnvelope } from "../../src/protocol/envelope/envelope-text.js";
import type { MessageSchema, TypeReference } from "../../src/schema/index.js";
import { ENCODING_NAMESPACE, type SoapVersion } from "../../src/schema/soap-version.js";
import { readEnvelope } from "./read-envelope.js";

const XSD = "http://www.w3.org/2001/XMLSchema";

const holding = (type: TypeReference): MessageSchema => ({
  element: "op",
  namespace: "urn:rpc",
  encoded: true,
  type: { namespace: "", sequence: [{ element: "a", type }] },
});

/** @param brackets `[]`, `[,]` */
const ints = (brackets: string) =>
  ({
    namespace: "",
    item: { element: "item", type: "int", nillable: true },
    soapArray: `{${XSD}}int${brackets}`,
  }) as const;

/** The value of `a` in the response; elements beside the wrapper can be referred to. */
function read(schema: MessageSchema, a: string, beside = "", version: SoapVersion = "soap11") {
  const body = `<m:op xmlns:m="urn:rpc" xmlns:e="${ENCODING_NAMESPACE[version]}" xmlns:x="${XSD}">${a}</m:op>${beside}`;
  const { content, deviations } = readEnvelope(wrapEnvelope(version, body), { output: schema });
  if (content.kind === "fault") throw new Error(content.fault.reason);
  expect(deviations).toEqual([]);
  return content.value?.a;
}

describe("SOAP arrays", () => {
  it.each<[SoapVersion, string, unknown, string]>([
    ["soap11", "[]", [1, null, 3], 'e:arrayType="i:int[3]"'],
    [
      "soap11",
      "[,]",
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      'e:arrayType="i:int[2,3]"',
    ],
    ["soap12", "[]", [1, null, 3], 'e:itemType="i:int" e:arraySize="3"'],
    [
      "soap12",
      "[,]",
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      'e:itemType="i:int" e:arraySize="2 3"',
    ],
  ])("are written as SOAP %s has them, and read back", (version, brackets, a, attributes) => {
    const schema = holding(ints(brackets));
    const xml = encodeMessage(schema, { a }, "op", { version });
    expect(xml).toContain(`soap:encodingStyle="${ENCODING_NAMESPACE[version]}"`);
    expect(xml).toContain(`xmlns:e="${ENCODING_NAMESPACE[version]}"`);
    expect(xml).toContain(attributes);
    expect(xml.includes("Array")).toBe(version === "soap11");
    const { content } = readEnvelope(wrapEnvelope(version, xml), { output: schema });
    expect(content).toMatchObject({ value: { a } });
  });

  it.each<[string, string, string, unknown]>([
    [
      "by position",
      "[]",
      'e:arrayType="x:int[5]"><i e:position="[1]">7</i><i e:position="[3]">8</i>',
      [null, 7, null, 8, null],
    ],
    [
      "by offset",
      "[]",
      'e:arrayType="x:int[4]" e:offset="[2]"><i>7</i><i>8</i>',
      [null, null, 7, 8],
    ],
    ["without a size", "[]", 'e:arrayType="x:int[]" e:offset="[1]"><i>7</i>', [null, 7]],
    [
      "a position among others",
      "[]",
      'e:arrayType="x:int[4]"><i>1</i><i e:position="[2]">2</i><i>3</i>',
      [1, null, 2, 3],
    ],
    [
      "in two dimensions",
      "[,]",
      'e:arrayType="x:int[2,3]"><i e:position="[0,1]">7</i><i e:position="[1,2]">8</i>',
      [
        [null, 7, null],
        [null, null, 8],
      ],
    ],
    ["not, where they only say their size", "[]", 'e:arrayType="x:int[9]"><i>7</i>', [7]],
  ])("are sparse: %s", (_, brackets, xml, value) => {
    expect(read(holding(ints(brackets)), `<a ${xml}</a>`)).toEqual(value);
  });

  it.each([
    'e:arrayType="x:int[4000000000]" e:offset="[0]"><i>1</i>',
    'e:arrayType="x:int[]"><i e:position="[4000000000]">1</i>',
    'e:arrayType="x:int[]" e:offset="[1000000]"><i>1</i>',
  ])("may not expand: %s", (xml) => {
    expect(() => read(holding(ints("[]")), `<a ${xml}</a>`)).toThrow(
      expect.objectContaining({ code: "LIMIT", path: "op/a" }),
    );
  });

  it.each<[SoapVersion, string]>([
    ["soap11", 'xmlns:i="http://www.w3.org/2001/XMLSchema" e:arrayType="i:int[][2]"'],
    ["soap12", 'xmlns:i="urn:t" e:itemType="i:ArrayOfInt" e:arraySize="2"'],
  ])(
    "of arrays are named for the innermost items, as .NET does, in SOAP %s",
    (version, attributes) => {
      const type = { ...ints("[]"), name: "{urn:t}ArrayOfInt" };
      const schema = holding({
        namespace: "",
        item: { element: "item", type },
        soapArray: "{urn:t}ArrayOfInt[]",
      });
      const value = { a: [[1], [2, 3]] };
      const xml = encodeMessage(schema, value, "op", { version });
      expect(xml).toContain(attributes);
      const { content } = readEnvelope(wrapEnvelope(version, xml), { output: schema });
      expect(content).toMatchObject({ value });
    },
  );

  it("have a size of any length in their first dimension, in SOAP 1.2", () => {
    const xml = '<a e:itemType="x:int" e:arraySize="* 2"><i>1</i><i>2</i><i>3</i><i>4</i></a>';
    expect(read(holding(ints("[,]")), xml, "", "soap12")).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});

describe("values", () => {
  const people = holding({
    namespace: "",
    soapArray: "{urn:t}Person[]",
    item: {
      element: "item",
      nillable: true,
      type: { namespace: "", sequence: [{ element: "name", type: "string" }] },
    },
  });

  it.each<[SoapVersion, string, string]>([
    [
      "soap11",
      '<a href="#1"/>',
      '<r id="1" e:arrayType="t:Person[2]" xmlns:e="http://schemas.xmlsoap.org/soap/encoding/"><i href="#2"/><i href="#2"/></r><r id="2"><name href="#3"/></r><r id="3">Ann</r>',
    ],
    ["soap12", '<a e:arraySize="2"><i e:id="p"><name>Ann</name></i><i e:ref="p"/></a>', ""],
    ["soap12", '<a e:arraySize="2"><i e:id="p"><name>Ann</name></i><i e:ref="#p"/></a>', ""],
  ])("may be elsewhere in the Body, as SOAP %s defines", (version, a, beside) => {
    expect(read(people, a, beside, version)).toEqual([{ name: "Ann" }, { name: "Ann" }]);
  });

  it.each([
    ["each other for ever", '<r id="1" href="#2"/><r id="2" href="#1"/>'],
    ["what is not there", '<r id="2"/>'],
  ])("may not refer to %s", (_, beside) => {
    expect(() => read(people, '<a href="#1"/>', beside)).toThrow(
      expect.objectContaining({ code: "INVALID_VALUE", path: "a" }),
    );
  });

  it("are null if absent and nullable, and required otherwise", () => {
    const person = holding({
      namespace: "",
      sequence: [
        { element: "shoe", type: "int", nillable: true },
        { element: "age", type: "int" },
      ],
    });
    expect(read(person, "<a><age>1</age></a>")).toEqual({ shoe: null, age: 1 });
    const { encoded, ...literal } = person;
    const missing = (path: string) =>
      expect.objectContaining({ code: "MISSING_ELEMENT", path: `op/a/${path}` });
    expect(() => read(person, "<a/>")).toThrow(missing("age"));
    expect(() => read(literal, "<a><age>1</age></a>")).toThrow(missing("shoe"));
  });

  it("may be named as the result, as SOAP 1.2 has it", () => {
    const result = '<r:result xmlns:r="http://www.w3.org/2003/05/soap-rpc">a</r:result>';
    const schema = holding("int");
    const body = `<m:op xmlns:m="urn:rpc">${result}<a>7</a></m:op>`;
    const { content, deviations } = readEnvelope(wrapEnvelope("soap12", body), { output: schema });
    expect([content, deviations]).toMatchObject([{ value: { a: 7 } }, []]);
  });

  it("may not nest endlessly through references", () => {
    const chain = Array.from(
      { length: 20_000 },
      (_, id) => `<r id="${id}"><x href="#${id + 1}"/></r>`,
    );
    const beside = `${chain.join("")}<r id="20000"/>`;
    expect(() => read(people, '<a href="#0"/>', beside)).toThrow(
      expect.objectContaining({ code: "LIMIT" }),
    );
  });

  it("may not multiply through references", () => {
    const ten = (id: number) => `<i href="#${id}"/>`.repeat(10);
    const levels = Array.from({ length: 9 }, (_, id) => `<r id="${id}">${ten(id + 1)}</r>`);
    let nested: TypeReference = ints("[]");
    for (let depth = 0; depth < 9; depth++) {
      const type: TypeReference = nested;
      nested = { namespace: "", soapArray: "{urn:t}X[]", item: { element: "i", type } };
    }
    const bomb = `${levels.join("")}<r id="9">1</r>`;
    expect(() => read(holding(nested), '<a href="#0"/>', bomb)).toThrow(
      expect.objectContaining({ code: "LIMIT" }),
    );
  });
});
