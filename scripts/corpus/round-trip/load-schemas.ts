/** Loads the generated schema.ts. */
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { RUNTIME } from "../job.js";

export async function loadSchemas(folder: string): Promise<Readonly<Record<string, unknown>>> {
  const outfile = join(folder, "schema.bundle.mjs");
  await build({
    entryPoints: [join(folder, "schema.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: { [RUNTIME]: resolve("src/soap/index.ts") },
    logLevel: "error",
  });
  return await import(pathToFileURL(outfile).href);
}
