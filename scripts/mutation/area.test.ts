/** The tests of one area as one file: Stryker starts it once per mutant, and a start costs more than most tests. */
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe } from "vitest";
import { AREAS } from "./areas.js";

const area = AREAS[process.env.MUTATED_AREA ?? ""];
if (area === undefined)
  throw new Error(`MUTATED_AREA is none of ${Object.keys(AREAS).join(", ")}.`);

const paths = readdirSync("test", { recursive: true, encoding: "utf8" }).map(
  (path) => `test/${path}`,
);
for (const path of paths) {
  if (!path.endsWith(".test.ts") || !area.tests.some((start) => path.startsWith(start))) continue;
  // Async: its hooks and tests are those of this block.
  describe(path, async () => {
    await import(resolve(path));
  });
}
