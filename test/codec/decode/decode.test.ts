/** The values of messages that a contract describes, and the problems of other messages. */
import { describe, expect, it } from "vitest";
import { attachment, type PartSource } from "../../../src/mime/index.js";
import type {
  ComplexType,
  ElementSchema,
  MessageSchema,
  PartsSchema,
} from "../../../src/schema/index.js";
import { int, message, ns } from "../message-schema.js";
import { readMessage } from "./read-message.js";

const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

const optional = { minOccurs: 0 } as const;
const many = { minOccurs: 0, maxOccurs: "unbounded" } as const;
const element = (more: Partial<ElementSchema> = {}) => message({ sequence: [int("a", more)] });

const Base: ComplexType = {
  name: "{urn:t}Base",
  namespace: ns,
  sequence: [int("a", optional)],
  types: () => ({ Base, Derived, Unnamed }),
};
const Derived: ComplexType = {
  name: "{urn:d}D",
  namespace: ns,
  extends: Base,
  sequence: [int("b", optional)],
};
const Unnamed: ComplexType = { namespace: ns, extends: () => Base };
const Abstract: ComplexType = {
  name: "{urn:t}Abstract",
  namespace: ns,
  types: () => ({ Derived }),
};
const Alone: ComplexType = { name: "{urn:t}Alone", namespace: ns, types: () => ({ Alone }) };

const object = message({ sequence: [{ element: "s", type: Base }] });
const abstract = message({ sequence: [{ element: "s", type: Abstract }] });
const two = message({ sequence: [int("a", optional), int("b", optional)] });
const twoNamespaces = message({
  sequence: [
    int("a", { ...optional, namespace: "" }),
    int("a", { ...optional, namespace: "urn:x", member: "x" }),
  ],
});
const unqualified = message({ namespace: "", sequence: [int("a", optional)] });
const choice = message({ sequence: [{ choice: [{ sequence: [int("a"), int("b")] }, int("c")] }] });
const optionalGroup = message({
  sequence: [{ sequence: [int("a"), int("b")], minOccurs: 0 }, int("c")],
});
const groups = message({
  sequence: [
    int("a", optional),
    {
      sequence: [int("b"), int("c", optional), { any: "urn:w", member: "$any", ...optional }],
      member: "$group",
      maxOccurs: "unbounded",
    },
  ],
});
const choices = message({
  sequence: [
    { choice: [int("a"), { sequence: [int("b"), int("c")] }], member: "$choice", ...many },
  ],
});
const ordered = message({ content: [int("a"), { any: "urn:w", member: "$any" }] });
const mixed = message({ content: [int("a")], mixed: true });
const simple = message({ value: "int", attributes: [{ attribute: "k", type: "int" }] });
const attributes = message({
  attributes: [
    { attribute: "r", member: "req", type: "int", required: true },
    { attribute: "k", type: "int" },
    { attribute: "k", namespace: "urn:x", member: "kx", type: { list: "int" } },
    { attribute: "s", type: "int", secret: true },
  ],
});
const anyAttribute = message({ attributes: ["k?: int"], anyAttribute: true });

const twice = (path: string) =>
  `DUPLICATE_ELEMENT ${path}: The message has ${path} twice; only one is allowed.`;
const missing = (path: string) =>
  `MISSING_ELEMENT ${path}: The message has no ${path}, which is required.`;
const incomplete = (path: string, problem: string) =>
  `MISSING_ELEMENT ${path}: The message's ${path} is incomplete: ${problem}.`;
const invalid = (path: string, problem: string) =>
  `INVALID_VALUE ${path}: The message's ${path} ${problem}`;
const noInt = (path: string, found: string) =>
  invalid(path, `is ${found}, not an integer from -2147483648 to 2147483647.`);

type Row = [
  what: string,
  schema: MessageSchema,
  xml: string,
  value: unknown,
  problems?: readonly string[],
];

/** The attributes and content of `<m xmlns="urn:t">`: `xml` begins in the start tag. */
const read = (schema: MessageSchema, xml: string) =>
  readMessage(schema, `<m xmlns="urn:t"${xml}</m>`);

