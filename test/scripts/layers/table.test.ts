import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { LAYERS, type LayerRule } from "../../../scripts/layers/rules.js";

function importsOf({ imports, exceptions = {} }: LayerRule): string {
  const exceptional = Object.entries(exceptions).flatMap(([file, layers]) =>
    layers.map((layer) => `${layer} (only ${file})`),
  );
  return [...imports, ...exceptional].join(", ") || "–";
}

it("the table of layers in CONTRIBUTING.md lists the rules", () => {
  const text = readFileSync("CONTRIBUTING.md", "utf8");
  const rows = [...text.matchAll(/^\| `([^`]+)` \| [^|]+ \| ([^|]+) \|$/gm)];
  expect(rows.map(([, layer, imports]) => [layer, imports])).toEqual(
    Object.entries(LAYERS).map(([layer, rule]) => [layer, importsOf(rule)]),
  );
});
