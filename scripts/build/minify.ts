/** Makes bundles smaller that users do not debug: the command, the generator and the bundled packages. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";

/** Minifies a written bundle in place, and removes its source map. @param file below `out` */
export async function minify(out: string, file: string): Promise<void> {
  const path = join(out, file);
  const { code } = await transform(await readFile(path, "utf8"), {
    format: path.endsWith(".cjs") ? "cjs" : "esm",
    minify: true,
    // The notices have them.
    legalComments: "none",
    charset: "utf8",
    target: "es2022",
    platform: "node",
  });
  await writeFile(path, code.replace(/^\/\/# sourceMappingURL=.*\n?/m, ""));
  await rm(`${path}.map`, { force: true });
}
