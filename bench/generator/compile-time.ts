/** How long the compiler takes for generated code. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * All folders in one run of the project's own compiler, in ms.
 *
 * @param peer where the modules lie that the code imports, beside this project's
 */
export function compileTime(folder: string, names: readonly string[], peer?: string): number {
  const config = join(folder, "tsconfig.json");
  const modules = [
    ...(peer === undefined ? [] : [join(peer, "node_modules")]),
    resolve("node_modules"),
  ];
  writeFileSync(
    config,
    JSON.stringify({
      compilerOptions: {
        target: "ES2022",
        module: "ESNext",
        moduleResolution: "Bundler",
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        typeRoots: [resolve("node_modules/@types")],
        types: ["node"],
        paths: {
          "rescue-soap/soap": [resolve("dist/soap/index.d.ts")],
          "*": modules.map((path) => `${path}/*`),
        },
      },
      include: names.map((name) => `${name}/**/*.ts`),
    }),
  );
  const start = performance.now();
  spawnSync("node_modules/.bin/tsc", ["-p", config], { stdio: "ignore" });
  return performance.now() - start;
}
