/** References to values elsewhere in the Body. */
import { describe, expect, it } from "vitest";
import {
  type DecodeRun,
  type Frame,
  FrameReader,
  MultiReferenceFrame,
  messageFrame,
  partsFrame,
} from "../../../src/codec/index.js";
import type { MessageSchema, PartsSchema, TypeReference } from "../../../src/schema/index.js";
import { type StartTag, XmlScanner } from "../../../src/xml/index.js";

/** Reads a Body whose first root is the message `m`, or each of its roots for several parts. */
class BodyReader extends FrameReader {
  value: unknown;
  readonly #run: DecodeRun;

  constructor(
    private readonly schema: MessageSchema | PartsSchema,
    onViolation: DecodeRun["onViolation"],
  ) {
    super();
    this.#run = { onDeviation: () => {}, onViolation };
  }

  protected root(): Frame {
    const { schema } = this;
    const done = (value: unknown) => {
      this.value = value;
    };
    if ("parts" in schema)
      return new MultiReferenceFrame(partsFrame(schema, this.#run, "Body", done), undefined);
    const body: Frame = {
      child: (tag: StartTag) => messageFrame(schema, this.#run, tag, done),
      text() {},
      close() {},
    };
    return new MultiReferenceFrame(body, schema.element);
  }
}

function fail(violation: Error): never {
  throw violation;
}

function read(
  schema: MessageSchema | PartsSchema,
  body: string,
  onViolation: DecodeRun["onViolation"] = fail,
): unknown {
  const reader = new BodyReader(schema, onViolation);
  const scanner = new XmlScanner(reader);
  scanner.write(
    `<B xmlns:e="http://www.w3.org/2003/05/soap-encoding" xmlns:s="http://schemas.xmlsoap.org/soap/encoding/">${body}</B>`,
  );
  scanner.end();
  return reader.value;
}

const message = (type: TypeReference): MessageSchema => ({
  element: "m",
  namespace: "",
  encoded: true,
  type: {
    namespace: "",
    sequence: [{ element: "a", type, minOccurs: 0, maxOccurs: "unbounded", nillable: true }],
    attributes: ["id?: string", "href?: string", "ref?: string"],
  },
});
const object: TypeReference = { namespace: "", sequence: [{ element: "b", type: "int" }] };
const parts: PartsSchema = {
  encoded: true,
  parts: [
    { element: "x", type: "int", minOccurs: 0, maxOccurs: "unbounded" },
    { element: "y", type: "int", minOccurs: 0 },
  ],
};

describe("a reference", () => {
  it.each<[string, TypeReference, body: string, value: unknown]>([
    ["to a text", "int", '<m><a href="#1"/></m><r id="1">7</r>', [7]],
    [
      "to an object, twice",
      object,
      '<m><a href="#1"/><a href="#1"/></m><r id="1"><b>7</b></r>',
      [{ b: 7 }, { b: 7 }],
    ],
    [
      "inside a target",
      object,
      '<m><a href="#1"/></m><r id="1"><b href="#2"/></r><r id="2">7</r>',
      [{ b: 7 }],
    ],
    ["to a reference", "int", '<m><a href="#1"/></m><r id="1" href="#2"/><r id="2">7</r>', [7]],
    ["to an element of the message", "int", '<m><a id="1">7</a><a href="#1"/></m>', [7, 7]],
    ["to an element before the message", "int", '<r id="1">7</r><m><a href="#1"/></m>', [7]],
    [
      "by the attributes of SOAP 1.2",
      "int",
      '<m><a e:ref="1"/><a e:ref="#1"/></m><r e:id="1">7</r>',
      [7, 7],
    ],
    ["by an id of the encoding of SOAP 1.1", "int", '<m><a href="#1"/></m><r s:id="1">7</r>', [7]],
    [
      "to a nil",
      "int",
      '<m><a href="#1"/></m><r id="1" n:nil="1" xmlns:n="http://www.w3.org/2001/XMLSchema-instance"/>',
      [null],
    ],
    ["that has content is no reference", object, '<m><a href="#1"><b>7</b></a></m>', [{ b: 7 }]],
    [
      "that has a text is no reference, if its target does not exist",
      "int",
      '<m><a href="#1">7</a></m>',
      [7],
    ],
    ["to another resource is no reference", "string", '<m><a href="cid:1"/></m>', [""]],
    [
      "to a target with spaces in its prefixes",
      "QName",
      '<m><a href="#1"/></m><r id="1" xmlns:q="urn:q">q:n</r>',
      ["{urn:q}n"],
    ],
  ])("%s", (_, type, body, value) => {
    expect(read(message(type), body)).toEqual({ a: value });
  });

  it("shares the object of its target", () => {
    const body = '<m><a href="#1"/><a href="#1"/><a><b>7</b></a></m><r id="1"><b>7</b></r>';
    const { a } = Object(read(message(object), body));
    expect(a[0]).toBe(a[1]);
    expect(a[0]).not.toBe(a[2]);
  });

  it.each<[string, body: string, message: string]>([
    [
      "without a target",
      '<m><a href="#1"/></m>',
      "The message's a refers to #1, but no element has that id.",
    ],
    [
      "without a target in SOAP 1.2",
      '<m><a e:ref="x"/></m>',
      "The message's a refers to #x, but no element has that id.",
    ],
    [
      "to a reference without a target",
      '<m><a href="#1"/></m><r id="1" href="#2"/>',
      "The message's a refers to #2, but no element has that id.",
    ],
    [
      "to itself",
      '<m><a id="1" href="#1"/></m>',
      "The message's a refers to #1, but no element has that id.",
    ],
    [
      "in a circle",
      '<m><a href="#1"/></m><r id="1" href="#2"/><r id="2" href="#1"/>',
      "The message's a refers to #2, but no element has that id.",
    ],
    [
      "to an element that contains it",
      '<m><a href="#1"/></m><r id="1"><b href="#1"/></r>',
      "The message's b refers to an element that contains it.",
    ],
  ])("%s is an error", (_, body, error) => {
    const path = error.includes("'s b ") ? "b" : "a";
    expect(() => read(message(object), body)).toThrow(
      expect.objectContaining({ code: "INVALID_VALUE", path, message: error }),
    );
  });

  it("reports an invalid target once", () => {
    const problems: string[] = [];
    const body = '<m><a href="#1"/><a href="#1"/><a>2</a></m><r id="1">x</r>';
    const value = read(message("int"), body, ({ path }) => problems.push(path));
    expect([value, problems]).toEqual([{ a: [2] }, ["m/a"]]);
  });

  it("reads one target as values of several types", () => {
    const { type, ...schema } = message("int");
    const types = { p: "int", q: "string", r: "int", s: object } as const;
    const sequence = Object.entries(types).map(([name, type]) => ({ element: name, type }));
    const body = `<m>${Object.keys(types)
      .map((name) => `<${name} href="#1"/>`)
      .join("")}</m><t id="1">7</t>`;
    const value = read({ ...schema, namespace: "", sequence }, body, () => {});
    expect(value).toEqual({ p: 7, q: "7", r: 7, s: { b: null } });
  });

  it("does not count as an attribute of its value", () => {
    expect(read(message("int"), '<m id="1" href="cid:x" s:root="1"><a>7</a></m>')).toEqual({
      a: [7],
    });
    expect(read(message("int"), '<m ref="1" x:id="2" xmlns:x="urn:x"><a>7</a></m>')).toEqual({
      a: [7],
    });
  });
});

describe("the root of a Body", () => {
  it.each<[string, body: string, value: unknown]>([
    ["is the element of the message", "<r><a>1</a></r><m><a>7</a></m>", { a: [7] }],
    [
      "is the first element without an id, if none has its name",
      '<r id="1">7</r><n><a href="#1"/></n><o><a>1</a></o>',
      { a: [7] },
    ],
    ["may have an id, if it says so", '<n id="1" s:root="1"><a>7</a></n><o/>', { a: [7] }],
    ["is not an element that says so", '<n s:root="0"><a>1</a></n><o><a>7</a></o>', { a: [7] }],
    ["is missing", "", undefined],
  ])("%s", (_, body, value) => {
    expect(read(message("int"), body)).toEqual(value);
  });

  it.each<[string, body: string, value: unknown]>([
    ["are its elements", "<x>1</x><y>2</y>", { x: [1], y: 2 }],
    [
      "are not the targets of references",
      '<x href="#1"/><y>2</y><x id="1">3</x>',
      { x: [3], y: 2 },
    ],
  ])("of several parts %s", (_, body, value) => {
    expect(read(parts, body)).toEqual(value);
  });
});

describe("a message with its references replaced", () => {
  const chain = (length: number) =>
    `<m><a href="#1"/></m>${Array.from({ length }, (_, index) => `<r id="${index + 1}"><x href="#${index + 2}"/></r>`).join("")}<r id="${length + 1}"/>`;

  it("nests 200 elements deep at most", () => {
    const any = message({ any: "content" });
    expect(() => read(any, chain(198))).not.toThrow();
    expect(() => read(any, chain(199))).toThrow(
      expect.objectContaining({
        code: "LIMIT",
        path: "x",
        message:
          "The message nests deeper than 200 elements with its references replaced, which is the limit.",
      }),
    );
  });

  it("has 1,000,000 elements at most", () => {
    const items = (count: number, id: number) => `<i href="#${id}"/>`.repeat(count);
    const body = (last: number) =>
      `<m><a href="#1"/></m><r id="1">${items(999, 2)}${items(1, 3)}</r><r id="2">${"<i/>".repeat(999)}</r><r id="3">${"<i/>".repeat(last)}</r>`;
    const any = message({ any: "content" });
    // The message, the member, 999 targets with 999 elements each, and the last target.
    expect(() => read(any, body(1_000_000 - 2 - 999 * 1000 - 1))).not.toThrow();
    expect(() => read(any, body(1_000_000 - 2 - 999 * 1000))).toThrow(
      expect.objectContaining({
        code: "LIMIT",
        path: "i",
        message:
          "The message has more than 1000000 elements with its references replaced, which is the limit.",
      }),
    );
  });
});
