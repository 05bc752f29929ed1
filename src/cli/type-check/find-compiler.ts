/** Finds the compiler that type-checks generated code: the project's `typescript`, or `ts-morph`. Neither is a dependency. */
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Compiler } from "./compiler.js";

/** No compiler is installed. */
export class MissingCompilerError extends Error {
  readonly code = "MISSING_COMPILER";
}

/**
 * @param folders `typescript` is resolved from these, in this order
 * @throws MissingCompilerError
 */
export async function findCompiler(folders: readonly string[]): Promise<Compiler> {
  for (const folder of folders) {
    const file = packageJson("typescript", folder);
    if (file === undefined) continue;
    const { typescriptCompiler } = await import("./typescript.js");
    return typescriptCompiler(file);
  }
  if (packageJson("ts-morph", import.meta.url) === undefined) {
    throw new MissingCompilerError(
      `A type check needs the package typescript, which is not installed in ${folders.join(" or ")}: run npm install --save-dev typescript.`,
    );
  }
  const { tsMorphCompiler } = await import("./ts-morph.js");
  return tsMorphCompiler;
}

/** The package.json of an installed package, as code in `from` resolves it. */
function packageJson(name: string, from: string): string | undefined {
  const parent = from.startsWith("file:") ? from : join(from, "resolve-from-here.js");
  try {
    return createRequire(parent).resolve(`${name}/package.json`);
  } catch {
    return undefined;
  }
}
