import fc from "fast-check";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { encodeMessage } from "../../src/codec/encode/encode.js";
import { EncodeError } from "../../src/errors/errors.js";
import { wrapEnvelope } from "../../src/protocol/envelope/envelope-text.js";
import type { ComplexType, MessageSchema } from "../../src/schema/index.js";
import { readEnvelope } from "./read-envelope.js";

const ns = "urn:test";

const node: ComplexType = {
  namespace: ns,
  sequence: [
    { element: "iNodeID", type: "int" },
    { element: "sName", type: "string", minOccurs: 0 },
    { element: "oParent", type: () => node, minOccurs: 0 },
  ],
};

const message: MessageSchema = {
  element: "getResponse",
  namespace: ns,
  type: {
    namespace: ns,
    sequence: [
      { element: "iCount", type: "int" },
      { element: "sText", type: "string", minOccurs: 0 },
      { element: "dWhen", type: "dateTime", minOccurs: 0, nillable: true },
      { element: "sTag", type: "string", minOccurs: 0, maxOccurs: "unbounded" },
      {
        element: "aNodes",
        minOccurs: 0,
        type: {
          namespace: ns,
          item: {
            element: "NODE",
            type: node,
            minOccurs: 0,
            nillable: true,
            maxOccurs: "unbounded",
          },
        },
      },
      { element: "sPassword", type: "int", minOccurs: 0, secret: true },
      { element: "__proto__", type: "string", minOccurs: 0 },
    ],
  },
};

const foreign: MessageSchema = {
  element: "get",
  namespace: ns,
  type: {
    namespace: "",
    sequence: [
      { element: "local", type: { namespace: ns, sequence: [{ element: "in", type: "string" }] } },
    ],
  },
};

function decode(body: string, schema = message) {
  const { content, deviations } = readEnvelope(wrapEnvelope("soap11", body), { output: schema });
  return { value: content.kind === "message" ? content.value : content.fault, deviations };
}

/** The Body that ASMX writes: one default namespace, no prefixes. */
const response = (content: string) => `<getResponse xmlns="${ns}">${content}</getResponse>`;

describe("encodeMessage", () => {
  it("writes a message as ASMX's clients do, members in the schema's order", () => {
    const xml = encodeMessage(message, { sText: "a<b&c\r\n", iCount: 1, sTag: ["x", ""] });
    expect(xml).toBe(
      '<getResponse xmlns="urn:test"><iCount>1</iCount><sText>a&lt;b&amp;c&#13;\n</sText>' +
        "<sTag>x</sTag><sTag></sTag></getResponse>",
    );
  });

  it("declares a namespace when it changes", () => {
    expect(encodeMessage(foreign, { local: { in: "x" } })).toBe(
      '<m:get xmlns:m="urn:test"><local><in xmlns="urn:test">x</in></local></m:get>',
    );
  });

  it.each<[string, object, string, RegExp]>([
    ["a missing member", {}, "getResponse/iCount", /iCount is missing/],
    [
      "an unknown member",
      { iCount: 1, icount: 1 },
      "getResponse/icount",
      /no member "icount"; it has only iCount/,
    ],
    ["a wrong type", { iCount: "1" }, "getResponse/iCount", /must be an integer from/],
    [
      "null for an element that isn't nillable",
      { iCount: 1, sText: null },
      "getResponse/sText",
      /may not be null/,
    ],
    ["no array", { iCount: 1, sTag: "x" }, "getResponse/sTag", /must be an array/],
    ["no object", { iCount: 1, aNodes: [1] }, "getResponse/aNodes/NODE", /must be an object/],
    [
      "deep down",
      { iCount: 1, aNodes: [{ iNodeID: 1.5 }] },
      "getResponse/aNodes/NODE/iNodeID",
      /integer/,
    ],
    [
      "a character without a place in XML",
      { iCount: 1, sText: "\0" },
      "getResponse/sText",
      /U\+0000/,
    ],
    ["half a surrogate pair", { iCount: 1, sText: "\ud800" }, "getResponse/sText", /U\+D800/],
  ])("rejects %s", (_, value, path, fault) => {
    expect(() => encodeMessage(message, value)).toThrow(fault);
    expect(() => encodeMessage(message, value)).toThrow(EncodeError);
    expect(() => encodeMessage(message, value)).toThrow(
      expect.objectContaining({ path, code: "INVALID_REQUEST" }),
    );
  });

  it("never shows the value that it rejects", () => {
    expect(() => encodeMessage(message, { iCount: 1, sPassword: "hunter2" })).not.toThrow(
      /hunter2/,
    );
  });

  it("writes strings that an independent parser reads back", () => {
    const parser = new XMLParser({ parseTagValue: false, trimValues: false, htmlEntities: true });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const xml = encodeMessage(message, { iCount: 1, sText: text });
        expect(parser.parse(xml).getResponse.sText).toBe(text);
      }),
    );
  });
});

