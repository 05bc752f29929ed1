/** Bundles a program with Vite. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What the test uses of Vite. */
interface Vite {
  build(options: object): Promise<readonly { readonly output: readonly { code: string }[] }[]>;
}

/**
 * @param folder the project that the package is installed in
 * @param modules the folder that Vite is installed in
 * @returns the text of the one file
 */
export async function viteBundle(
  folder: string,
  contents: string,
  modules: string,
): Promise<string> {
  const { build }: Vite = await import(
    pathToFileURL(join(modules, "vite/dist/node/index.js")).href
  );
  const entry = join(folder, "vite-page.mjs");
  await writeFile(entry, contents);
  const [bundle] = await build({
    root: folder,
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      lib: { entry, formats: ["es"] },
      rollupOptions: { output: { codeSplitting: false } },
    },
  });
  return bundle?.output[0]?.code ?? "";
}
