/** Type-checks with the `tsc` of an installed `typescript` of any version from 5.0 on, in a process. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Compiler, TypeCheck } from "./compiler.js";
import { runtimePaths, STRICT } from "./options.js";

/** @param packageJson of the installed `typescript` */
export async function typescriptCompiler(packageJson: string): Promise<Compiler> {
  const { version, bin }: PackageJson = JSON.parse(await readFile(packageJson, "utf8"));
  const tsc = join(dirname(packageJson), bin.tsc);
  return { name: `TypeScript ${version}`, check: (folder) => check(tsc, resolve(folder)) };
}

/** What is read of it. */
interface PackageJson {
  readonly version: string;
  readonly bin: { readonly tsc: string };
}

async function check(tsc: string, folder: string): Promise<TypeCheck> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith(".ts")).map((name) => join(folder, name));
  const settings = await mkdtemp(join(tmpdir(), "rescue-soap-verify-"));
  try {
    const tsconfig = join(settings, "tsconfig.json");
    await writeFile(tsconfig, JSON.stringify({ compilerOptions: compilerOptions(), files }));
    const output = await run(tsc, ["-p", tsconfig, "--pretty", "false"], folder);
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
function run(tsc: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [tsc, ...args], options, (error, stdout, stderr) => {
      // The compiler ends with a code if it finds errors.
      if (error === null || stdout !== "") resolve(stdout);
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
