/** The text form of declarations in a wire schema. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isReferable } from "../../src/codegen/wire/declarations.js";
import { isDeclarable } from "../../src/schema/declaration-text.js";
import {
  attributesOf,
  type ComplexType,
  type ElementSchema,
  particlesOf,
  resolveType,
  VERSION,
} from "../../src/schema/index.js";

const Node: ComplexType = {
  namespace: "urn:t",
  sequence: ["id: int", "parent?: Node"],
  refs: () => ({ Node }),
};
const COLOR = { red: "red" };

const only = (text: string, more: Partial<ComplexType> = {}) =>
  particlesOf({
    namespace: "urn:t",
    sequence: [text],
    refs: { Node },
    enums: { COLOR },
    ...more,
  })[0];

describe("an element in text", () => {
  it.each<[string, ElementSchema]>([
    ["a: int", { element: "a", type: "int" }],
    ["a?: string", { element: "a", type: "string", minOccurs: 0 }],
    ["a*: string", { element: "a", type: "string", minOccurs: 0, maxOccurs: "unbounded" }],
    ["a+: string", { element: "a", type: "string", maxOccurs: "unbounded" }],
    ["a: long nillable", { element: "a", type: "long", nillable: true }],
    ["a?: string secret", { element: "a", type: "string", minOccurs: 0, secret: true }],
    ["a: COLOR open", { element: "a", type: { enumeration: COLOR }, open: true }],
    ["a: Node", { element: "a", type: Node }],
    ["a: anyType", { element: "a", type: { any: "content" } }],
    [
      "a?: (b*: (c+: COLOR) nillable)",
      {
        element: "a",
        minOccurs: 0,
        type: {
          namespace: "urn:t",
          item: {
            element: "b",
            minOccurs: 0,
            maxOccurs: "unbounded",
            nillable: true,
            type: {
              namespace: "urn:t",
              item: { element: "c", maxOccurs: "unbounded", type: { enumeration: COLOR } },
            },
          },
        },
      },
    ],
  ])("%s", (text, want) => {
    expect(only(text)).toEqual(want);
  });

  it("is allowed in choices and groups beside object declarations", () => {
    const other = { element: "o", namespace: "urn:o", type: "int" } as const;
    const type: ComplexType = {
      namespace: "urn:t",
      sequence: [{ choice: ["a: int", { sequence: ["b?: int", other], minOccurs: 0 }] }],
    };
    expect(particlesOf(type)).toEqual([
      {
        choice: [
          { element: "a", type: "int" },
          { sequence: [{ element: "b", type: "int", minOccurs: 0 }, other], minOccurs: 0 },
        ],
      },
    ]);
    expect(particlesOf(type)).toBe(particlesOf(type));
  });

  it("refers to its own type", () => {
    const [, parent] = particlesOf(Node);
    expect(parent !== undefined && "type" in parent && resolveType(parent.type)).toBe(Node);
  });

  it("finds the named type only among own properties of refs and enums", () => {
    for (const name of ["constructor", "toString", "__proto__", "Missing", "futureType"]) {
      expect(() => only(`a: ${name}`)).toThrow(
        expect.objectContaining({ code: "UNKNOWN_KEYWORD", keyword: name, runtime: VERSION }),
      );
    }
    const refs = { ["__proto__"]: Node, constructor: Node };
    for (const name of ["constructor", "__proto__"]) {
      expect(only(`a: ${name}`, { refs })).toEqual({ element: "a", type: Node });
    }
  });

  it.each([
    "",
    "a",
    "a:int",
    "a : int",
    ": int",
    "a: ",
    "a?*: int",
    "a: (b: int",
    "a: int  nillable",
  ])("has another form: %j", (text) => {
    expect(() => only(text)).toThrow(
      expect.objectContaining({
        name: "UnsupportedSchemaError",
        code: "UNKNOWN_KEYWORD",
        keyword: text,
      }),
    );
  });

  it.each([
    ["a: int Nillable", "Nillable"],
    ["sA: string futureflag", "futureflag"],
    ["sA: string secretive", "secretive"],
    ["sA: string secret unsecret", "unsecret"],
    ["a: (b*: int future)", "future"],
    ["a: (b*: int) reopen", "reopen"],
  ])("has an unknown word: %s", (text, keyword) => {
    expect(() => only(text)).toThrow(
      expect.objectContaining({ code: "UNKNOWN_KEYWORD", keyword, runtime: VERSION }),
    );
  });

  it("keeps a valid name as it is", () => {
    const names = fc.string({ unit: "grapheme", minLength: 1 }).filter(isDeclarable);
    fc.assert(
      fc.property(names, names, (name, type) => {
        expect(only(`${name}: int`)).toEqual({ element: name, type: "int" });
        if (!isReferable(type)) return;
        const refs = Object.fromEntries([[type, Node]]);
        expect(only(`${name}: ${type}`, { refs })).toEqual({ element: name, type: Node });
      }),
    );
  });

  it("is an object if its name contains a character of the text form", () => {
    const hostile = ["a b", "a:b", "a?", "a*", "a+", "a(b)", "a\nb", "", "a\u00a0b"];
    expect(hostile.filter(isDeclarable)).toEqual([]);
    expect(["int", "ID", "Name", "anyType", "a b"].filter(isReferable)).toEqual([]);
    expect(
      ["__proto__", "größe", "名前", "a.b-c_d", "a\"`'\\$\u007bb}"].filter(isDeclarable),
    ).toHaveLength(5);
  });
});

describe("an attribute in text", () => {
  it("is required unless it is optional", () => {
    const attributes = [
      "id: int",
      "color?: COLOR",
      "sToken?: string secret",
      { attribute: "o", type: "int" },
    ] as const;
    expect(attributesOf({ namespace: "", attributes, enums: { COLOR } })).toEqual([
      { attribute: "id", type: "int", required: true },
      { attribute: "color", type: { enumeration: COLOR } },
      { attribute: "sToken", type: "string", secret: true },
      { attribute: "o", type: "int" },
    ]);
  });

  it.each([
    ["a: Node", "Node"],
    ["a: (b: int)", "(b: int)"],
    ["a*: int", "*"],
    ["a: string nillable", "nillable"],
  ])("has an unknown keyword: %s", (text, keyword) => {
    expect(() => attributesOf({ namespace: "", attributes: [text] })).toThrow(
      expect.objectContaining({ code: "UNKNOWN_KEYWORD", keyword }),
    );
  });
});