describe("elements", () => {
  it.each<Row>([
    ["in order", two, "><a>1</a><b>2</b>", { a: 1, b: 2 }],
    ["out of order", two, "><b>2</b><a>1</a>", { a: 1, b: 2 }, ["out-of-order m/a"]],
    [
      "of a type without an order",
      message({ all: [int("a"), int("b")] }),
      "><b>2</b><a>1</a>",
      { a: 1, b: 2 },
    ],
    [
      "that are unknown, with their content",
      two,
      "><c>x<a>5</a></c><b>2</b>",
      { b: 2 },
      ["unknown-element m/c"],
    ],
    ["of another namespace", two, '><a xmlns="urn:x">1</a>', {}, ["unknown-element m/a"]],
    [
      "with a namespace that they should not have",
      unqualified,
      "><a>1</a>",
      { a: 1 },
      ["other-namespace m/a"],
    ],
    [
      "with one name in two namespaces",
      twoNamespaces,
      '><a xmlns="">1</a><a xmlns="urn:x">2</a>',
      { a: 1, x: 2 },
    ],
    [
      "with a name of two namespaces in a third",
      twoNamespaces,
      "><a>1</a>",
      {},
      ["unknown-element m/a"],
    ],
    [
      "that name the result of SOAP 1.2",
      two,
      '><result xmlns="http://www.w3.org/2003/05/soap-rpc">a</result>',
      {},
    ],
    [
      "that only look like that",
      two,
      '><result>a</result><x xmlns="http://www.w3.org/2003/05/soap-rpc"/>',
      {},
      ["unknown-element m/result", "unknown-element m/x"],
    ],
    ["inside a number", element(), "><a>1<b/>2</a>", { a: 12 }, ["unknown-element m/a/b"]],
    ["twice", element(), "><a>1</a><a>2</a>", { a: 1 }, [twice("m/a")]],
    ["twice, the second one invalid", element(), "><a>1</a><a>x</a>", { a: 1 }, [twice("m/a")]],
    ["twice, as objects", object, "><s/><s/>", { s: {} }, [twice("m/s")]],
    [
      "many times",
      element(many),
      "><a>1</a><a>x</a><a>2</a>",
      { a: [1, 2] },
      [noInt("m/a", '"x"')],
    ],
    [
      "that are missing",
      message({
        sequence: [int("a"), int("b", many), int("c", optional), int("d", { member: "D" })],
      }),
      ">",
      {},
      [missing("m/a"), missing("m/D")],
    ],
    [
      "with a repeated one that is missing",
      element({ maxOccurs: "unbounded" }),
      ">",
      {},
      [missing("m/a")],
    ],
    [
      "of a base first",
      message({ sequence: [int("b")], extends: { namespace: "urn:b", sequence: [int("a")] } }),
      '><a xmlns="urn:b">1</a><b>2</b>',
      { a: 1, b: 2 },
    ],
  ])("%s", (_, schema, xml, value, problems = []) => {
    expect(read(schema, xml)).toEqual({ value, problems });
  });

  it.each<Row>([
    ["of one arm", choice, "><c>1</c>", { c: 1 }],
    [
      "of two arms",
      choice,
      "><a>1</a><c>1</c>",
      { a: 1, c: 1 },
      [incomplete("m", "it has a and c, which exclude each other")],
    ],
    ["of half an arm", choice, "><a>1</a>", { a: 1 }, [incomplete("m", "it lacks b")]],
    ["of no arm", choice, ">", {}, [incomplete("m", "it needs one of a, b, c")]],
    ["without an optional group", optionalGroup, "><c>1</c>", { c: 1 }],
    [
      "with half an optional group",
      optionalGroup,
      "><a>1</a><c>1</c>",
      { a: 1, c: 1 },
      [incomplete("m", "it lacks b")],
    ],
    [
      "of a repeated group",
      groups,
      "><a>0</a><b>1</b><c>2</c><b>3</b><b>4</b><c>5</c>",
      { a: 0, $group: [{ b: 1, c: 2 }, { b: 3 }, { b: 4, c: 5 }] },
    ],
    [
      "of a repeated group with a wildcard",
      groups,
      '><b>1</b><x xmlns="urn:w"/><x xmlns="urn:w"/><b>2</b>',
      { $group: [{ b: 1, $any: expect.anything() }, { $any: expect.anything() }, { b: 2 }] },
      [missing("m/b")],
    ],
    [
      "before a group",
      groups,
      "><b>1</b><a>0</a>",
      { a: 0, $group: [{ b: 1 }] },
      ["out-of-order m/a"],
    ],
    [
      "of no repeated group",
      groups,
      ">",
      {},
      [missing("m/$group"), incomplete("m", "it lacks $group")],
    ],
    ["of half an item", groups, "><c>1</c>", { $group: [{ c: 1 }] }, [missing("m/b")]],
    [
      "of a repeated choice",
      choices,
      "><b>1</b><c>2</c><a>3</a><b>4</b><c>5</c>",
      { $choice: [{ b: 1, c: 2 }, { a: 3 }, { b: 4, c: 5 }] },
    ],
    [
      "of a repeated choice, one incomplete",
      choices,
      "><b>1</b><a>3</a>",
      { $choice: [{ b: 1 }, { a: 3 }] },
      [incomplete("m", "it lacks c")],
    ],
    [
      "of a choice that begin alike",
      message({
        sequence: [
          {
            choice: [{ sequence: [int("a"), int("b")] }, { sequence: [int("a"), int("c")] }],
            member: "$c",
            ...many,
          },
        ],
      }),
      "><a>1</a><c>2</c><a>3</a><b>4</b>",
      {
        $c: [
          { a: 1, c: 2 },
          { a: 3, b: 4 },
        ],
      },
    ],
  ])("%s", (_, schema, xml, value, problems = []) => {
    expect(read(schema, xml)).toEqual({ value, problems });
  });

  it.each<[any: string, accepted: string]>([
    ["##any", "urn:t urn:x none"],
    ["##other urn:t", "urn:x"],
    ["##other", "urn:t urn:x"],
    ["##local", "none"],
    ["urn:x", "urn:x"],
    ["##local urn:t", "urn:t none"],
  ])("of a wildcard for %s", (any, accepted) => {
    const schema = message({ sequence: [{ any, member: "$any", ...many }] });
    const { value, problems } = read(schema, '><x/><y xmlns="urn:x"/><z xmlns=""/>');
    const names = [
      ["x", "urn:t"],
      ["y", "urn:x"],
      ["z", "none"],
    ] as const;
    const isAccepted = (namespace: string) => accepted.split(" ").includes(namespace);
    const expected = names.flatMap(([local, namespace]) => (isAccepted(namespace) ? [local] : []));
    expect(value).toEqual(
      expected.length === 0
        ? {}
        : {
            $any: expected.map((local) =>
              expect.objectContaining({ name: expect.objectContaining({ local }) }),
            ),
          },
    );
    expect(problems).toEqual(
      names.flatMap(([local, namespace]) =>
        isAccepted(namespace) ? [] : [`unknown-element m/${local}`],
      ),
    );
  });

  it("of a wildcard, in the order of the message", () => {
    expect(read(ordered, '><x xmlns="urn:w"/><a>1</a><y/>')).toEqual({
      value: {
        $content: [
          { $any: expect.objectContaining({ name: { namespace: "urn:w", local: "x" } }) },
          { a: 1 },
        ],
      },
      problems: ["unknown-element m/y"],
    });
  });

  it("of two wildcards, and one more", () => {
    const schema = message({
      sequence: [{ any: "urn:w", member: "p" }, int("b", optional), { any: "##any", member: "q" }],
    });
    const xml = '><x xmlns="urn:w"/><b>1</b><y xmlns="urn:w"/><z xmlns="urn:w"/>';
    const named = (local: string) =>
      expect.objectContaining({ name: { namespace: "urn:w", local } });
    expect(read(schema, xml)).toEqual({
      value: { p: named("x"), b: 1, q: named("y") },
      problems: ["unknown-element m/z"],
    });
    expect(read(schema, ">").problems).toEqual([missing("m/p"), missing("m/q")]);
  });
});

