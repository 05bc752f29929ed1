/** Requests as text, and the errors of values that do not fit the contract. */
import { describe, expect, it } from "vitest";
import { encodeMessage } from "../../../src/codec/encode/encode.js";
import { attachment, OutgoingParts } from "../../../src/mime/index.js";
import type {
  ComplexType,
  ElementSchema,
  MessageSchema,
  PartsSchema,
} from "../../../src/schema/index.js";
import { XmlElement } from "../../../src/xml/index.js";
import { int, message, ns } from "../message-schema.js";

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

const Base: ComplexType = {
  name: "{urn:t}Base",
  namespace: ns,
  sequence: [int("a", { minOccurs: 0 })],
  types: () => ({ Base, Derived, Unnamed }),
};
const Derived: ComplexType = {
  name: "{urn:t}Derived",
  namespace: ns,
  extends: () => Base,
  attributes: [{ attribute: "k", type: "int" }],
  sequence: [int("b", { minOccurs: 0 })],
};
const Unnamed: ComplexType = { namespace: ns, extends: Base };
const Abstract: ComplexType = { namespace: ns, types: () => ({ Derived }) };
const Leaf: ComplexType = { name: "{urn:t}Leaf", namespace: ns, extends: Base };

const choice = message({
  sequence: [
    { choice: [int("a"), { sequence: [int("b"), int("c", { minOccurs: 0 })] }], minOccurs: 0 },
  ],
});
const group = message({ sequence: [{ sequence: [int("a"), int("b")], minOccurs: 0 }] });
const choices = message({
  sequence: [{ choice: [int("a"), int("b")], member: "$choice", maxOccurs: "unbounded" }],
});
const groups = message({
  sequence: [
    {
      sequence: [int("a"), { choice: [int("b"), int("c")], minOccurs: 0 }],
      member: "$group",
      minOccurs: 0,
      maxOccurs: "unbounded",
    },
  ],
});
const wildcard = message({ sequence: [{ any: "##any", member: "$any" }] });
const wildcards = message({
  sequence: [{ any: "##any", member: "$any", minOccurs: 0, maxOccurs: "unbounded" }],
});
const ordered = message({ content: [int("a"), { choice: [int("b"), int("c")] }] });
const mixed = message({ content: [int("a")], mixed: true });
const repeated = message({ sequence: [int("a", { maxOccurs: "unbounded", nillable: true })] });
const derived = message({ sequence: [{ element: "s", type: Base }] });
const binary = message({
  value: "base64Binary",
  attributes: [
    { attribute: "contentType", type: "string" },
    {
      attribute: "contentType",
      namespace: "http://www.w3.org/2005/05/xmlmime",
      member: "mediaType",
      type: "string",
    },
  ],
});
const attributes = message({
  attributes: [
    { attribute: "r", type: "int", required: true },
    { attribute: "o", namespace: "urn:a&b", type: "string" },
  ],
  anyAttribute: true,
});

const x = new XmlElement({ namespace: "urn:x", local: "x" });

