/** The code of a contract with its facets. */
import { describe, expect, it } from "vitest";
import { generateFiles } from "../../src/codegen/index.js";
import { orderContract } from "../validation/order-contract.js";

const files = (facets: boolean) =>
  generateFiles(orderContract(), "rescue-soap/codegen/v1", { facets });

describe("facets", () => {
  it("are in the wire schema only", () => {
    const [withFacets, without] = [files(true), files(false)];
    const changed = [...withFacets].filter(([name, text]) => without.get(name) !== text);
    expect(changed.map(([name]) => name)).toEqual(["schema.ts"]);
  });

  it("of all kinds are objects of the wire schema", () => {
    const text = files(true).get("schema.ts") ?? "";
    for (const each of [
      "facets: true,",
      '{ restricts: "string", facets: { minLength: 2, maxLength: 10 } }',
      '{ restricts: "token", facets: { length: 4 } }',
      'facets: { minInclusive: "0", maxInclusive: "100" }',
      'facets: { patterns: [["[A-Z]{2}\\\\d{3}", "X-\\\\d+"]] }',
      'facets: { values: ["36", "38"] }',
      'facets: { whiteSpace: "collapse", maxLength: 3 }',
      "occurs: { max: 3 }",
      'fixed: "2"',
      'fixed: "each"',
    ]) {
      expect(
        text
          .replace(/\s+/g, " ")
          .replace(/,? ([}\]])/g, " $1")
          .replace(/\[ /g, "[")
          .replace(/ \]/g, "]"),
      ).toContain(each);
    }
  });

  it("are absent by default, except for members of unions", () => {
    const text = files(false).get("schema.ts") ?? "";
    expect(text.match(/facets|restricts/g)).toEqual(["restricts", "facets"]);
    expect(text).not.toMatch(/occurs:|fixed:/);
  });
});