describe("text", () => {
  it.each<Row>([
    ["between elements, once", two, ">x<a>1</a>y<!-- -->z", { a: 1 }, ["unexpected-text m"]],
    ["that is white space", two, ">\n\t <a>1</a> \r\n", { a: 1 }],
    [
      "in an array, once",
      element({ type: { namespace: ns, item: int("i") } }),
      "><a> x<!-- -->y <i>1</i></a>",
      { a: [1] },
      ["unexpected-text m/a"],
    ],
    [
      "between the elements of an order",
      ordered,
      ">x<a>1</a>",
      { $content: [{ a: 1 }] },
      ["unexpected-text m"],
    ],
    [
      "of mixed content",
      mixed,
      "> x <a>1</a><!-- -->y<![CDATA[<]]><a>2</a><a>x</a>",
      { $content: [" x ", { a: 1 }, "y<", { a: 2 }] },
      [noInt("m/a", '"x"')],
    ],
    ["as content", simple, ' k="2">\n1 ', { $value: 1, k: 2 }],
    ["as content with an element", simple, ">1<b/>2", { $value: 12 }, ["unknown-element m/b"]],
    ["as content that is invalid", simple, ">x", {}, [noInt("m", '"x"')]],
    ["in pieces", element({ type: "string" }), "><a>x<!-- -->y<![CDATA[z]]></a>", { a: "xyz" }],
    ["that is empty", element(), "><a/>", {}, [noInt("m/a", '""'), missing("m/a")]],
    [
      "of 60 characters that is invalid",
      element(optional),
      `><a>${"x".repeat(60)}</a>`,
      {},
      [noInt("m/a", `"${"x".repeat(60)}"`)],
    ],
    [
      "of 61 characters that is invalid",
      element(optional),
      `><a>${"x".repeat(61)}</a>`,
      {},
      [noInt("m/a", `"${"x".repeat(60)}" and 1 more characters`)],
    ],
    [
      "that is secret and invalid",
      element({ ...optional, secret: true }),
      "><a>hunter2</a>",
      {},
      [noInt("m/a", "a hidden value")],
    ],
    [
      "that is not listed",
      element({ type: { enumeration: { A: "x" } } }),
      "><a>y</a>",
      {},
      [invalid("m/a", 'is "y", not one of x.'), missing("m/a")],
    ],
    [
      "that is not listed, of an open enumeration",
      element({ type: { enumeration: { A: "x" } }, open: true }),
      "><a>y</a>",
      { a: "y" },
    ],
  ])("%s", (_, schema, xml, value, problems = []) => {
    expect(read(schema, xml)).toEqual({ value, problems });
  });
});

