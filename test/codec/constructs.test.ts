/** Each construct of XML Schema on the wire, encoded and decoded. */
import { describe, expect, it } from "vitest";
import { encodeMessage } from "../../src/codec/encode/encode.js";
import { wrapEnvelope } from "../../src/protocol/envelope/envelope-text.js";
import type {
  ComplexType,
  ElementSchema,
  MessageSchema,
  PartsSchema,
} from "../../src/schema/index.js";
import { XmlElement } from "../../src/xml/element.js";
import { readEnvelope } from "./read-envelope.js";

const ns = "urn:test";
const XSI = "http://www.w3.org/2001/XMLSchema-instance";

interface Decoded {
  readonly value: unknown;
  readonly deviations: readonly string[];
}

function decode(output: MessageSchema | PartsSchema, body: string): Decoded {
  const { content, deviations } = readEnvelope(wrapEnvelope("soap11", body), { output });
  if (content.kind === "fault") throw new Error("A fault was not expected.");
  return { value: content.value, deviations };
}

const message = (type: Omit<ComplexType, "namespace">, namespace = ns): MessageSchema => ({
  element: "m",
  namespace: ns,
  type: { namespace, ...type },
});

const int = (element: string, more: Partial<ElementSchema> = {}): ElementSchema => ({
  element,
  type: "int",
  ...more,
});

const Shape: ComplexType = {
  name: `{${ns}}Shape`,
  namespace: ns,
  sequence: [{ element: "name", type: "string" }],
  types: () => ({ Shape, Circle }),
};
const Circle: ComplexType = {
  name: `{${ns}}Circle`,
  extends: () => Shape,
  namespace: ns,
  sequence: [int("radius")],
};
const Abstract: ComplexType = { namespace: ns, sequence: [], types: () => ({ Circle }) };

interface Case {
  readonly what: string;
  readonly type: Omit<ComplexType, "namespace">;
  readonly namespace?: string;
  readonly value: object;
  /** The content of `<m xmlns="urn:test">`, preceded by its attributes if the text begins with a blank. */
  readonly xml: string;
}

