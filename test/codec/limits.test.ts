/** Limits of the work and the memory that a few characters of a message can cause. */
import { describe, expect, it } from "vitest";
import { lexicals } from "../../src/codec/values/builtins.js";
import { mapped } from "../../src/codec/values/mapped.js";
import { lexicalOf } from "../../src/codec/values/simple-type.js";
import { wrapEnvelope } from "../../src/protocol/envelope/envelope-text.js";
import { BUILTIN_NAMES, type MessageSchema, type TypeReference } from "../../src/schema/index.js";
import { collapseSpace, replaceSpace } from "../../src/xml/chars.js";
import { ContentBudget, NamespaceScope } from "../../src/xml/index.js";
import { readEnvelope } from "./read-envelope.js";

/** Work that grows with the square of a text of this length takes longer than a test may. */
const LENGTH = 100_000;

const long = (start: string, repeated: string, end = "") => start + repeated.repeat(LENGTH) + end;

describe("a long text", () => {
  const texts = [
    long("", "1"),
    long("-", "0", "1"),
    long("", " ", "1"),
    long("", "1\t"),
    long("", "1", "-01-01"),
    long("2026-01-01T00:00:00.", "1", "Z"),
    long("P", "1", "D"),
    long("P", "1"),
    long(".", "1", "x"),
    long("", "a:"),
    long("", "ü"),
  ];

  it.each(BUILTIN_NAMES)("of type %s is a value, or is rejected without an error", (name) => {
    for (const text of texts) {
      expect(() => lexicals[name].parse(text, NamespaceScope.outermost())).not.toThrow();
    }
  });

  const digits = (count: number) => "9".repeat(count);
  it.each<[name: keyof typeof lexicals, text: (digits: string) => string, others: number]>([
    ["integer", (n) => n, 0],
    ["nonPositiveInteger", (n) => `-${n}`, 1],
    ["decimal", (n) => `.${n}`, 1],
    ["double", (n) => n, 0],
    ["date", (n) => `${n}-01-01`, 6],
    ["time", (n) => `00:00:00.${n}`, 9],
    ["gYear", (n) => n, 0],
    ["duration", (n) => `P${n}D`, 2],
  ])("of type %s has at most 10,000 characters", (name, text, others) => {
    const at = text(digits(10_000 - others));
    expect(lexicals[name].parse(`\n${at} `)).toBeDefined();
    expect(lexicals[name].parse(text(digits(10_001 - others)))).toBeUndefined();
    expect(lexicals[name].format(text(digits(10_001 - others)))).toBeUndefined();
  });

  it.each(["number", "string", "bigint"] as const)("as a %s has the same limit", (as) => {
    const lexical = mapped({ builtin: "integer", as });
    expect(lexical.parse(digits(10_000))).toBeDefined();
    expect(lexical.parse(digits(10_001))).toBeUndefined();
    if (as === "string") expect(lexical.format(digits(10_001))).toBeUndefined();
  });

  it("has its white space replaced as a short one", () => {
    const short = " a \t b\r\nc  ";
    const repeated = short.repeat(200);
    expect(collapseSpace(repeated)).toBe("a b c ".repeat(200).trim());
    expect(replaceSpace(repeated)).toBe(" a   b  c  ".repeat(200));
    const unchanged = "a b c😀".repeat(3_000);
    expect(collapseSpace(unchanged)).toBe(unchanged);
    expect(collapseSpace(`${unchanged}\t`)).toBe(unchanged);
    expect(collapseSpace(" ".repeat(2_000))).toBe("");
  });
});

describe("hexadecimal binary", () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  it("has all bytes, in digits of both cases", () => {
    const text = lexicals.hexBinary.format(all) ?? "";
    expect(text).toMatch(/^000102.*FDFEFF$/);
    expect(lexicals.hexBinary.parse(text)).toEqual(all);
    expect(lexicals.hexBinary.parse(` ${text.toLowerCase()}\n`)).toEqual(all);
  });

  it.each(["0", "0g", "g0", "0 0", "é0", "0\u0130", "-1", "/0", ":0", "@0", "`0"])(
    "does not have %j",
    (text) => {
      expect(lexicals.hexBinary.parse(text)).toBeUndefined();
    },
  );
});

const schema = (type: TypeReference): MessageSchema => ({
  element: "op",
  namespace: "urn:x",
  type: {
    namespace: "urn:x",
    sequence: [{ element: "a", type, minOccurs: 0, maxOccurs: "unbounded" }],
  },
});

const read = (type: TypeReference, content: string, limit: number) =>
  readEnvelope(
    wrapEnvelope("soap11", `<op xmlns="urn:x">${content}</op>`),
    { output: schema(type) },
    { budget: new ContentBudget(limit, "maxThings") },
  );

describe("a message", () => {
  // The envelope has three elements and two declarations.
  const around = 5;

  it.each<[name: string, type: TypeReference, content: string, count: number]>([
    ["elements", "string", "<a/>".repeat(10), 10],
    ["elements that are ignored", "string", "<b/>".repeat(10), 10],
    ["elements of trees", { any: "content" }, "<a><b/><c/></a>", 3],
    ["attributes", { any: "content" }, "<a b='' c=''/>", 3],
    ["declarations", { any: "content" }, "<a xmlns:b='u' xmlns:c='v'/>", 3],
    ["items of a list", "NMTOKENS", "<a>1 2 3</a>", 4],
    ["items of a list in a union", { union: ["int", { list: "int" }] }, "<a>1 2 3</a>", 4],
    [
      "items of a list in an attribute",
      { namespace: "urn:x", attributes: [{ attribute: "b", type: { list: "int" } }] },
      "<a b='1 2 3'/>",
      5,
    ],
    ["items of a list with content", { namespace: "urn:x", value: "NMTOKENS" }, "<a>1 2 3</a>", 4],
  ])("has a limit of %s", (_, type, content, count) => {
    expect(() => read(type, content, around + count)).not.toThrow();
    expect(() => read(type, content, around + count - 1)).toThrow(
      expect.objectContaining({
        code: "LIMIT",
        message: expect.stringMatching(/more than \d+ elements.*The option maxThings raises it\./),
      }),
    );
  });

  it("has a smaller limit for a fault", () => {
    const fault = (count: number) =>
      wrapEnvelope(
        "soap11",
        `<soap:Fault><faultcode>a</faultcode><faultstring>b</faultstring><detail>${"<d/>".repeat(count)}</detail></soap:Fault>`,
      );
    const { content } = readEnvelope(fault(99_996), { output: undefined });
    expect(content).toMatchObject({ kind: "fault", fault: { reason: "b" } });
    expect(() => readEnvelope(fault(99_997), { output: undefined })).toThrow(
      expect.objectContaining({ code: "LIMIT", path: "Fault" }),
    );
  });
});

it("an open enumeration or a union of lists accepts texts of any length", () => {
  const open = lexicalOf({ enumeration: { A: "a" } }, true);
  expect(open.parse(long("", "x"))).toHaveLength(LENGTH);
});