describe("attributes", () => {
  it.each<Row>([
    [
      "of two namespaces",
      attributes,
      ' r="1" k="2" x:k="3 4" xmlns:x="urn:x">',
      { req: 1, k: 2, kx: [3, 4] },
    ],
    [
      "that are unknown",
      attributes,
      ' r="1" z="2" y:k="3" xmlns:y="urn:y">',
      { req: 1 },
      ["unknown-attribute m/@z", "unknown-attribute m/@k"],
    ],
    ["that are missing", attributes, ">", {}, [missing("m/req")]],
    [
      "that are invalid",
      attributes,
      ' r="x" s="hunter2">',
      {},
      [noInt("m/@req", '"x"'), noInt("m/@s", "a hidden value"), missing("m/req")],
    ],
    [
      "of any name",
      anyAttribute,
      ' k="1" z="2" y:z="3" xmlns:y="urn:y">',
      { k: 1, $attributes: { z: "2", "{urn:y}z": "3" } },
    ],
    ["of no other name", anyAttribute, ' k="1">', { k: 1 }],
    ["of a number", element(), '><a z="1">1</a>', { a: 1 }, ["unknown-attribute m/a/@z"]],
    [
      "of the message",
      element(),
      ` ${xsi} xsi:schemaLocation="x"><a xsi:type="t" e:k="1" f:k="1" s:k="1" v:k="1" xmlns:e="http://schemas.xmlsoap.org/soap/encoding/" xmlns:f="http://www.w3.org/2003/05/soap-encoding" xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:v="http://www.w3.org/2003/05/soap-envelope">1</a>`,
      { a: 1 },
    ],
  ])("%s", (_, schema, xml, value, problems = []) => {
    expect(read(schema, xml)).toEqual({ value, problems });
  });
});

