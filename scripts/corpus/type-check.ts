/** Checks the types of generated code with the strictest settings. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { RUNTIME, USERS_RUNTIME } from "./job.js";

const TSC = resolve("node_modules/typescript/bin/tsc");

const OPTIONS = {
  target: "ES2022",
  lib: ["ES2023"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noEmit: true,
  // The declarations of the runtime are checked when they are written.
  skipLibCheck: true,
};

/** Writes the files to a folder. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [name, text] of files) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/**
 * Checks all files of a folder.
 *
 * @param runtimeTypes the folder of the runtime's declarations
 * @returns the errors of the compiler, one per line
 */
export async function typeErrors(folder: string, runtimeTypes: string): Promise<readonly string[]> {
  const project = join(folder, "tsconfig.json");
  const paths = {
    [RUNTIME]: [join(runtimeTypes, "codegen-runtime/v1.d.ts")],
    [USERS_RUNTIME]: [join(runtimeTypes, "soap/index.d.ts")],
  };
  const config = { compilerOptions: { ...OPTIONS, paths }, include: ["**/*.ts"] };
  await writeFile(project, JSON.stringify(config));
  const { failed, output } = await run(folder, TSC, ["-p", project, "--pretty", "false"]);
  return failed ? output.trim().split("\n") : [];
}

/** Emits the declarations of the runtime into a folder. */
export async function emitRuntimeTypes(folder: string): Promise<void> {
  const config = {
    extends: resolve("tsconfig.json"),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      skipLibCheck: true,
      rootDir: resolve("src"),
      outDir: folder,
      typeRoots: [resolve("node_modules/@types")],
    },
    include: [resolve("src/soap"), resolve("src/codegen-runtime")],
  };
  const project = join(folder, "tsconfig.json");
  await writeFile(project, JSON.stringify(config));
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const { output } = await run(folder, TSC, ["-p", project, "--pretty", "false"]);
  // `npm run typecheck` reports errors in the runtime itself.
  if (!existsSync(join(folder, "codegen-runtime/v1.d.ts"))) {
    throw new Error(`The runtime has no declarations:\n${output}`);
  }
}

function run(
  cwd: string,
  script: string,
  args: readonly string[],
): Promise<{ readonly failed: boolean; readonly output: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [script, ...args],
      { cwd, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => done({ failed: error !== null, output: stdout + stderr }),
    );
  });
}
