import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { jsonFile } from "../../../src/codegen/print/json.js";

const long = "x".repeat(60);

it.each<[object, string]>([
  [{}, "{}\n"],
  [[], "[]\n"],
  [{ a: 1, b: ["c", null, true] }, '{ "a": 1, "b": ["c", null, true] }\n'],
  [{ a: long, b: long }, `{\n  "a": "${long}",\n  "b": "${long}"\n}\n`],
  [{ a: [long], b: [long] }, `{\n  "a": ["${long}"],\n  "b": ["${long}"]\n}\n`],
])("%j", (given, want) => {
  expect(jsonFile(given)).toBe(want);
});

it("is laid out like the formatter does", () => {
  const text = fc.nat(70).map((count) => "x".repeat(count));
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      text,
      fc.nat(),
      fc.array(tie("value"), { maxLength: 5 }).filter((items) => !items.every(isNumber)),
      fc.dictionary(text, tie("value"), { maxKeys: 4 }),
    ),
  }));
  const sample = { values: fc.sample(value, { seed: 1, numRuns: 200 }) };
  const given = jsonFile(sample);
  const { stdout } = spawnSync("node_modules/.bin/biome", ["format", "--stdin-file-path=a.json"], {
    input: given,
    encoding: "utf8",
  });
  expect(stdout).toBe(given);
});

/** The formatter fills lines with numbers; a contract has no lists of them. */
function isNumber(value: unknown): boolean {
  return typeof value === "number";
}