describe("an element with xsi:nil", () => {
  it.each<Row>([
    ["is null", element({ nillable: true }), ` ${xsi}><a xsi:nil=" true\n"/>`, { a: null }],
    ["of 1 is null", element({ nillable: true }), ` ${xsi}><a xsi:nil="1"/>`, { a: null }],
    [
      "is null, whatever it contains",
      element({ nillable: true }),
      ` ${xsi}><a xsi:nil="1"><b/></a>`,
      { a: null },
      ["unknown-element m/a/b"],
    ],
    [
      "is an item that is null",
      element({ ...many, nillable: true }),
      ` ${xsi}><a xsi:nil="1"/><a>1</a>`,
      { a: [null, 1] },
    ],
    [
      "of false has a value",
      element({ nillable: true }),
      ` ${xsi}><a xsi:nil="false">1</a>`,
      { a: 1 },
    ],
    [
      "of TRUE has a value",
      element({ nillable: true }),
      ` ${xsi}><a xsi:nil="TRUE">1</a>`,
      { a: 1 },
    ],
    [
      "of true1 has a value",
      element({ nillable: true }),
      ` ${xsi}><a xsi:nil="true1">1</a>`,
      { a: 1 },
    ],
    ["of 11 has a value", element({ nillable: true }), ` ${xsi}><a xsi:nil="11">1</a>`, { a: 1 }],
    [
      "of no namespace has a value",
      element({ nillable: true }),
      '><a nil="true">1</a>',
      { a: 1 },
      ["unknown-attribute m/a/@nil"],
    ],
    [
      "is missing, if it is optional",
      element(optional),
      ` ${xsi}><a xsi:nil="true"/>`,
      {},
      ["unexpected-nil m/a"],
    ],
    [
      "is an error, if it is required",
      element(),
      ` ${xsi}><a xsi:nil="true"/>`,
      {},
      [invalid("m/a", "is nil; the element is not nillable."), missing("m/a")],
    ],
    [
      "twice is an error",
      element({ nillable: true }),
      ` ${xsi}><a xsi:nil="1"/><a xsi:nil="1"/>`,
      { a: null },
      [twice("m/a")],
    ],
  ])("%s", (_, schema, xml, value, problems = []) => {
    expect(read(schema, xml)).toEqual({ value, problems });
  });

  it("has another value, if the run has one", () => {
    const xml = `<m xmlns="urn:t" ${xsi}><a xsi:nil="true"/></m>`;
    expect(readMessage(element(), xml, { nilValue: ({ name }) => `no ${name}` })).toEqual({
      value: { a: "no a" },
      problems: [],
    });
    expect(readMessage(element(optional), xml, { nilValue: () => undefined }).problems).toEqual([
      "unexpected-nil m/a",
    ]);
  });
});

describe("an element with xsi:type", () => {
  const typed = (type: string, content = "") =>
    ` ${xsi} xmlns:d="urn:d" xmlns:t="urn:t"><s xsi:type="${type}">${content}</s>`;
  it.each<Row>([
    [
      "is of a derived type",
      object,
      typed(" d:D\n", "<a>1</a><b>2</b>"),
      { s: { $type: "Derived", a: 1, b: 2 } },
    ],
    ["is of its own type", object, typed("t:Base", "<a>1</a>"), { s: { a: 1 } }],
    [
      "is of a type without a name",
      object,
      typed("Unnamed").replace(' xmlns="urn:t"', ""),
      { s: {} },
      ["unknown-type m/s"],
    ],
    [
      "is of an unknown type",
      object,
      typed("t:D", "<a>1</a><b>2</b>"),
      { s: { a: 1 } },
      ["unknown-type m/s", "unknown-element m/s/b"],
    ],
    ["has a prefix that is not declared", object, typed("z:D"), { s: {} }],
    [
      "is of its own type, with no other",
      message({ sequence: [{ element: "s", type: Alone }] }),
      typed("t:Alone"),
      { s: {} },
    ],
    [
      "is of a type in the place of an abstract one",
      abstract,
      typed("d:D", "<b>1</b>"),
      { s: { $type: "Derived", b: 1 } },
    ],
    [
      "is of the abstract type",
      abstract,
      typed("t:Abstract"),
      { s: {} },
      [
        invalid(
          "m/s",
          "has the xsi:type {urn:t}Abstract; its type is abstract, so xsi:type has to name a derived type of the contract.",
        ),
      ],
    ],
    [
      "is missing for an abstract type",
      abstract,
      "><s/>",
      { s: {} },
      [
        invalid(
          "m/s",
          "has no xsi:type; its type is abstract, so xsi:type has to name a derived type of the contract.",
        ),
      ],
    ],
    [
      "is not of a type, if the attribute has no namespace",
      object,
      '><s type="Derived"/>',
      { s: {} },
      ["unknown-attribute m/s/@type"],
    ],
  ])("%s", (_, schema, xml, value, problems = []) => {
    expect(read(schema, xml)).toEqual({ value, problems });
  });
});