// A copy of a schema is compiled again: a schema is compiled once, with the first message.
describe("a message", () => {
  it.each<[string, MessageSchema | PartsSchema, value: object, xml: string]>([
    ["an arm of a choice", choice, { a: 1 }, "<a>1</a>"],
    ["an arm of several elements", choice, { b: 1, c: 2 }, "<b>1</b><c>2</c>"],
    ["an arm without its optional element", choice, { b: 1, c: undefined }, "<b>1</b>"],
    ["no arm of an optional choice", choice, {}, ""],
    ["an optional group", group, { a: 1, b: 2 }, "<a>1</a><b>2</b>"],
    ["no optional group", group, {}, ""],
    ["a repeated choice", choices, { $choice: [{ b: 1 }, { a: 2 }] }, "<b>1</b><a>2</a>"],

    [
      "a repeated group",
      groups,
      { $group: [{ a: 1, c: 2 }, { a: 3 }] },
      "<a>1</a><c>2</c><a>3</a>",
    ],
    ["no repeated group", groups, {}, ""],
    ["an element of a wildcard", wildcard, { $any: x }, '<x xmlns="urn:x"/>'],
    ["elements of a wildcard", wildcards, { $any: [x, x] }, '<x xmlns="urn:x"/><x xmlns="urn:x"/>'],
    ["no elements of a wildcard", wildcards, {}, ""],
    [
      "elements in an order",
      ordered,
      { $content: [{ c: 1 }, { a: 2 }, { b: 3 }] },
      "<c>1</c><a>2</a><b>3</b>",
    ],
    ["texts between elements", mixed, { $content: ["<", { a: 1 }, "\r"] }, "&lt;<a>1</a>&#13;"],
    ["items that may be nil", repeated, { a: [1, null] }, `<a>1</a><a ${XSI} xsi:nil="true" />`],
    ["no items", repeated, {}, ""],
    [
      "any content",
      message({ sequence: [{ element: "a", type: { any: "content" } }] }),
      { a: x },
      "<a></a>",
    ],
    [
      "a value that an open enumeration does not list",
      message({ sequence: [{ element: "a", type: { enumeration: { X: "x" } }, open: true }] }),
      { a: "y" },
      "<a>y</a>",
    ],
    [
      "the content of a base",
      message({
        sequence: [
          {
            element: "a",
            type: {
              namespace: ns,
              extends: { namespace: ns, value: "int", anyAttribute: true },
              attributes: ["k?: int"],
            },
          },
        ],
      }),
      { a: { $value: 1, k: 2, $attributes: { l: "3" } } },
      '<a k="2" l="3">1</a>',
    ],
    ["the type of an element", derived, { s: { a: 1 } }, "<s><a>1</a></s>"],
    ["the type of an element by its name", derived, { s: { $type: "Base" } }, "<s></s>"],
    [
      "a derived type",
      derived,
      { s: { $type: "Derived", a: 1, b: 2, k: 3 } },
      `<s ${XSI} xmlns:t="urn:t" xsi:type="t:Derived" k="3"><a>1</a><b>2</b></s>`,
    ],
    [
      "a derived type without a name",
      derived,
      { s: { $type: "Unnamed", a: 1 } },
      `<s ${XSI} xsi:type=""><a>1</a></s>`,
    ],
    [
      "a type that could be another one, by its name",
      message({ sequence: [{ element: "s", type: Leaf }] }),
      { s: { $type: "Leaf" } },
      "<s></s>",
    ],
    [
      "a required element of a choice with an empty arm",
      message({ sequence: [{ choice: [{ sequence: [] }, int("a")] }] }),
      {},
      "",
    ],
  ])("has %s", (_, schema, value, xml) => {
    expect(encodeMessage({ ...schema }, value)).toBe(`<m xmlns="urn:t">${xml}</m>`);
  });

  it.each<[string, MessageSchema | PartsSchema, value: object, xml: string]>([
    [
      "attributes",
      attributes,
      { r: 1, o: '"' },
      '<m xmlns="urn:t" xmlns:q1="urn:a&amp;b" r="1" q1:o="&quot;"></m>',
    ],
    [
      "no optional attributes",
      attributes,
      { r: 1, o: undefined, $attributes: undefined },
      '<m xmlns="urn:t" r="1"></m>',
    ],
    [
      "further attributes",
      attributes,
      { r: 1, $attributes: { "{urn:a&b}x": "<", y: 2 } },
      '<m xmlns="urn:t" xmlns:q1="urn:a&amp;b" r="1" q1:x="&lt;" y="2"></m>',
    ],
    [
      "a prefix, if its elements are unqualified",
      message({ namespace: "", sequence: [int("a")] }),
      { a: 1 },
      '<m:m xmlns:m="urn:t"><a>1</a></m:m>',
    ],
    [
      "no prefix, if it has no elements",
      message({ namespace: "", sequence: [] }),
      {},
      '<m xmlns="urn:t"></m>',
    ],
    [
      "no prefix, if only its attributes are unqualified",
      message({ namespace: "", attributes: ["k?: int"] }),
      { k: 1 },
      '<m xmlns="urn:t" k="1"></m>',
    ],
    [
      "no namespace",
      { element: "m", namespace: "", sequence: [int("a")] },
      { a: 1 },
      "<m><a>1</a></m>",
    ],
    [
      "a namespace with markup",
      { element: "m", namespace: "urn:<&>", sequence: [] },
      {},
      '<m xmlns="urn:&lt;&amp;&gt;"></m>',
    ],
    [
      "elements of other namespaces",
      message({ sequence: [int("a", { namespace: 'urn:"' }), int("b", { namespace: "" })] }),
      { a: 1, b: 2 },
      '<m xmlns="urn:t"><a xmlns="urn:&quot;">1</a><b xmlns="">2</b></m>',
    ],
    [
      "several parts",
      { parts: [int("a", { namespace: ns }), int("b", { member: "c" })] },
      { a: 1, c: 2 },
      '<a xmlns="urn:t">1</a><b>2</b>',
    ],
  ])("is written with %s", (_, schema, value, xml) => {
    expect(encodeMessage({ ...schema }, value)).toBe(xml);
  });

  it("has further attributes in the tags of its parts", () => {
    const parts: PartsSchema = {
      parts: [int("a", { member: "x" }), int("b"), int("c", { minOccurs: 0 })],
    };
    const options = { attributes: { x: ' mustUnderstand="1"', a: " no", c: ' k=""' } };
    expect(encodeMessage(parts, { x: 1, b: 2 }, "Header", options)).toBe(
      '<a mustUnderstand="1">1</a><b>2</b>',
    );
  });

  it("has attributes and content in the style of empty tags", () => {
    const style = { emptyTags: true, declaresXsi: false, escapesCr: true };
    const value = { s: { $type: "Derived", a: 1 } };
    expect(encodeMessage(derived, value, "m", { style })).toBe(
      '<m xmlns="urn:t"><s xmlns:t="urn:t" xsi:type="t:Derived"><a>1</a></s></m>',
    );
  });

  it("has the same text each time, and in other styles", () => {
    const style = { emptyTags: true, declaresXsi: true, escapesCr: true };
    for (let times = 0; times < 2; times++) {
      expect(encodeMessage(derived, { s: {} }, "m", { style })).toBe('<m xmlns="urn:t"><s /></m>');
      expect(encodeMessage(derived, { s: {} })).toBe('<m xmlns="urn:t"><s></s></m>');
    }
  });
});