describe("decoding", () => {
  it("distinguishes absent, empty and nil", () => {
    const nil = '<dWhen xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" />';
    expect(decode(response("<iCount>1</iCount>")).value).toEqual({ iCount: 1 });
    expect(decode(response(`<iCount>1</iCount><sText />${nil}`)).value).toEqual({
      iCount: 1,
      sText: "",
      dWhen: null,
    });
  });

  it("reads arrays with null items, empty and absent ones", () => {
    const nil = '<NODE xsi:nil="1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>';
    const nodes = `<aNodes><NODE><iNodeID>7</iNodeID></NODE>${nil}</aNodes>`;
    expect(decode(response(`<iCount>1</iCount>${nodes}`)).value).toMatchObject({
      aNodes: [{ iNodeID: 7 }, null],
    });
    expect(decode(response("<iCount>1</iCount><aNodes/>")).value).toMatchObject({ aNodes: [] });
  });

  it("accepts prefixes declared on any element", () => {
    const body = `<q:getResponse xmlns:q="${ns}"><r:iCount xmlns:r="${ns}">1</r:iCount></q:getResponse>`;
    expect(decode(body).value).toEqual({ iCount: 1 });
  });

  it("accepts any order and unknown elements, and reports them", () => {
    const { value, deviations } = decode(
      response("<sText>x</sText><iCount>1</iCount><sNew><iCount>2</iCount></sNew>y"),
    );
    expect(value).toEqual({ iCount: 1, sText: "x" });
    expect(deviations).toEqual([
      "out-of-order getResponse/iCount",
      "unknown-element getResponse/sNew",
      "unexpected-text getResponse",
    ]);
  });

  it("keeps a member called __proto__ as data", () => {
    const { value } = decode(response("<iCount>1</iCount><__proto__>x</__proto__>"));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.entries(Object(value))).toContainEqual(["__proto__", "x"]);
  });

  it.each<[string, string, string, string]>([
    ["a missing element", "", "MISSING_ELEMENT", "getResponse/iCount"],
    [
      "an element of another namespace",
      '<iCount xmlns="">1</iCount>',
      "MISSING_ELEMENT",
      "getResponse/iCount",
    ],
    ["an empty number", "<iCount/>", "INVALID_VALUE", "getResponse/iCount"],
    ["text for a number", "<iCount>many</iCount>", "INVALID_VALUE", "getResponse/iCount"],
    [
      "an element twice",
      "<iCount>1</iCount><iCount>1</iCount>",
      "DUPLICATE_ELEMENT",
      "getResponse/iCount",
    ],
    [
      "deep down",
      "<iCount>1</iCount><aNodes><NODE><oParent/></NODE></aNodes>",
      "MISSING_ELEMENT",
      "getResponse/aNodes/NODE/oParent/iNodeID",
    ],
  ])("rejects %s", (_, content, code, path) => {
    expect(() => decode(response(content))).toThrow(expect.objectContaining({ code, path }));
  });

  it("shows a rejected value, but no secret", () => {
    expect(() => decode(response("<iCount>many</iCount>"))).toThrow(/"many"/);
    const secret = response("<iCount>1</iCount><sPassword>hunter2</sPassword>");
    expect(() => decode(secret)).toThrow(/sPassword/);
    expect(() => decode(secret)).not.toThrow(/hunter2/);
  });

  const arbitraryNode: fc.Arbitrary<object> = fc.letrec((tie) => ({
    node: fc.record(
      {
        iNodeID: fc.integer(),
        sName: fc.string({ unit: "grapheme" }),
        oParent: fc.oneof({ maxDepth: 3 }, fc.constant({ iNodeID: 0 }), tie("node")),
      },
      { requiredKeys: ["iNodeID"] },
    ),
  })).node as fc.Arbitrary<object>;

  it("decodes everything that was encoded", () => {
    const values = fc.record(
      {
        iCount: fc.integer(),
        sText: fc.string({ unit: "grapheme" }),
        dWhen: fc.constantFrom(null, "2026-11-23T00:00:00Z"),
        sTag: fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }),
        aNodes: fc.array(fc.option(arbitraryNode)),
      },
      { requiredKeys: ["iCount"] },
    );
    fc.assert(
      fc.property(values, (value) => {
        expect(decode(encodeMessage(message, value)).value).toEqual({ ...value });
      }),
    );
  });
});
