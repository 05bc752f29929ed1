/** All the files of a contract. */
import { type Contract, contractJson } from "../contract/index.js";
import { buildModel, type Model, type ModelOptions } from "./model/model.js";
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
import { isTypeOnly, printSourceFile, type SourceFile } from "./typescript/source-file.js";
import { WireSchema } from "./wire/wire-schema.js";

/** The contract as the code has it, for comparison with a later one. */
export const CONTRACT_FILE = "contract.json";

/**
 * @param runtime where generated code imports the runtime from
 * @returns the text of each file by its name; the same for the same contract and options
 * @throws GenerateError when there is nothing to generate
 */
export function generateFiles(
  contract: Contract,
  runtime: string,
  options: ModelOptions = {},
): Map<string, string> {
  const model = buildModel(contract, options);
  const modules = modulesOf(model);
  const references = new References(model, modules, runtime);
  const names = model.chosenNames;
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
    ...printed([...files, indexFile(files)], model),
    [CONTRACT_FILE, jsonFile(json)],
  ]);
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function printed(files: readonly SourceFile[], { source }: Model): readonly [string, string][] {
  const heading = `${HEADER} from ${source}; do not edit.`;
  return files.map((file) => [
    `${file.path}.ts`,
    printSourceFile(file, { heading, extension: ".js" }),
  ]);
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