describe("an encoded message", () => {
  const element = (more: Partial<ElementSchema>): MessageSchema => ({
    ...message({ namespace: "", sequence: [int("a", more)] }),
    encoded: true,
  });
  const xsd = 'xmlns:t="http://www.w3.org/2001/XMLSchema"';
  const named: ComplexType = {
    name: "Local",
    namespace: "",
    sequence: [int("b", { typeName: "" })],
  };

  it.each<[string, Partial<ElementSchema>, value: unknown, xml: string]>([
    ["a built-in type", {}, 1, `<a ${XSI} ${xsd} xsi:type="t:int">1</a>`],
    [
      "a built-in type in another type of TypeScript",
      { type: { builtin: "long", as: "number" } },
      1,
      `<a ${XSI} ${xsd} xsi:type="t:long">1</a>`,
    ],
    [
      "a type with a name",
      { typeName: "{urn:&}n" },
      1,
      `<a ${XSI} xmlns:t="urn:&amp;" xsi:type="t:n">1</a>`,
    ],
    ["no type", { typeName: "" }, 1, "<a>1</a>"],
    ["no type for a list", { type: { list: "int" } }, [1], "<a>1</a>"],
    [
      "a type without a namespace",
      { type: named },
      { b: 1 },
      `<a ${XSI} xsi:type="Local"><b>1</b></a>`,
    ],
    [
      "no type for an object without a name",
      { type: { namespace: "", sequence: [] } },
      {},
      "<a></a>",
    ],
    [
      "the type of names",
      { type: "QName" },
      "{urn:x}n",
      `<a ${XSI} ${xsd} xsi:type="t:QName" xmlns:q1="urn:x">q1:n</a>`,
    ],
  ])("names %s", (_, more, value, xml) => {
    expect(encodeMessage(element(more), { a: value })).toBe(
      `<m:m xmlns:m="urn:t" soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/">${xml}</m:m>`,
    );
  });

  it("has the encoding of its version of SOAP", () => {
    const start = (version?: "soap11" | "soap12") =>
      encodeMessage(element({ typeName: "" }), { a: 1 }, "m", version && { version });
    expect(start("soap12")).toContain(
      'soap:encodingStyle="http://www.w3.org/2003/05/soap-encoding"',
    );
    expect(start("soap11")).toBe(start());
    expect(start()).toContain('soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"');
  });

  it("names the type of an element that may be of a derived type", () => {
    expect(encodeMessage(element({ type: Base }), { a: { a: 1 } })).toContain(
      `<a ${XSI} xmlns:t="urn:t" xsi:type="t:Base"><a xmlns="urn:t"`,
    );
  });
});

