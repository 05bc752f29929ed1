/** All the files of a contract. */
import { type Contract, contractJson } from "../contract/index.js";
import { buildModel, type ModelOptions } from "./model/model.js";
import { emitClients } from "./print/emit-client.js";
import { emitEnums } from "./print/emit-enums.js";
import { emitFaults } from "./print/emit-faults.js";
import { emitOutcomes } from "./print/emit-outcomes.js";
import { emitSchema } from "./print/emit-schema.js";
import { emitTypes } from "./print/emit-types.js";
import { HEADER } from "./print/header.js";
import { jsonFile } from "./print/json.js";
import { modulesOf } from "./print/modules.js";
import { References } from "./types/references.js";
import type { ExportAll } from "./typescript/declaration-nodes.js";
import { generatedModule } from "./typescript/module.js";
import {
  isTypeOnly,
  type PrintOptions,
  printSourceFile,
  type SourceFile,
} from "./typescript/source-file.js";
import { WireSchema } from "./wire/wire-schema.js";

/** The contract as the code has it, for comparison with a later one. */
export const CONTRACT_FILE = "contract.json";

/** The extension of relative imports in generated code, `none` for none. */
export type ImportExtension = "js" | "ts" | "none";

/** Options of the generated code. The defaults keep all values of the wire without loss. */
export interface FilesOptions extends ModelOptions {
  /**
   * The extension of relative imports. Default `js`, which TypeScript resolves in all of its module settings. Node and Deno
   * run TypeScript files as they are with `ts`, which needs TypeScript's `allowImportingTsExtensions`. `none` is for
   * bundlers.
   */
  readonly importExtension?: ImportExtension;
}

/**
 * Generates the code of a contract without writing it.
 *
 * @param runtime the module from which generated code imports the runtime
 * @returns the text of each file by its name; the same for the same contract and options
 * @throws GenerateError if a selected name does not exist, or nothing is selected
 */
export function generateFiles(
  contract: Contract,
  runtime: string,
  options: FilesOptions = {},
): Map<string, string> {
  const model = buildModel(contract, options);
  const modules = modulesOf(model, options.keptNames ?? new Map());
  const references = new References(model, modules, runtime);
  const names = { ...model.chosenNames, ...modules.chosenNames };
  const json = {
    ...contractJson(contract),
    ...(Object.keys(names).length === 0 ? {} : { names }),
  };
  const files = [
    ...emitClients(model, references),
    emitEnums(model),
    emitFaults(model, references),
    emitOutcomes(model, references),
    ...emitSchema({ model, wire: new WireSchema(model), modules, references }),
    ...emitTypes(model, references),
  ].filter(({ declarations }) => declarations.length > 0);
  const texts = new Map([
    ...printed([...files, indexFile(files)], {
      heading: `${HEADER} from ${model.source}; do not edit.`,
      extension: EXTENSIONS[options.importExtension ?? "js"],
    }),
    [CONTRACT_FILE, jsonFile(json)],
  ]);
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const EXTENSIONS: Readonly<Record<ImportExtension, string>> = { js: ".js", ts: ".ts", none: "" };

function printed(
  files: readonly SourceFile[],
  options: PrintOptions,
): readonly (readonly [string, string])[] {
  return files.map((file) => [`${file.path}.ts`, printSourceFile(file, options)]);
}

/** index.ts: exports the files of the output folder itself. */
function indexFile(files: readonly SourceFile[]): SourceFile {
  const exported = files.filter(({ path }) => !path.includes("/"));
  return { path: "index", declarations: exported.map(exportAll) };
}

function exportAll(file: SourceFile): ExportAll {
  return {
    kind: "export-all",
    module: generatedModule(file.path),
    isTypeOnly: isTypeOnly(file),
  };
}
