import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkLayers, type Findings } from "../../../scripts/layers/check.js";
import { LAYERS, type LayerRule } from "../../../scripts/layers/rules.js";
import { readSources } from "../../../scripts/layers/source-graph.js";

const RULES: Readonly<Record<string, LayerRule>> = {
  base: { imports: [], publicFiles: ["on-demand.ts"] },
  top: { imports: ["base"], exceptions: { "index.ts": ["side"] } },
  side: { imports: ["base/facts/index.ts"] },
  ".": { imports: ["top"] },
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rescue-soap-layers-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function findingsOf(files: Readonly<Record<string, string>>): Findings {
  for (const [file, code] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), code);
  }
  return checkLayers(readSources(root), RULES);
}

const NONE: Findings = {
  disallowed: [],
  nonPublic: [],
  cycles: [],
  longFiles: [],
  longSignatures: [],
  largeFolders: [],
};

describe("imports", () => {
  it.each<[name: string, file: string, code: string, findings?: Partial<Findings>]>([
    ["a file of the same layer", "base/a.ts", 'import { b } from "./b.js";'],
    ["the index of an allowed layer", "top/a.ts", 'import { a } from "../base/index.js";'],
    ["a public file of it", "top/a.ts", 'const a = await import("../base/on-demand.js");'],
    ["an exception of one file", "top/index.ts", 'export { a } from "../side/index.js";'],
    ["an allowed file", "side/a.ts", 'import { a } from "../base/facts/index.js";'],
    [
      "another file of the same layer",
      "side/a.ts",
      'import { a } from "../base/index.js";',
      {
        disallowed: [
          'side/a.ts imports "../base/index.js": side may import from base/facts/index.ts',
        ],
      },
    ],
    ["a package", "base/a.ts", 'import { a } from "soap";'],
    [
      "the text of an import",
      "base/a.ts",
      'const a = `from "../top/index.js"`; // import "../top/x"',
    ],
    [
      "a layer that is not allowed",
      "base/a.ts",
      'import type { A } from "../top/index.js";',
      {
        disallowed: ['base/a.ts imports "../top/index.js": base may import from no other layer'],
      },
    ],
    [
      "an exception of another file",
      "top/a.ts",
      'export * from "../side/index.js";',
      { disallowed: ['top/a.ts imports "../side/index.js": top may import from base'] },
    ],
    [
      "a file that is not public",
      "top/deep/a.ts",
      'import { a } from "../../base/private.js";',
      {
        nonPublic: [
          'top/deep/a.ts imports "../../base/private.js", which is not a public file of base',
        ],
      },
    ],
    [
      "the type of a module",
      "base/a.ts",
      'type A = typeof import("../top/index.js");',
      {
        disallowed: ['base/a.ts imports "../top/index.js": base may import from no other layer'],
      },
    ],
    [
      "a dynamic import",
      "a.ts",
      'const a = await import("./base/on-demand.js");',
      { disallowed: ['a.ts imports "./base/on-demand.js": . may import from top'] },
    ],
    [
      "the package by its name",
      "base/a.ts",
      'import { a } from "rescue-soap/soap";',
      {
        disallowed: ['base/a.ts imports "rescue-soap/soap": use the relative path of the file'],
      },
    ],
    [
      "an undeclared layer",
      "extra/a.ts",
      'import { a } from "../base/index.js";',
      {
        disallowed: ['extra/a.ts imports "../base/index.js": extra may import from no other layer'],
      },
    ],
  ])("checks %s", (_, file, code, findings) => {
    expect(findingsOf({ [file]: code })).toEqual({ ...NONE, ...findings });
  });

  it("finds cycles of types and values", () => {
    const { cycles } = findingsOf({
      "base/a.ts": 'import { b } from "./b.js";',
      "base/b.ts": 'import type { C } from "./c.js"; import "./d.js";',
      "base/c.ts": 'export { a } from "./a.js";',
      "base/d.ts": "",
    });
    expect(cycles).toEqual(["import cycle: base/a.ts → base/b.ts → base/c.ts → base/a.ts"]);
  });
});

describe("sizes", () => {
  it("finds long files, long signatures and large folders, but in generated code", () => {
    const long = "\n".repeat(301);
    const files = Object.fromEntries(
      Array.from({ length: 16 }, (_, index) => [`base/${index}.ts`, ""]),
    );
    const signature = "export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];";
    const findings = findingsOf({
      ...files,
      "top/a.ts": long,
      "top/b.ts": signature,
      "generated/a.ts": long,
    });
    expect(findings).toEqual({
      ...NONE,
      longFiles: ["top/a.ts has 301 lines; the limit is 300"],
      longSignatures: ["top/b.ts: f has 5 parameters; the limit is 4"],
      largeFolders: ["base has 16 files; the limit is 15"],
    });
  });
});

it("has a rule for each folder of src, and no rule without one", () => {
  const layers = [...readSources("src").keys()].map((file) =>
    file.includes("/") ? file.slice(0, file.indexOf("/")) : ".",
  );
  expect([...new Set(layers)].sort()).toEqual(Object.keys(LAYERS).sort());
});