describe("attachments", () => {
  const token = /(\d)-[\w-]+@/g;
  const encode = (
    schema: MessageSchema | PartsSchema,
    value: object,
    parts = new OutgoingParts(4),
  ) => [
    encodeMessage(schema, value, "m", { parts }).replaceAll(token, "$1-token@"),
    ...parts.list.map(({ contentId, contentType }) => [
      contentId.replaceAll(token, "$1-token@"),
      contentType,
    ]),
  ];
  const include =
    '<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:1-token@rescue-soap"/>';
  const reference = { builtin: "anyURI", as: "Attachment" } as const;
  const file = { builtin: "base64Binary", as: "Attachment" } as const;
  const long = Uint8Array.of(1, 2, 3, 4);

  it.each<[string, Partial<ComplexType>, value: object, xml: string, contentType?: string | false]>(
    [
      [
        "bytes",
        { sequence: [{ element: "a", type: "base64Binary" }] },
        { a: long },
        `><a>${include}</a>`,
      ],
      [
        "a small number of bytes",
        { sequence: [{ element: "a", type: "base64Binary" }] },
        { a: long.slice(1) },
        "><a>AgME</a>",
        false,
      ],
      [
        "an attachment",
        { sequence: [{ element: "a", type: file }] },
        { a: attachment(long) },
        `><a>${include}</a>`,
      ],
      [
        "a reference",
        { sequence: [{ element: "a", type: reference }] },
        { a: attachment(long) },
        "><a>cid:1-token@rescue-soap</a>",
      ],
      [
        "a reference in an attribute",
        { attributes: [{ attribute: "a", type: reference }] },
        { a: attachment(long) },
        ' a="cid:1-token@rescue-soap">',
      ],
      [
        "content with a media type",
        binary,
        { $value: long, mediaType: "image/png", contentType: "x" },
        ` xmlns:q1="http://www.w3.org/2005/05/xmlmime" contentType="x" q1:contentType="image/png">${include}`,
        "image/png",
      ],
      ["content without a media type", binary, { $value: long }, `>${include}`],
    ],
  )("are in parts: %s", (_, type, value, xml, contentType) => {
    const schema = "element" in type ? binary : message(type);
    expect(encode(schema, value)).toEqual([
      `<m xmlns="urn:t"${xml}</m>`,
      ...(contentType === false ? [] : [["1-token@rescue-soap", contentType]]),
    ]);
  });

  it("are base64 if the message has no parts", () => {
    const schema = message({
      sequence: [
        { element: "a", type: "base64Binary" },
        { element: "b", type: file },
      ],
    });
    expect(encodeMessage(schema, { a: long, b: attachment(long) })).toBe(
      '<m xmlns="urn:t"><a>AQIDBA==</a><b>AQIDBA==</b></m>',
    );
  });

  it.each<[string, MessageSchema | PartsSchema, xml: string]>([
    [
      "message",
      { ...message({ sequence: [int("a")] }), attachments: ["b c"] },
      '<m xmlns="urn:t"><a>1</a></m>',
    ],
    ["message of several parts", { parts: [int("a")], attachments: ["b c"] }, "<a>1</a>"],
  ])("are beside the elements of a %s", (_, schema, xml) => {
    expect(encode(schema, { a: 1, "b c": attachment(long) })).toEqual([
      xml,
      ["b%20c=1-token@rescue-soap", undefined],
    ]);
  });
});

