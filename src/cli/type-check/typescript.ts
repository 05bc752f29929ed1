/** Type-checks with the `tsc` of an installed `typescript` of any version from 5.0 on, in a process. */
import { type ExecFileOptions, execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Compiler, TypeCheck } from "./compiler.js";
import { runtimePaths, STRICT } from "./options.js";

/** @param packageJson of the installed `typescript` */
export async function typescriptCompiler(packageJson: string): Promise<Compiler> {
  const { version, bin }: PackageJson = JSON.parse(await readFile(packageJson, "utf8"));
  const tsc = join(dirname(packageJson), bin.tsc);
  return {
    name: `TypeScript ${version}`,
    check: (folder, signal) => check(tsc, resolve(folder), signal),
  };
}

/** In characters. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/** The members that are used. */
interface PackageJson {
  readonly version: string;
  readonly bin: { readonly tsc: string };
}

async function check(tsc: string, folder: string, signal?: AbortSignal): Promise<TypeCheck> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith(".ts")).map((name) => join(folder, name));
  const settings = await mkdtemp(join(tmpdir(), "rescue-soap-verify-"));
  try {
    const tsconfig = join(settings, "tsconfig.json");
    await writeFile(tsconfig, JSON.stringify({ compilerOptions: compilerOptions(), files }));
    const args = ["-p", tsconfig, "--pretty", "false"];
    const output = await run(tsc, args, { cwd: folder, signal, maxBuffer: MAX_OUTPUT });
    return { files: files.length, problems: problemsOf(output) };
  } finally {
    await rm(settings, { recursive: true });
  }
}

function compilerOptions(): object {
  return {
    ...STRICT,
    target: "ES2022",
    module: "ESNext",
    moduleResolution: "Bundler",
    types: [],
    paths: runtimePaths(),
  };
}

/** @returns standard output, whether or not there are errors */
function run(tsc: string, args: readonly string[], options: ExecFileOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [tsc, ...args], options, (error, stdout, stderr) => {
      // The compiler ends with a code if it finds errors.
      if (error === null || stdout !== "") resolve(String(stdout));
      else reject(new Error(`The compiler ${tsc} failed: ${stderr || error.message}`));
    });
  });
}

/**
 * `file(line,column): error TS1: text`, with paths relative to the folder; the lines of details are indented. Errors in
 * other folders are not about the generated code. Errors without a file are about the options or the compiler.
 */
const ERROR = /^(?:(?<file>[^\s(][^(]*)\((?<line>\d+),\d+\): )?error (?<text>TS\d+: .*)$/;

function problemsOf(output: string): readonly string[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const { file, line: number, text } = ERROR.exec(line)?.groups ?? {};
    if (text === undefined || file?.startsWith("..") === true) return [];
    return [file === undefined ? text : `${file}:${number}: ${text.replace(/^TS\d+: /, "")}`];
  });
}