const cases: readonly Case[] = [
  {
    what: "attributes beside elements",
    type: {
      sequence: [int("id")],
      attributes: [
        { attribute: "lang", type: "string", required: true },
        { attribute: "id", member: "$id", type: "long" },
      ],
    },
    value: { id: 1, lang: "a\tb", $id: 5n },
    xml: ' lang="a&#9;b" id="5"><id>1</id>',
  },
  {
    what: "a qualified attribute",
    type: { sequence: [], attributes: [{ attribute: "a", namespace: "urn:x", type: "boolean" }] },
    value: { a: true },
    xml: ' xmlns:q1="urn:x" q1:a="true">',
  },
  {
    what: "further attributes",
    type: { sequence: [], anyAttribute: true },
    value: { $attributes: { plain: "1", "{urn:x}b": "2" } },
    xml: ' xmlns:q1="urn:x" plain="1" q1:b="2">',
  },
  {
    what: "simple content",
    type: { value: "decimal", attributes: [{ attribute: "currency", type: "string" }] },
    value: { $value: "1.50", currency: "EUR" },
    xml: ' currency="EUR">1.50',
  },
  {
    what: "one arm of a choice",
    type: { sequence: [int("a"), { choice: [int("b"), { element: "c", type: "string" }] }] },
    value: { a: 1, c: "x" },
    xml: "><a>1</a><c>x</c>",
  },
  {
    what: "no arm of an optional choice",
    type: { sequence: [{ choice: [int("b"), int("c")], minOccurs: 0 }] },
    value: {},
    xml: ">",
  },
  {
    what: "an arm of several elements",
    type: {
      sequence: [{ choice: [{ sequence: [int("a"), int("b", { minOccurs: 0 })] }, int("c")] }],
    },
    value: { a: 1, b: 2 },
    xml: "><a>1</a><b>2</b>",
  },
  {
    what: "arms that begin alike",
    type: {
      sequence: [
        { choice: [{ sequence: [int("a"), int("b")] }, { sequence: [int("a"), int("c")] }] },
      ],
    },
    value: { a: 1, c: 2 },
    xml: "><a>1</a><c>2</c>",
  },
  {
    what: "a repeated choice in the order of the wire",
    type: {
      sequence: [
        {
          choice: [int("a"), { element: "b", type: "string" }],
          member: "$choice",
          minOccurs: 0,
          maxOccurs: "unbounded",
        },
      ],
    },
    value: { $choice: [{ b: "x" }, { a: 1 }, { a: 2 }, { b: "y" }] },
    xml: "><b>x</b><a>1</a><a>2</a><b>y</b>",
  },
  {
    what: "a repeated sequence",
    type: {
      sequence: [
        int("count"),
        {
          sequence: [
            int("a"),
            int("b", { minOccurs: 0 }),
            int("c", { minOccurs: 0, maxOccurs: "unbounded" }),
          ],
          member: "$sequence",
          maxOccurs: "unbounded",
        },
      ],
    },
    value: { count: 9, $sequence: [{ a: 1, c: [1, 2] }, { a: 2, b: 3 }, { a: 4 }] },
    xml: "><count>9</count><a>1</a><c>1</c><c>2</c><a>2</a><b>3</b><a>4</a>",
  },
  {
    what: "a repeated choice whose arms are sequences",
    type: {
      sequence: [
        {
          choice: [
            { sequence: [int("a"), int("b", { minOccurs: 0 })] },
            { sequence: [int("c"), int("d")] },
          ],
          member: "$choice",
          maxOccurs: "unbounded",
        },
      ],
    },
    value: { $choice: [{ a: 1 }, { a: 2, b: 3 }, { c: 4, d: 5 }, { c: 6, d: 7 }] },
    xml: "><a>1</a><a>2</a><b>3</b><c>4</c><d>5</d><c>6</c><d>7</d>",
  },
  {
    what: "a repeated group in a repeated group",
    type: {
      sequence: [
        {
          sequence: [
            int("a"),
            {
              choice: [int("b"), int("c")],
              member: "$choice",
              minOccurs: 0,
              maxOccurs: "unbounded",
            },
          ],
          member: "$sequence",
          maxOccurs: "unbounded",
        },
      ],
    },
    value: {
      $sequence: [{ a: 1, $choice: [{ b: 2 }, { c: 3 }] }, { a: 4 }, { a: 5, $choice: [{ b: 6 }] }],
    },
    xml: "><a>1</a><b>2</b><c>3</c><a>4</a><a>5</a><b>6</b>",
  },
  {
    what: "a choice in a repeated sequence",
    type: {
      sequence: [
        {
          sequence: [{ choice: [int("a"), int("b")] }, int("c", { minOccurs: 0 })],
          member: "$sequence",
          maxOccurs: "unbounded",
        },
      ],
    },
    value: { $sequence: [{ a: 1 }, { b: 2 }, { a: 3, c: 4 }, { b: 5, c: 6 }] },
    xml: "><a>1</a><b>2</b><a>3</a><c>4</c><b>5</b><c>6</c>",
  },
  {
    what: "a choice of arms that begin alike in a repeated sequence",
    type: {
      sequence: [
        {
          sequence: [
            { choice: [{ sequence: [int("a"), int("b")] }, { sequence: [int("a"), int("c")] }] },
          ],
          member: "$sequence",
          maxOccurs: "unbounded",
        },
      ],
    },
    value: {
      $sequence: [
        { a: 1, b: 2 },
        { a: 3, c: 4 },
        { a: 5, c: 6 },
      ],
    },
    xml: "><a>1</a><b>2</b><a>3</a><c>4</c><a>5</a><c>6</c>",
  },
  {
    what: "all, in any order",
    type: { all: [int("a"), int("b", { minOccurs: 0 })] },
    value: { a: 1, b: 2 },
    xml: "><a>1</a><b>2</b>",
  },
  {
    what: "mixed content",
    type: { content: [int("b"), { any: "##other urn:test", member: "$any" }], mixed: true },
    value: { $content: ["one ", { b: 2 }, " three ", { b: 4 }] },
    xml: ">one <b>2</b> three <b>4</b>",
  },
  {
    what: "a base with nothing added",
    type: { sequence: [{ element: "s", type: Shape }] },
    value: { s: { name: "x" } },
    xml: "><s><name>x</name></s>",
  },
  {
    what: "a derived type in the place of its base",
    type: { sequence: [{ element: "s", type: Shape, maxOccurs: "unbounded" }] },
    value: { s: [{ $type: "Circle", name: "x", radius: 2 }, { name: "y" }] },
    xml: `><s xmlns:xsi="${XSI}" xmlns:t="urn:test" xsi:type="t:Circle"><name>x</name><radius>2</radius></s><s><name>y</name></s>`,
  },
  {
    what: "elements of another namespace",
    type: {
      sequence: [
        int("a"),
        int("a", { namespace: "urn:x", member: "$a" }),
        int("u", { namespace: "" }),
      ],
    },
    value: { a: 1, $a: 2, u: 3 },
    xml: '><a>1</a><a xmlns="urn:x">2</a><u xmlns="">3</u>',
  },
  {
    what: "lists and unions",
    type: {
      sequence: [
        { element: "l", type: { list: "int" } },
        {
          element: "u",
          type: { union: ["int", { enumeration: { Many: "many" } }] },
          maxOccurs: "unbounded",
        },
      ],
    },
    value: { l: [1, 2, 3], u: [5, "many"] },
    xml: "><l>1 2 3</l><u>5</u><u>many</u>",
  },
  {
    what: "names as values",
    type: {
      sequence: [{ element: "q", type: "QName" }],
      attributes: [{ attribute: "r", type: "QName" }],
    },
    value: { q: "{urn:x}local", r: "{urn:y}other" },
    xml: ' xmlns:q1="urn:y" r="q1:other"><q xmlns:q1="urn:x">q1:local</q>',
  },
  {
    what: "built-in types in other types of TypeScript",
    type: {
      sequence: [
        { element: "d", type: { builtin: "dateTime", as: "Date" } },
        { element: "n", type: { builtin: "long", as: "number" } },
        { element: "x", type: { builtin: "decimal", as: "number" } },
      ],
    },
    value: { d: new Date("2026-11-24T10:00:00.000Z"), n: 12, x: 1.5 },
    xml: "><d>2026-11-24T10:00:00.000Z</d><n>12</n><x>1.5</x>",
  },
];

