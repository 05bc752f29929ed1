/** Bundles the runtime that `generate --standalone` copies: ES modules with a declaration, and no import of a package. */
import { join, resolve } from "node:path";
import { rolldown } from "rolldown";
import { STANDALONE } from "../entries.js";
import { chunksOf, isOfLibrary, vendorName } from "./chunks.js";
import { inputOptions, packageFolder } from "./input.js";
import { minify } from "./minify.js";

/** Loaded on demand, with an error that names the package if it is missing. */
const OPTIONAL_PEERS = ["@node-ntlm/core"];

/** @returns the folders of the bundled packages */
export async function buildStandalone(out: string): Promise<ReadonlySet<string>> {
  const folder = join(out, "standalone");
  const bundle = await rolldown({
    ...inputOptions({ index: STANDALONE }, OPTIONAL_PEERS),
    // Conditions of a package.json do not apply to copied files: the transport is that of Node.
    plugins: [],
  });
  const chunks = chunksOf(
    await bundle.write({
      dir: resolve(folder),
      format: "es",
      sourcemap: false,
      entryFileNames: "[name].js",
      chunkFileNames: (chunk) => `${vendorName(chunk) ?? "[name]"}.js`,
      comments: { legal: false, annotation: true, jsdoc: false },
    }),
  );
  await bundle.close();
  await Promise.all(chunks.filter(isOfLibrary).map(({ fileName }) => minify(folder, fileName)));
  return new Set(chunks.flatMap(({ moduleIds }) => moduleIds.flatMap(packageFolder)));
}
