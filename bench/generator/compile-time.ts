/** The time of the compiler for generated code. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** A folder with one of generated code for each WSDL. */
export interface Generated {
  readonly folder: string;
  /** The folder of the modules that the code imports, in addition to those of this project. */
  readonly peer?: string;
}

/**
 * All of them in one run of the project's own compiler.
 *
 * @returns ms, and what the compiler wrote
 */
export function compile(
  { folder, peer }: Generated,
  names: readonly string[],
): { readonly ms: number; readonly output: string } {
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
          "rescue-soap/codegen/v1": [resolve("dist/codegen-v1.d.ts")],
          "*": modules.map((path) => `${path}/*`),
        },
      },
      include: names.map((name) => `${name}/**/*.ts`),
    }),
  );
  const start = performance.now();
  const { stdout } = spawnSync("node_modules/.bin/tsc", ["-p", config, "--pretty", "false"], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return { ms: performance.now() - start, output: stdout };
}

/** An error of syntax; 1149 is about the letter case of a file's name. */
const SYNTAX_ERROR = /^(.*)\(\d+,\d+\): error TS1(?!149)\d{3}:/gm;

/** The generators whose code is TypeScript. The compiler checks nothing if one file has syntax errors. */
export function parsable(generated: Generated, names: readonly string[]): readonly string[] {
  const { output } = compile(generated, names);
  const files = [...output.matchAll(SYNTAX_ERROR)].map(([, file = ""]) => resolve(file));
  return names.filter((name) => {
    const folder = join(resolve(generated.folder), name, "/");
    return !files.some((file) => file.startsWith(folder));
  });
}
