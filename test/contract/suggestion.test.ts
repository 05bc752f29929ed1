import { expect, it } from "vitest";
import { suggestion } from "../../src/contract/index.js";

const many = Array.from({ length: 12 }, (_, index) => `operation${index}`);

it.each<[string, { given: [string, string[]]; want: string }]>([
  ["a typo", { given: ["getOrdr", ["ping", "getOrder"]], want: "(did you mean getOrder?)" }],
  ["another case", { given: ["GETORDER", ["getOrder"]], want: "(did you mean getOrder?)" }],
  ["a part", { given: ["order", ["ping", "getOrder"]], want: "(did you mean getOrder?)" }],
  ["another name", { given: ["zzzzz", ["ping", "getOrder"]], want: "(available: ping, getOrder)" }],
  ["an empty name", { given: ["", ["getOrder"]], want: "(available: getOrder)" }],
  ["a repeated name", { given: ["zzzzz", ["a", "a"]], want: "(available: a)" }],
  ["no names", { given: ["ping", []], want: "(there is none)" }],
  [
    "many names",
    { given: ["zzzzz", many], want: `(available: ${many.slice(0, 10).join(", ")} and 2 more)` },
  ],
])("suggestion for %s", (_, { given: [name, names], want }) => {
  expect(suggestion(name, names)).toBe(want);
});
