/** From a contract to an output folder. */
import type { Contract } from "../contract/index.js";
import { type FilesOptions, generateFiles } from "./files.js";
import { withManifest } from "./output/manifest.js";
import { earlierNames, writeOutput } from "./output/output.js";
import { STANDALONE_RUNTIME, standaloneRuntime } from "./output/standalone-runtime.js";

/** Options of `generate` and `check`. */
export interface GenerateOptions extends Omit<FilesOptions, "keptNames"> {
  /**
   * The folder; it is replaced whole. Its file manifest.json lists the generated files: if there are others, or a generated file
   * was changed, nothing is written. It must not be or contain the current folder or the home folder.
   */
  readonly out: string;
  /**
   * Replaces generated files that were changed or are not in the manifest, as long as they have the header of generated code.
   * Default `false`. Risk: your changes to these files are lost.
   */
  readonly force?: boolean;
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
 * @throws GenerateError; the folder is unchanged then, unless files were saved in it at the same time: the message names them
 */
export async function generate(contract: Contract, options: GenerateOptions): Promise<string[]> {
  const files = await filesFor(contract, options);
  writeOutput(options.out, files, options.force);
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
  const keptNames = earlierNames(options.out);
  if (options.standalone !== true) {
    const runtime = options.runtime ?? DEFAULT_RUNTIME;
    return withManifest(generateFiles(contract, runtime, { ...options, keptNames }));
  }
  const code = generateFiles(contract, STANDALONE_RUNTIME, { ...options, keptNames });
  return withManifest(new Map([...code, ...(await standaloneRuntime())]));
}