describe("parts", () => {
  const file = attachment(Uint8Array.of(1));
  const parts: PartSource = {
    referred: (url) => (url.startsWith("cid:") ? file : undefined),
    includedBytes: (url) => (url.startsWith("cid:") ? `bytes of ${url}` : undefined),
    member: () => file,
  };
  const include = (href: string) =>
    `<i:Include xmlns:i="http://www.w3.org/2004/08/xop/include"${href}/>`;
  const reference = { builtin: "anyURI", as: "Attachment" } as const;
  const base64 = { builtin: "base64Binary", as: "Attachment" } as const;

  it.each<Row>([
    [
      "with the bytes of an element",
      element({ type: "base64Binary" }),
      `><a>${include(' href="cid:1"')}</a>`,
      { a: "bytes of cid:1" },
    ],
    [
      "with the attachment of an element",
      element({ type: base64 }),
      `><a>${include(' href="cid:1"')}</a>`,
      { a: file },
    ],
    [
      "with the bytes of an object",
      message({ value: "base64Binary" }),
      `>${include(' x="" href="cid:1"')}`,
      { $value: "bytes of cid:1" },
    ],
    ["with a reference", element({ type: reference }), "><a>cid:1</a>", { a: file }],
    [
      "with a reference in an attribute",
      message({ attributes: [{ attribute: "k", type: reference }] }),
      ' k="cid:1">',
      { k: file },
    ],
    ["with a reference as content", message({ value: reference }), ">cid:1", { $value: file }],
    [
      "with an invalid reference",
      element({ ...optional, type: reference }),
      "><a>x</a>",
      {},
      [invalid("m/a", 'is "x", not an Attachment.')],
    ],
    [
      "without a reference",
      element({ ...optional, type: "base64Binary" }),
      `><a>${include("")}</a>`,
      {},
      [invalid("m/a", 'is "", not a Uint8Array.')],
    ],
    [
      "with an invalid reference to bytes",
      element({ ...optional, type: "base64Binary" }),
      `><a>${include(' href="x"')}</a>`,
      {},
      [invalid("m/a", 'is "x", not a Uint8Array.')],
    ],
    [
      "for a text",
      element({ type: "string" }),
      `><a>x${include(' href="cid:1"')}</a>`,
      { a: "x" },
      ["unknown-element m/a/Include"],
    ],
    [
      "with another name",
      element({ type: "base64Binary" }),
      '><a>AQ==<Include href="cid:1"/><i:x xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:1"/></a>',
      { a: Uint8Array.of(1) },
      ["unknown-element m/a/Include", "unknown-element m/a/x"],
    ],
  ])("%s", (_, schema, xml, value, problems = []) => {
    expect(readMessage(schema, `<m xmlns="urn:t"${xml}</m>`, { parts })).toEqual({
      value,
      problems,
    });
  });

  it("that the message does not have are an error", () => {
    const read = (schema: MessageSchema, xml: string) => () =>
      readMessage(schema, `<m xmlns="urn:t"><a>${xml}</a></m>`);
    const error = (message: string) =>
      expect.objectContaining({ code: "MISSING_PART", path: "m/a", message });
    const problem = "but the message has no parts beside the envelope.";
    expect(read(element({ type: reference }), " cid:1\n")).toThrow(
      error(`The message's m/a refers to cid:1, ${problem}`),
    );
    expect(read(element({ type: "base64Binary" }), include(' href="cid:2"'))).toThrow(
      error(`The message's m/a refers to cid:2, ${problem}`),
    );
  });

  it.each<[string, MessageSchema | PartsSchema, string]>([
    ["a message", { ...element(), attachments: ["b", "c"] }, '<m xmlns="urn:t"><a>1</a></m>'],
    ["several elements", { parts: [int("a")], attachments: ["b", "c"] }, "<Body><a>1</a></Body>"],
  ])("are members of %s", (_, schema, xml) => {
    expect(readMessage(schema, xml, { parts })).toEqual({
      value: { a: 1, b: file, c: file },
      problems: [],
    });
    expect(() => readMessage(schema, xml)).toThrow(
      expect.objectContaining({
        code: "MISSING_PART",
        path: "b",
        message: "The message has no parts beside the envelope; it must have b, c.",
      }),
    );
  });
});

describe("a message of several elements", () => {
  const schema: PartsSchema = {
    parts: [int("a", { namespace: ns }), int("b", { ...optional, member: "c" })],
  };
  it.each<[string, xml: string, value: unknown, problems?: readonly string[]]>([
    ["has them in any order", '<b>2</b><a xmlns="urn:t">1</a>', { a: 1, c: 2 }],
    ["has no others", '<a xmlns="urn:t">1</a><c>2</c>', { a: 1 }, ["unknown-element Body/c"]],
    ["has all that are required", "<b>2</b>", { c: 2 }, [missing("Body/a")]],
  ])("%s", (_, xml, value, problems = []) => {
    expect(readMessage(schema, `<Body>${xml}</Body>`)).toEqual({ value, problems });
  });
});
