/** All the files of a contract. */
import { type Contract, summarize } from "../wsdl/index.js";
import { emitClient } from "./emit-client.js";
import { emitEnums } from "./emit-enums.js";
import { emitOutcomes } from "./emit-outcomes.js";
import { emitSchema } from "./emit-schema.js";
import { emitTypes } from "./emit-types.js";
import { json, print } from "./layout.js";
import { buildModel } from "./model.js";
import { printFile } from "./source-file.js";

/** The contract as the code has it, for comparison with a later one. */
export const CONTRACT_FILE = "contract.json";

const EXPORTS = [
  'export * from "./client.js";',
  'export * from "./enums.js";',
  'export type * from "./outcomes.js";',
  'export * from "./schema.js";',
  'export type * from "./types.js";',
];

/**
 * @param runtime where generated code imports the runtime from
 * @returns the text of each file by its name; the same for the same contract
 * @throws GenerateError when the contract has what can't be expressed yet
 */
export function generateFiles(contract: Contract, runtime: string): Map<string, string> {
  const model = buildModel(contract);
  return new Map([
    ["client.ts", emitClient(model, runtime)],
    [CONTRACT_FILE, `${print(json(summarize(contract)))}\n`],
    ["enums.ts", emitEnums(model)],
    ["index.ts", printFile(model.source, EXPORTS, [])],
    ["outcomes.ts", emitOutcomes(model)],
    ["schema.ts", emitSchema(model, runtime)],
    ["types.ts", emitTypes(model, runtime)],
  ]);
}
