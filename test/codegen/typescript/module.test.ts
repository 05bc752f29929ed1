import { expect, it } from "vitest";
import {
  externalModule,
  generatedModule,
  type Module,
  specifierOf,
} from "../../../src/codegen/typescript/module.js";

it.each<[string, Module, string, string]>([
  ["client", generatedModule("types"), ".js", "./types.js"],
  ["client", generatedModule("types"), "", "./types"],
  ["schema", generatedModule("schema/a"), ".ts", "./schema/a.ts"],
  ["types/a", generatedModule("types/b"), ".js", "./b.js"],
  ["types/a", generatedModule("enums"), ".js", "../enums.js"],
  ["types/a", generatedModule("schema/a"), ".js", "../schema/a.js"],
  ["client", externalModule("rescue-soap/soap"), ".ts", "rescue-soap/soap"],
  ["client", externalModule("../soap/index.js"), ".ts", "../soap/index.js"],
  ["types/a", externalModule("../soap/index.js"), ".ts", "../../soap/index.js"],
  ["types/a", externalModule("./runtime/index.js"), ".ts", "../runtime/index.js"],
])("%s imports %o with %j as %s", (from, module, extension, want) => {
  expect(specifierOf(module, generatedModule(from), extension)).toBe(want);
});
