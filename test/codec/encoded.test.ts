/** The SOAP encoding of either version: arrays, and multi-reference values. */
import { describe, expect, it, vi } from "vitest";
import { encodeMessage } from "../../src/codec/encode/encode.js";
import { lexicals } from "../../src/codec/values/builtins.js";
import { wrapEnvelope } from "../../src/protocol/envelope/envelope-text.js";
import type { ArrayType, MessageSchema, TypeReference } from "../../src/schema/index.js";
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

  it.each([
    ["no integer", 'e:arrayType="x:int[1,1e-9]"'],
    ["negative", 'e:arrayType="x:int[-1]"'],
    ["a word", 'e:arrayType="x:int[many]"'],
    ["hexadecimal", 'e:arrayType="x:int[0x2]"'],
    ["infinite", 'e:arrayType="x:int[Infinity]"'],
    ["too long for an integer", `e:arrayType="x:int[${"9".repeat(16)}]"`],
    ["open in the second dimension", 'e:arrayType="x:int[2,]"'],
    ["of too many dimensions", `e:arrayType="x:int[${"1,".repeat(5_000)}1]"`],
  ])("may not have a size that is %s", (_, attributes) => {
    expect(() => read(holding(ints("[,]")), `<a ${attributes}><i>1</i></a>`)).toThrow(
      expect.objectContaining({ code: "INVALID_VALUE", path: "op/a" }),
    );
  });

  it.each(["1,1e-9", "1 2", "* *", "-1 2", "1 2 3"])(
    "may not have the size %s of SOAP 1.2",
    (size) => {
      const xml = `<a e:arraySize="${size}"><i>1</i><i>2</i></a>`;
      const action = () => read(holding(ints("[,]")), xml, "", "soap12");
      if (size === "1 2") expect(action()).toEqual([[1, 2]]);
      else expect(action).toThrow(expect.objectContaining({ code: "INVALID_VALUE" }));
    },
  );

  it.each(["[1e3]", "[-1]", "[]", "[1", "1", "[0,1]", "[ 1 2 ]", "[9999999999999999]"])(
    "may not have an item at %s",
    (place) => {
      for (const xml of [
        `<a e:arrayType="x:int[4]" e:offset="${place}"><i>1</i></a>`,
        `<a e:arrayType="x:int[4]"><i e:position="${place}">1</i></a>`,
      ]) {
        expect(() => read(holding(ints("[]")), xml)).toThrow(
          expect.objectContaining({ code: "INVALID_VALUE", path: "op/a" }),
        );
      }
    },
  );

  it("share one limit of missing items", () => {
    const inner = ints("[]");
    const schema = holding({
      namespace: "",
      soapArray: "{urn:t}X[]",
      item: { element: "i", type: inner },
    });
    const arrays = (count: number) =>
      `<a>${'<i e:arrayType="x:int[250000]" e:offset="[0]"/>'.repeat(count)}</a>`;
    expect(read(schema, arrays(4))).toHaveLength(4);
    expect(() => read(schema, arrays(5))).toThrow(
      expect.objectContaining({ code: "LIMIT", path: "op/a/i" }),
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

  describe("that are null", () => {
    const person = holding({
      namespace: "",
      sequence: [
        { element: "shoe", type: "int", nillable: true },
        { element: "age", type: "int" },
        { element: "pet", type: { namespace: "", sequence: ["name: string"] } },
        { element: "town", type: "string", minOccurs: 0 },
        { element: "nick", type: "string", maxOccurs: "unbounded" },
      ],
    });
    const nil = `xmlns:s="http://www.w3.org/2001/XMLSchema-instance" s:nil="1"`;
    const nobody = { shoe: null, age: null, pet: null, nick: [] };

    it.each<[string, string, unknown]>([
      ["absent", "<a/>", nobody],
      ["nil", `<a><age ${nil}/><pet ${nil}/></a>`, nobody],
      ["nil and optional", `<a><town ${nil}/></a>`, { ...nobody, town: null }],
      ["nil and repeated", `<a><nick ${nil}/><nick>N</nick></a>`, { ...nobody, nick: [null, "N"] }],
      ["nil in a member", "<a><pet/></a>", { ...nobody, pet: { name: null } }],
      ["the whole parameter, nil", `<a ${nil}/>`, null],
      ["the whole parameter, absent", "", null],
    ])("are read: %s", (_, xml, value) => {
      expect(read(person, xml)).toEqual(value);
    });

    it("are an error in a literal message", () => {
      const { encoded, ...literal } = person;
      const error = (code: string, path: string) =>
        expect.objectContaining({ code, path: `op/a/${path}` });
      expect(() => read(literal, "<a><age>1</age></a>")).toThrow(error("MISSING_ELEMENT", "shoe"));
      expect(() => read(literal, `<a><age ${nil}/></a>`)).toThrow(error("INVALID_VALUE", "age"));
      const value = { a: { shoe: 1, age: null, pet: { name: "" }, nick: [] } };
      expect(() => encodeMessage(literal, value)).toThrow("op/a/age may not be null.");
    });

    it.each<[string, unknown, string]>([
      ["a member", { shoe: null, age: null, pet: null, nick: [null] }, "<age"],
      ["an optional member", { shoe: 1, age: 2, pet: null, town: null, nick: [] }, "<town"],
      ["a parameter", null, "<a"],
    ])("are sent as nil: %s", (_, a, tag) => {
      const xml = encodeMessage(person, { a });
      expect(xml).toContain(
        `${tag} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true" />`,
      );
      const { content } = readEnvelope(wrapEnvelope("soap11", xml), { output: person });
      expect(content).toMatchObject({ value: { a } });
    });

    it("may not be omitted from a value that is sent", () => {
      expect(() => encodeMessage(person, { a: { shoe: 1 } })).toThrow("op/a/age is missing");
    });
  });

  it("may be named as the result, as SOAP 1.2 has it", () => {
    const result = '<r:result xmlns:r="http://www.w3.org/2003/05/soap-rpc">a</r:result>';
    const schema = holding("int");
    const body = `<m:op xmlns:m="urn:rpc">${result}<a>7</a></m:op>`;
    const { content, deviations } = readEnvelope(wrapEnvelope("soap12", body), { output: schema });
    expect([content, deviations]).toMatchObject([{ value: { a: 7 } }, []]);
  });

  it("are decoded once, and shared by all references to them", () => {
    const value = read(
      people,
      '<a href="#1"/>',
      '<r id="1"><i href="#2"/><i href="#2"/></r><r id="2"><name>Ann</name></r>',
    );
    expect(value).toEqual([{ name: "Ann" }, { name: "Ann" }]);
    expect(Array.isArray(value) && value[0] === value[1]).toBe(true);
  });

  /** The number of texts that are parsed for a message. */
  function parses(schema: MessageSchema, a: string, beside: string): number {
    const parse = vi.spyOn(lexicals.base64Binary, "parse");
    try {
      read(schema, a, beside);
      return parse.mock.calls.length;
    } finally {
      parse.mockRestore();
    }
  }

  it.each<[string, TypeReference, (length: number) => string]>([
    ["a text", "base64Binary", () => "TWFu"],
    [
      "an object",
      { namespace: "", sequence: [{ element: "b", type: "base64Binary" }] },
      () => "<b>TWFu</b>",
    ],
    [
      "a large array",
      {
        namespace: "",
        soapArray: `{${XSD}}base64Binary[]`,
        item: { element: "i", type: "base64Binary" },
      },
      (length) => "<i>TWFu</i>".repeat(length),
    ],
  ])("cost the sum of targets and references, not their product: %s", (_, type, content) => {
    const schema = holding({
      namespace: "",
      soapArray: "{urn:t}X[]",
      item: { element: "i", type },
    });
    const target = (length: number) => `<r id="t">${content(length)}</r>`;
    const references = (length: number) => `<a>${'<i href="#t"/>'.repeat(length)}</a>`;
    const few = parses(schema, references(1), target(900));
    expect(parses(schema, references(900), target(900))).toBe(few);
  });

  it("may be reached by a long chain of references, many times", () => {
    const links = Array.from({ length: 3_000 }, (_, id) => `<r id="${id}" href="#${id + 1}"/>`);
    const beside = `${links.join("")}<r id="3000">7</r>`;
    const value = read(holding(ints("[]")), `<a>${'<i href="#0"/>'.repeat(3_000)}</a>`, beside);
    expect(value).toEqual(Array.from({ length: 3_000 }, () => 7));
  });

  it("of any type share the content of their target", () => {
    const schema = holding({
      namespace: "",
      sequence: [{ any: "##any", member: "any", maxOccurs: "unbounded" }],
    });
    const doubling = Array.from(
      { length: 15 },
      (_, id) => `<r id="${id}"><x href="#${id + 1}"/><y href="#${id + 1}"/></r>`,
    );
    const beside = `${doubling.join("")}<r id="15">end</r>`;
    const value = read(schema, '<a><p href="#0"/><q href="#0"/></a>', beside);
    if (typeof value !== "object" || value === null || !("any" in value)) throw new Error();
    if (!Array.isArray(value.any)) throw new Error();
    const [p, q] = value.any;
    expect([p.name.local, q.name.local]).toEqual(["p", "q"]);
    expect(p.children).toBe(q.children);
    expect(p.children[0].children).toBe(p.children[1].children);
    expect(p.text).toBe("end".repeat(2 ** 15));
  });

  it("may not nest deeper by way of a shared target", () => {
    // The first reference is near, the second one as deep as the target is high.
    const links = (from: number, to: number, end: string) =>
      Array.from({ length: to - from }, (_, index) => {
        const id = from + index;
        return `<r id="${id}"><i href="${id + 1 === to ? end : `#${id + 1}`}"/></r>`;
      }).join("");
    const nested: ArrayType = {
      namespace: "",
      soapArray: "{urn:t}X[]",
      item: { element: "i", type: () => nested },
    };
    const beside = `${links(0, 150, "#200")}<r id="200"/>${links(300, 400, "#0")}`;
    const both = '<a><i href="#0"/><i href="#300"/></a>';
    expect(() => read(holding(nested), both, beside)).toThrow(
      expect.objectContaining({ code: "LIMIT" }),
    );
    expect(() => read(holding(nested), '<a><i href="#0"/></a>', beside)).not.toThrow();
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
