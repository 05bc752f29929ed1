/** Bundles of the programs, and what runs them. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * Bundles a program with esbuild.
 *
 * @param folder the project that the package is installed in
 * @param conditions those of the platform, beside `import`; by default those of browsers
 */
export async function esbuildBundle(
  contents: string,
  folder: string,
  conditions?: string[],
): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    write: false,
    platform: "browser",
    format: "esm",
    logLevel: "silent",
    ...(conditions && { conditions }),
  });
  return outputFiles[0]?.text ?? "";
}

/** What the test uses of miniflare. */
interface Miniflare {
  dispatchFetch(url: string): Promise<{ text(): Promise<string> }>;
  dispose(): Promise<void>;
}

/** The text with which a worker responds in workerd. */
export async function workerResponse(
  script: string,
  url: string,
  modules: string,
): Promise<string> {
  const { Miniflare }: { Miniflare: new (options: object) => Miniflare } = createRequire(
    join(modules, "x.cjs"),
  )("miniflare");
  const miniflare = new Miniflare({ modules: true, script, compatibilityDate: "2025-07-01" });
  try {
    return await (await miniflare.dispatchFetch(url)).text();
  } finally {
    await miniflare.dispose();
  }
}