describe("a value that does not fit is an error", () => {
  const beside: MessageSchema = { ...message({ sequence: [int("a")] }), attachments: ["b"] };
  const element = (more: Partial<ElementSchema>) => message({ sequence: [int("a", more)] });
  const reference = { builtin: "anyURI", as: "Attachment" } as const;

  it.each<[message: string, path: string, MessageSchema | PartsSchema, value: object]>([
    ["m cannot be sent: it lacks $choice.", "m", choices, {}],
    ["m/$choice must be an array, not null.", "m/$choice", choices, { $choice: null }],
    ["m/$choice[0] must be an object, not null.", "m/$choice[0]", choices, { $choice: [null] }],
    ["m/$any must be an XmlElement, not null.", "m/$any", wildcards, { $any: [null] }],
    ["m/$group must be an array, not an object.", "m/$group", groups, { $group: {} }],
    [
      "m/$choice[1] must be an object, not this string.",
      "m/$choice[1]",
      choices,
      { $choice: [{ a: 1 }, "x"] },
    ],
    ["m/$choice[0] must be an object, not an array.", "m/$choice[0]", choices, { $choice: [[]] }],
    [
      "m/$choice[0] cannot be sent: it needs one of a, b.",
      "m/$choice[0]",
      choices,
      { $choice: [{}] },
    ],
    [
      "m/$choice[0] cannot be sent: it has a and b, which exclude each other.",
      "m/$choice[0]",
      choices,
      { $choice: [{ a: 1, b: 2 }] },
    ],
    [
      'm/$choice[0] has no member "d"; it has only a, b.',
      "m/$choice[0]/d",
      choices,
      { $choice: [{ a: 1, d: 2 }] },
    ],
    [
      "m/$choice[0]/a must be an integer from -2147483648 to 2147483647, not this string.",
      "m/$choice[0]/a",
      choices,
      { $choice: [{ a: "1" }] },
    ],
    ["m/$group[0] cannot be sent: it lacks a.", "m/$group[0]", groups, { $group: [{ b: 1 }] }],
    [
      "m/$group[0] cannot be sent: it has b and c, which exclude each other.",
      "m/$group[0]",
      groups,
      { $group: [{ a: 1, b: 1, c: 1 }] },
    ],
    ["m cannot be sent: it lacks a.", "m", group, { b: 1 }],
    [
      "m cannot be sent: it has a and b, which exclude each other.",
      "m",
      choice,
      { a: 1, b: 2, c: undefined },
    ],
    ["m cannot be sent: it lacks b.", "m", choice, { c: 1 }],
    ["m/$any must be an XmlElement, not undefined.", "m/$any", wildcard, {}],
    ["m/$any must be an XmlElement, not this string.", "m/$any", wildcards, { $any: [x, "<x/>"] }],
    ["m/$content must be an array, not undefined.", "m/$content", ordered, {}],
    [
      "m/$content[0] must be an object with one of a, b, c, not this string.",
      "m/$content[0]",
      ordered,
      { $content: ["x"] },
    ],
    [
      "m/$content[1] must be an object with one of a, not an object.",
      "m/$content[1]",
      mixed,
      { $content: ["x", { a: 1, b: 2 }] },
    ],
    [
      "m/$content[0] must be an object with one of a, not an object.",
      "m/$content[0]",
      mixed,
      { $content: [{}] },
    ],
    [
      "m/$content[0] must be an object with one of a, not an object.",
      "m/$content[0]",
      mixed,
      { $content: [{ z: 1 }] },
    ],
    [
      "m/$content[1]/a must be an integer from -2147483648 to 2147483647, not a boolean.",
      "m/$content[1]/a",
      mixed,
      { $content: ["x", { a: true }] },
    ],
    ['m has no member "a"; it has only $content.', "m/a", mixed, { $content: [], a: 1 }],
    ["m/a may not be null.", "m/a", element({}), { a: null }],
    ["m/a is missing: it is required.", "m/a", element({}), { a: undefined }],
    ["m/a must be an array, not this number.", "m/a", repeated, { a: 1 }],
    [
      "m/a must be an array, not an object.",
      "m/a",
      element({ type: { namespace: ns, item: int("i") } }),
      { a: { i: 1 } },
    ],
    [
      "m/a/i must be an integer from -2147483648 to 2147483647, not a bigint.",
      "m/a/i",
      element({ type: { namespace: ns, item: int("i") } }),
      { a: [1n] },
    ],
    [
      "m/a must be an XmlElement, not this string.",
      "m/a",
      element({ type: { any: "content" } }),
      { a: "x" },
    ],
    ["m/s must be an object, not this string.", "m/s", derived, { s: "x" }],
    [
      "m/s/$type must be one of Base, Derived, Unnamed, not this string.",
      "m/s/$type",
      derived,
      { s: { $type: "toString" } },
    ],
    [
      "m/s/$type must be one of Base, Derived, Unnamed, not this number.",
      "m/s/$type",
      derived,
      { s: { $type: 1 } },
    ],
    [
      "m/a/$type must be one of Derived, not undefined.",
      "m/a/$type",
      element({ type: Abstract }),
      { a: {} },
    ],
    [
      'm/s has no member "b"; it has only a, $type.',
      "m/s/b",
      derived,
      { s: { $type: "Base", b: 1 } },
    ],
    ['m has no member "a"; it has no members.', "m/a", message({}), { a: 1 }],
    [
      'm has no member "$type"; it has only a.',
      "m/$type",
      message({ sequence: [int("a")] }),
      { $type: "x", a: 1 },
    ],
    [
      'm has no member "x"; it has only k, $value, $attributes.',
      "m/x",
      message({ value: "int", attributes: ["k?: int"], anyAttribute: true }),
      { x: 1 },
    ],
    [
      "m/$value must be an integer from -2147483648 to 2147483647, not undefined.",
      "m/$value",
      message({ value: "int" }),
      {},
    ],
    ["m/r is missing: it is required.", "m/r", attributes, {}],
    [
      "m/r must be an integer from -2147483648 to 2147483647, not this string.",
      "m/r",
      attributes,
      { r: "1" },
    ],
    [
      "m/a contains U+0001, a character that XML does not allow.",
      "m/a",
      element({ type: "string" }),
      { a: "\u0001" },
    ],
    [
      "m/o contains U+FFFF, a character that XML does not allow.",
      "m/o",
      attributes,
      { r: 1, o: "\uffff" },
    ],
    ["m must be an object, not an array.", "m", message({}), []],
    ["m must be an object, not an array.", "m", beside, []],
    ["request must be an object, not an array.", "request", { parts: [int("a")] }, []],
    [
      'request has no member "b"; it has only a, c.',
      "request/b",
      { parts: [int("a"), int("b", { member: "c" })] },
      { b: 1 },
    ],
    ["request/a is missing: it is required.", "request/a", { parts: [int("a")] }, {}],
    ["m/b is missing: it is required.", "m/b", beside, { a: 1 }],
    ["m/b must be an Attachment, not an object.", "m/b", beside, { a: 1, b: new Uint8Array() }],
    [
      "m/b is an attachment, but the message has no envelope that it could be sent with.",
      "m/b",
      beside,
      { a: 1, b: attachment(new Uint8Array()) },
    ],
    [
      "m/a must be an Attachment, not this string.",
      "m/a",
      element({ type: reference }),
      { a: "cid:x" },
    ],
    [
      "m/a must be an Attachment, not this string.",
      "m/a",
      message({ attributes: [{ attribute: "a", type: reference }] }),
      { a: "cid:x" },
    ],
    [
      "m/a is an attachment, but the message has no envelope that it could be sent with.",
      "m/a",
      element({ type: reference }),
      { a: attachment(new Uint8Array()) },
    ],
  ])("%s", (message, path, schema, value) => {
    expect(() => encodeMessage({ ...schema }, value)).toThrow(
      expect.objectContaining({ code: "INVALID_REQUEST", path, message }),
    );
  });

  it("in a message with another name", () => {
    expect(() => encodeMessage({ parts: [int("a")] }, {}, "Header")).toThrow("Header/a is missing");
  });
});
