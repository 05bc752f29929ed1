/** The operations of a contract of our own, as the generator has them. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { generateFiles } from "../../src/codegen/index.js";
import type { Operation } from "../../src/soap/index.js";
import { readContract } from "../../src/wsdl/index.js";

/** Values of types that are not known before the code is generated. */
export type Fields = Readonly<Record<string, unknown>>;
export type GeneratedOperations = Readonly<
  Record<string, Operation<Fields, Fields, Fields, Fields, Fields>>
>;

/** The file of a contract. */
export function contractFile(name: string): string {
  return fileURLToPath(new URL(`contracts/${name}.wsdl`, import.meta.url));
}

export async function generatedOperations(name: string): Promise<GeneratedOperations> {
  const file = contractFile(name);
  const contract = await readContract(file, () => Promise.reject(new Error("No download.")));
  const folder = await mkdtemp(resolve("node_modules/.cache-serve-"));
  try {
    const files = generateFiles(contract, resolve("src/soap/index.ts"));
    for (const [path, text] of files) await writeFile(resolve(folder, path), text);
    const outfile = resolve(folder, "schema.mjs");
    const entryPoints = [resolve(folder, "schema.ts")];
    await build({ entryPoints, outfile, bundle: true, format: "esm", logLevel: "error" });
    const { operations }: { operations: GeneratedOperations } = await import(
      pathToFileURL(outfile).href
    );
    return operations;
  } finally {
    await rm(folder, { recursive: true });
  }
}
