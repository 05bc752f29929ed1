import { describe, expect, it } from "vitest";
import {
  BUILTIN_NAMES,
  BUILTIN_TYPES,
  type BuiltinName,
  builtinTypeNamed,
  isBuiltin,
  withBases,
} from "../../src/schema/builtins.js";

/** The sections 3.2 and 3.3 of XML Schema part 2. */
const PRIMITIVE =
  "string boolean decimal float double duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth hexBinary base64Binary anyURI QName NOTATION";
const DERIVED =
  "normalizedString token language NMTOKEN NMTOKENS Name NCName ID IDREF IDREFS ENTITY ENTITIES integer nonPositiveInteger negativeInteger long int short byte nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger";

describe("built-in types", () => {
  it("are those of XML Schema", () => {
    const names = [...PRIMITIVE.split(" "), ...DERIVED.split(" "), "anySimpleType"];
    expect([...BUILTIN_NAMES].sort()).toEqual(names.sort());
  });

  it("derive from anySimpleType", () => {
    for (const name of BUILTIN_NAMES) expect(withBases(name).at(-1)).toBe("anySimpleType");
  });

  const chains: readonly [BuiltinName, string][] = [
    ["byte", "byte short int long integer decimal anySimpleType"],
    [
      "unsignedByte",
      "unsignedByte unsignedShort unsignedInt unsignedLong nonNegativeInteger integer decimal anySimpleType",
    ],
    ["ID", "ID NCName Name token normalizedString string anySimpleType"],
    ["anyURI", "anyURI anySimpleType"],
  ];
  it.each(chains)("%s has its bases", (name, chain) => {
    expect(withBases(name).join(" ")).toBe(chain);
  });

  it("that are lists have the type of their items", () => {
    const lists = BUILTIN_NAMES.filter((name) => BUILTIN_TYPES[name].kind === "list");
    expect(lists.map((name) => [name, BUILTIN_TYPES[name].item])).toEqual([
      ["ENTITIES", "ENTITY"],
      ["IDREFS", "IDREF"],
      ["NMTOKENS", "NMTOKEN"],
    ]);
  });

  it("that are integers of at most 32 bits are numbers, and larger ones bigint", () => {
    for (const name of BUILTIN_NAMES) {
      const { kind, typescript, min, max } = BUILTIN_TYPES[name];
      if (kind !== "integer") continue;
      const isSmall = min !== undefined && max !== undefined && max - min < 2n ** 32n;
      expect([name, typescript]).toEqual([name, isSmall ? "number" : "bigint"]);
    }
  });

  it.each(["anyType", "Int", "constructor", "toString", "__proto__", ""])(
    "%j is not one",
    (name) => {
      expect(isBuiltin(name)).toBe(false);
      expect(builtinTypeNamed(name)).toBeUndefined();
    },
  );
});
