/** From a contract to an output folder. */
import type { Contract } from "../contract/index.js";
import { type FilesOptions, generateFiles } from "./files.js";
import { earlierNames, writeOutput } from "./output/output.js";
import { STANDALONE_RUNTIME, standaloneRuntime } from "./output/standalone-runtime.js";

/** Options of `generate` and `check`. */
export interface GenerateOptions extends Omit<FilesOptions, "keptNames"> {
  /** The folder; it is replaced whole. */
  readonly out: string;
  /** Where generated code imports the runtime from; default `rescue-soap/codegen/v1`. */
  readonly runtime?: string;
  /**
   * Writes the runtime next to the generated code, so that the code needs no package. It replaces `runtime`. Default `false`:
   * the runtime of an installed package is updated with it, a copy only when the code is generated again. Requires
   * Node.js, Deno or Bun at run time.
   */
  readonly standalone?: boolean;
}

/** The module from which generated code imports the runtime by default. */
export const DEFAULT_RUNTIME = "rescue-soap/codegen/v1";

/**
 * Writes the code of a contract. Types keep the names that they have in the code which is there.
 *
 * @returns the names of the files
 * @throws GenerateError; the folder is then as it was
 */
export async function generate(contract: Contract, options: GenerateOptions): Promise<string[]> {
  const files = await filesFor(contract, options);
  await writeOutput(options.out, files);
  return [...files.keys()];
}

/**
 * Compares the folder with what would be written, and writes nothing.
 *
 * @returns a sentence for each difference
 */
export async function check(contract: Contract, options: GenerateOptions): Promise<string[]> {
  // Generating needs nothing of it.
  const { compareOutput } = await import("./output/compare-output.js");
  return compareOutput(options.out, await filesFor(contract, options));
}

async function filesFor(
  contract: Contract,
  options: GenerateOptions,
): Promise<Map<string, string>> {
  const keptNames = await earlierNames(options.out);
  if (options.standalone !== true) {
    return generateFiles(contract, options.runtime ?? DEFAULT_RUNTIME, { ...options, keptNames });
  }
  const code = generateFiles(contract, STANDALONE_RUNTIME, { ...options, keptNames });
  return new Map([...code, ...(await standaloneRuntime())]);
}
