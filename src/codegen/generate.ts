/** From a contract to an output folder. */
import type { Contract } from "../wsdl/index.js";
import { generateFiles } from "./files.js";
import { compareOutput, writeOutput } from "./output.js";

export interface GenerateOptions {
  /** The folder; it is replaced whole. */
  readonly out: string;
  /** Where generated code imports the runtime from; default `rescue-soap/soap`. */
  readonly runtime?: string;
}

export const DEFAULT_RUNTIME = "rescue-soap/soap";

/**
 * Writes the code of a contract.
 *
 * @returns the names of the files
 * @throws GenerateError; the folder is then as it was
 */
export async function generate(contract: Contract, options: GenerateOptions): Promise<string[]> {
  const files = generateFiles(contract, options.runtime ?? DEFAULT_RUNTIME);
  await writeOutput(options.out, files);
  return [...files.keys()];
}

/**
 * Compares the folder with what would be written, and writes nothing.
 *
 * @returns a sentence for each difference
 */
export function check(contract: Contract, options: GenerateOptions): Promise<string[]> {
  return compareOutput(options.out, generateFiles(contract, options.runtime ?? DEFAULT_RUNTIME));
}