describe.each(cases)("$what", ({ type, namespace, value, xml }) => {
  const schema = message(type, namespace);
  const text = `<m xmlns="urn:test"${xml}</m>`;

  it("is written", () => {
    expect(encodeMessage(schema, value)).toBe(text);
  });

  it("is read back", () => {
    expect(decode(schema, text)).toEqual({ value, deviations: [] });
  });
});

describe("wildcards", () => {
  const schema = message({
    sequence: [
      int("a"),
      { any: "##other urn:test", member: "$any", minOccurs: 0, maxOccurs: "unbounded" },
    ],
  });

  it("keep elements with their attributes, texts and prefixes", () => {
    const xml =
      '<m xmlns="urn:test"><a>1</a><x:e xmlns:x="urn:x" xmlns:p="urn:p" x:k="v" t="p:name">p:name<y xmlns="urn:y"/></x:e></m>';
    const { value } = decode(schema, xml);
    const again = encodeMessage(schema, Object(value));
    expect(decode(schema, again)).toEqual({ value, deviations: [] });
    expect(again).toContain('xmlns:p="urn:p"');
    expect(value).toMatchObject({ $any: [{ name: { namespace: "urn:x", local: "e" } }] });
  });

  it("accept elements built in code", () => {
    const element = new XmlElement({ namespace: "urn:x", local: "e" }, [], ["a & b"]);
    const xml = encodeMessage(schema, { a: 1, $any: [element] });
    expect(xml).toBe('<m xmlns="urn:test"><a>1</a><e xmlns="urn:x">a &amp; b</e></m>');
  });

  it("report elements of other namespaces", () => {
    const { deviations } = decode(schema, '<m xmlns="urn:test"><a>1</a><other/></m>');
    expect(deviations).toEqual(["unknown-element m/other"]);
  });
});

describe("any content", () => {
  it("is an element with any content", () => {
    const schema = message({ sequence: [{ element: "o", type: { any: "content" } }] });
    const xml = `<m xmlns="urn:test"><o xmlns:xsi="${XSI}" xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:int">5</o></m>`;
    const { value } = decode(schema, xml);
    expect(value).toMatchObject({ o: { children: ["5"], attributes: [{ value: "xs:int" }] } });
    const again = encodeMessage(schema, Object(value));
    expect(decode(schema, again).value).toEqual(value);
    expect(again).toContain('xsi:type="xs:int"');
  });
});

describe("encoded messages", () => {
  const schema: MessageSchema = {
    element: "op",
    namespace: "urn:rpc",
    encoded: true,
    type: {
      namespace: "",
      sequence: [
        {
          element: "p",
          type: {
            name: "{urn:t}Person",
            namespace: "",
            sequence: [{ element: "name", type: "string" }],
          },
        },
        {
          element: "l",
          type: {
            namespace: "",
            item: { element: "item", type: "int", nillable: true },
            soapArray: "{http://www.w3.org/2001/XMLSchema}int[]",
          },
        },
        {
          element: "q",
          type: {
            namespace: "",
            item: { element: "item", type: "int", nillable: true },
            soapArray: "{http://www.w3.org/2001/XMLSchema}int[,]",
          },
          minOccurs: 0,
        },
      ],
    },
  };
  const value = {
    p: { name: "Ann" },
    l: [1, null, 3],
    q: [
      [1, 2, 3],
      [4, 5, 6],
    ],
  };

  it("name their types, and are read back", () => {
    const xml = encodeMessage(schema, value);
    expect(xml).toContain(
      '<m:op xmlns:m="urn:rpc" soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/">',
    );
    expect(xml).toContain('xmlns:t="urn:t" xsi:type="t:Person"');
    expect(xml).toContain('e:arrayType="i:int[3]"');
    expect(xml).toContain('e:arrayType="i:int[2,3]"');
    expect(decode(schema, xml)).toEqual({ value, deviations: [] });
  });

  it("may have their values elsewhere in the Body", () => {
    const xml =
      '<m:op xmlns:m="urn:rpc"><p href="#1"/><l href="#2"/></m:op>' +
      '<multiRef id="1"><name href="#3"/></multiRef><multiRef id="2"><i>7</i><i>8</i></multiRef><multiRef id="3">Bob</multiRef>';
    expect(decode(schema, xml).value).toEqual({ p: { name: "Bob" }, l: [7, 8] });
  });

  it("may not refer to their own ancestors", () => {
    const xml =
      '<m:op xmlns:m="urn:rpc"><p href="#1"/><l/></m:op><multiRef id="1"><name href="#1"/></multiRef>';
    expect(() => decode(schema, xml)).toThrow("refers to an element that contains it");
  });
});

