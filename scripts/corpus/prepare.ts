/** Prepares the script of the judging processes and the declarations of the runtime. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { emitRuntimeTypes } from "./type-check.js";

export interface Prepared {
  readonly worker: string;
  readonly runtimeTypes: string;
  remove(): Promise<void>;
}

/** The script is compiled, so that time and memory are those of the generator. */
export async function prepare(): Promise<Prepared> {
  // In node_modules, so that the imported packages are found.
  const cache = resolve("node_modules/.cache");
  await mkdir(cache, { recursive: true });
  const scripts = await mkdtemp(join(cache, "corpus-"));
  const worker = join(scripts, "worker.mjs");
  const types = await mkdtemp(join(tmpdir(), "rescue-soap-runtime-"));
  const remove = async () => {
    await rm(scripts, { recursive: true, force: true });
    await rm(types, { recursive: true, force: true });
  };
  try {
    await build({
      entryPoints: [resolve("scripts/corpus/worker.ts")],
      outfile: worker,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      sourcemap: "inline",
      logLevel: "error",
    });
    await emitRuntimeTypes(types);
    return { worker, runtimeTypes: types, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
