import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { printSourceFile } from "../../../src/codegen/typescript/source-file.js";
import { declarations } from "./arbitrary-nodes.js";

it.each([1, 2, 3])("prints any nodes like the formatter does (seed %i)", (seed) => {
  const [sample = []] = fc.sample(declarations, { seed, numRuns: 1 });
  const file = { path: "client", declarations: sample };
  const text = printSourceFile(file, { heading: "Heading", extension: ".js" });
  const { stdout, stderr } = spawnSync(
    "node_modules/.bin/biome",
    ["format", "--stdin-file-path=src/client.ts"],
    { input: text, encoding: "utf8" },
  );
  expect(stderr).toBe("");
  expect(stdout).toBe(text);
});
