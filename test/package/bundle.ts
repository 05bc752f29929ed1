/** Bundles programs with esbuild, as users of the installed package do. */
import { build } from "esbuild";

/**
 * @param folder the project that the package is installed in
 * @param contents the program
 * @param conditions those of the platform, beside `import`; by default those of browsers
 */
export function bundle(folder: string, contents: string, conditions?: string[]) {
  return build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    write: false,
    metafile: true,
    platform: "browser",
    format: "esm",
    outfile: "page.js",
    logLevel: "silent",
    ...(conditions && { conditions }),
  });
}

/** The text of the one file of a bundle. */
export async function bundleText(
  folder: string,
  contents: string,
  conditions?: string[],
): Promise<string> {
  const { outputFiles } = await bundle(folder, contents, conditions);
  return outputFiles[0]?.text ?? "";
}
