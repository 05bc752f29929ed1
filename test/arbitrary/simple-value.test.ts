import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Facet, QName, type SimpleDefinition } from "../../src/contract/index.js";
import { drawn, Unsatisfiable } from "./draw.js";
import { simpleValue } from "./simple-value.js";

const location = { file: "x.wsdl", line: 1, column: 1, importedAt: undefined };
const definition = { name: undefined, documentation: undefined, location };

const builtin = (local: string): SimpleDefinition => ({
  kind: "builtin",
  name: new QName("http://www.w3.org/2001/XMLSchema", local),
});

type FacetPair = readonly [name: Facet["name"], value: string];

function restricted(base: SimpleDefinition, ...facets: FacetPair[]): SimpleDefinition {
  const list = facets.map(([name, value]) => ({ name, value }));
  return { ...definition, kind: "restriction", base, facets: list };
}

const valuesOf = (type: SimpleDefinition) => drawn((draw) => simpleValue(type, draw));

describe("simpleValue", () => {
  it.each<[string, SimpleDefinition, (value: unknown) => boolean]>([
    ["int", builtin("int"), (value) => Number.isInteger(value)],
    [
      "a range, one end of it excluded",
      restricted(builtin("short"), ["minInclusive", "3"], ["maxExclusive", "7"]),
      (value) => [3, 4, 5, 6].some((each) => each === value),
    ],
    [
      "digits",
      restricted(
        builtin("decimal"),
        ["totalDigits", "4"],
        ["fractionDigits", "2"],
        ["minInclusive", "-0.5"],
      ),
      (value) => /^-?\d{1,4}(?:\.\d{1,2})?$/.test(String(value)) && Number(value) >= -0.5,
    ],
    [
      "a length of characters",
      restricted(builtin("string"), ["length", "3"]),
      (value) => typeof value === "string" && [...value].length === 3,
    ],
    [
      "a length of bytes",
      restricted(builtin("base64Binary"), ["maxLength", "2"]),
      (value) => value instanceof Uint8Array && value.length <= 2,
    ],
    [
      "a pattern on a number",
      restricted(builtin("int"), ["pattern", "[1-9][0-9]{2}"]),
      (value) => typeof value === "number" && value >= 100 && value <= 999,
    ],
    [
      "a pattern on top of another",
      restricted(restricted(builtin("token"), ["pattern", "[a-z]+"]), ["maxLength", "2"]),
      (value) => /^[a-z]{1,2}$/.test(String(value)),
    ],
    [
      "a list",
      restricted({ ...definition, kind: "list", item: builtin("token") }, ["minLength", "2"]),
      (value) =>
        Array.isArray(value) &&
        value.length >= 2 &&
        value.every((item) => /^\S+$/.test(String(item))),
    ],
    [
      "a union",
      { ...definition, kind: "union", members: [builtin("int"), builtin("boolean")] },
      (value) => typeof value === "number" || typeof value === "boolean",
    ],
  ])("%s", (_, type, isValid) => {
    fc.assert(fc.property(valuesOf(type), (value) => isValid(value)));
  });

  it("reports that there is no value", () => {
    const type = restricted(builtin("int"), ["pattern", "[a-z]"]);
    expect(() => fc.sample(valuesOf(type), 1)).toThrow(Unsatisfiable);
  });
});