it("an empty element has its default value", () => {
  const schema = message({
    sequence: [int("a", { default: "5" }), int("b", { default: "6", minOccurs: 0 })],
  });
  const xml = (a: string) => `<m xmlns="${ns}"><a>${a}</a></m>`;
  expect(decode(schema, xml("")).value).toEqual({ a: 5 });
  expect(decode(schema, xml("<!-- none -->")).value).toEqual({ a: 5 });
  expect(decode(schema, xml("7")).value).toEqual({ a: 7 });
  expect(() => decode(schema, xml("x"))).toThrow("not an integer");
});

describe("messages of several parts", () => {
  const schema: PartsSchema = {
    parts: [int("a", { namespace: ns }), { element: "b", type: "string", minOccurs: 0 }],
  };

  it("have a member for each", () => {
    const xml = encodeMessage(schema, { a: 1, b: "x" });
    expect(xml).toBe('<a xmlns="urn:test">1</a><b>x</b>');
    expect(decode(schema, xml)).toEqual({ value: { a: 1, b: "x" }, deviations: [] });
  });

  it("may have none", () => {
    expect(encodeMessage({ parts: [] }, {})).toBe("");
    expect(decode({ parts: [] }, "").value).toEqual({});
  });
});

describe("what is rejected", () => {
  const choice = message({
    sequence: [{ choice: [int("a"), { sequence: [int("b"), int("c")] }] }],
  });
  const group = message({ sequence: [{ sequence: [int("a"), int("b")], minOccurs: 0 }] });

  it.each([
    ["two arms", choice, { a: 1, b: 2 }, "exclude each other"],
    ["half an arm", choice, { b: 2 }, "it lacks c"],
    ["no arm", choice, {}, "it needs one of a, b, c"],
    ["half a group", group, { a: 1 }, "it lacks b"],
    [
      "an unknown $type",
      message({ sequence: [{ element: "s", type: Shape }] }),
      { s: { $type: "Cube", name: "" } },
      "one of Shape, Circle",
    ],
    [
      "an abstract type",
      message({ sequence: [{ element: "s", type: Abstract }] }),
      { s: {} },
      "one of Circle",
    ],
    [
      "a list with a wrong item",
      message({ sequence: [{ element: "l", type: { list: "int" } }] }),
      { l: [1.5] },
      "a list, each item",
    ],
    [
      "text for an element",
      message({ sequence: [{ element: "o", type: { any: "content" } }] }),
      { o: "x" },
      "an XmlElement",
    ],
  ])("%s in a request", (_what, schema, value, reason) => {
    expect(() => encodeMessage(schema, value)).toThrow(reason);
  });

  it.each([
    ["two arms", choice, "<a>1</a><b>2</b>", "exclude each other"],
    ["half an arm", choice, "<b>2</b>", "it lacks c"],
    ["no arm", choice, "", "it needs one of a, b, c"],
    [
      "an abstract type",
      message({ sequence: [{ element: "s", type: Abstract }] }),
      "<s/>",
      "has no xsi:type",
    ],
    [
      "a missing attribute",
      message({ sequence: [], attributes: [{ attribute: "k", type: "string", required: true }] }),
      "",
      "m/k, which is required",
    ],
  ])("%s in a response", (_what, schema, xml, reason) => {
    expect(() => decode(schema, `<m xmlns="urn:test">${xml}</m>`)).toThrow(reason);
  });

  it("reports an unknown type, and reads the declared one", () => {
    const schema = message({ sequence: [{ element: "s", type: Shape }] });
    const xml = `<m xmlns="urn:test"><s xmlns:xsi="${XSI}" xsi:type="Cube"><name>x</name></s></m>`;
    expect(decode(schema, xml)).toEqual({
      value: { s: { name: "x" } },
      deviations: ["unknown-type m/s"],
    });
  });
});
