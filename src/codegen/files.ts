/** All the files of a contract. */
import { type Contract, summarize } from "../contract/index.js";
import { buildModel, type ModelOptions } from "./model/model.js";
import { callingClients, clientFile, emitClients } from "./print/emit-client.js";
import { emitEnums } from "./print/emit-enums.js";
import { emitFaults } from "./print/emit-faults.js";
import { emitOutcomes } from "./print/emit-outcomes.js";
import { emitSchema } from "./print/emit-schema.js";
import { emitTypes } from "./print/emit-types.js";
import { jsonFile } from "./print/json.js";
import { modulesOf } from "./print/modules.js";
import { printFile } from "./print/source-file.js";
import { wireSchema } from "./wire/wire-schema.js";

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
  const names = model.chosenNames;
  const summary = {
    ...summarize(contract),
    ...(Object.keys(names).length === 0 ? {} : { names }),
  };
  const exports = [
    ...callingClients(model).map(
      (client) => `export * from "./${clientFile(client, model).replace(/\.ts$/, ".js")}";`,
    ),
    'export * from "./enums.js";',
    ...(model.faultsName === undefined ? [] : ['export * from "./faults.js";']),
    'export type * from "./outcomes.js";',
    'export * from "./schema.js";',
    'export type * from "./types.js";',
  ];
  return new Map([
    ...emitClients(model, runtime),
    [CONTRACT_FILE, jsonFile(summary)],
    ["enums.ts", emitEnums(model)],
    ...emitFaults(model, runtime),
    ["index.ts", printFile(model.source, exports, [])],
    ["outcomes.ts", emitOutcomes(model, runtime)],
    ...emitSchema(model, wireSchema(model), modules, runtime),
    ...emitTypes(model, modules, runtime),
  ]);
}
