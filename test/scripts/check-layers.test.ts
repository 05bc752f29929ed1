import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { layerFaults } from "../../scripts/check-layers.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rescue-soap-layers-"));
});
afterEach(() => rmSync(root, { recursive: true }));

it.each<[name: string, file: string, code: string, fault?: string]>([
  ["a file beside it", "soap/client.ts", 'import { a } from "./deadline.js";'],
  ["an allowed folder", "rescue/client.ts", 'import { a } from "../soap/index.js";'],
  ["an allowed file", "codegen/emit.ts", 'import type { A } from "../soap/schema.js";'],
  ["a deeper folder", "simulator/asmx/engine.ts", 'import { a } from "../../wsdl/index.js";'],
  ["another package", "soap/client.ts", 'import { a } from "soap";'],
  [
    "a folder that is not allowed",
    "soap/client.ts",
    'import { a } from "../rescue/index.js";',
    'soap/client.ts imports "../rescue/index.js": soap may import from no other folder',
  ],
  [
    "a file that is not the allowed one",
    "codegen/emit.ts",
    'export * from "../soap/client.js";',
    'codegen/emit.ts imports "../soap/client.js": codegen may import from wsdl, soap/schema.ts, soap/declaration-text.ts, soap/status-prefix.ts',
  ],
  [
    "the package's face",
    "simulator/asmx/engine.ts",
    'type A = typeof import("../../index.js");',
    'simulator/asmx/engine.ts imports "../../index.js": simulator may import from generated, soap, wsdl',
  ],
  [
    "a dynamic import",
    "index.ts",
    'const a = await import("./cli/run.js");',
    'index.ts imports "./cli/run.js": . may import from generated, rescue, soap',
  ],
  [
    "the package by its name",
    "soap/client.ts",
    'import { a } from "rescue-soap";',
    'soap/client.ts imports "rescue-soap": src imports its own files by their relative path',
  ],
  [
    "a folder that nobody declared",
    "extra/a.ts",
    'import { a } from "../soap/index.js";',
    'extra/a.ts imports "../soap/index.js": extra may import from no other folder',
  ],
])("finds what is wrong with an import of %s", (_, file, code, fault) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), `${code}\n`);
  expect(layerFaults(root)).toEqual(fault === undefined ? [] : [fault]);
});
