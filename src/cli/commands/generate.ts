/** `rescue-soap generate`: TypeScript for a WSDL. */
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import {
  check,
  DEFAULT_RUNTIME,
  type Download,
  type GenerateOptions,
  generate,
  readContract,
} from "../../codegen/index.js";
import { RefusedError } from "../failure/failure.js";
import type { Io } from "../io.js";
import type { Compiler } from "../type-check/compiler.js";

interface GenerateFlags extends GenerateOptions {
  readonly check?: true;
  readonly verify?: true;
}

const HELP = `
The folder is replaced whole or not at all. With --check nothing is written: what differs is said in words, and the
exit code is 1 when something does. A proxy is taken from HTTPS_PROXY or HTTP_PROXY.

Examples:
  $ rescue-soap generate API.wsdl --out src/generated
  $ rescue-soap generate https://secure.logmeinrescue.com/API/API.asmx?wsdl --out src/generated
  $ rescue-soap generate API.wsdl --out src/generated --check
  $ rescue-soap generate crm.wsdl --out src/crm --operations getUser,setUser --dates date

Exit codes: 0 done, 1 --check found differences, 2 usage, 3 it failed (network, no WSDL, a folder that can't be written).`;

export function defineGenerate(command: Command, io: Io): void {
  command
    .argument("<file|url>", "the WSDL")
    .requiredOption("--out <folder>", "where the code goes")
    .option("--check", "write nothing, and say what differs from what is there")
    .option(
      "--verify",
      "type-check what was written, with the typescript of your project or with ts-morph",
    )
    .option("--operations <names>", "only these, and the types that they reach", names)
    .option("--ports <names>", "only these", names)
    .addOption(mapping("--dates <type>", "what xs:dateTime becomes", ["string", "date"]))
    .addOption(
      mapping("--int64 <type>", "what xs:long and xs:integer become", [
        "bigint",
        "number",
        "string",
      ]),
    )
    .addOption(mapping("--decimals <type>", "what xs:decimal becomes", ["string", "number"]))
    .addOption(mapping("--binary <type>", "what xs:base64Binary becomes", ["bytes", "attachment"]))
    .option("--runtime <module>", "where the code imports the runtime from", DEFAULT_RUNTIME)
    .addHelpText("after", HELP)
    .action((source: string, flags: GenerateFlags) =>
      flags.check === true ? checkOut(source, flags, io) : writeOut(source, flags, io),
    );
}

/** `a,b` as a list. */
function names(text: string): string[] {
  return text.split(",").map((name) => name.trim());
}

/** The first of the choices is the default. */
function mapping(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices).default(choices[0]);
}

/** A file needs no network. */
const download: Download = async (url) => (await import("../wsdl/download.js")).download(url);

async function writeOut(source: string, flags: GenerateFlags, io: Io): Promise<void> {
  const compiler = flags.verify === true ? await compilerFor(flags.out) : undefined;
  const contract = await readContract(source, download);
  const files = await generate(contract, flags);
  for (const { message, location } of contract.warnings) {
    io.stderr.write(`note: ${location.file}:${location.line}:${location.column}: ${message}\n`);
  }
  io.stdout.write(`${flags.out}: ${files.length} files from ${source}\n`);
  if (compiler !== undefined) await verify(flags.out, compiler, io);
}

/** @throws MissingCompilerError */
async function compilerFor(out: string): Promise<Compiler> {
  const { findCompiler } = await import("../type-check/compiler.js");
  return findCompiler([resolve(out), process.cwd()]);
}

/** @throws RefusedError if the compiler reports errors */
async function verify(out: string, compiler: Compiler, io: Io): Promise<void> {
  const { files, problems } = await compiler.check(out);
  for (const problem of problems) io.stdout.write(`${problem}\n`);
  if (problems.length > 0) throw new RefusedError(`${out} does not type-check.`, "TYPE_ERRORS");
  io.stdout.write(`${files} files type-check (${compiler.name})\n`);
}

/** @throws RefusedError when something differs */
async function checkOut(source: string, flags: GenerateFlags, io: Io): Promise<void> {
  const changes = await check(await readContract(source, download), flags);
  if (changes.length === 0) {
    io.stdout.write(`${flags.out} is what ${source} gives\n`);
    return;
  }
  for (const change of changes) io.stdout.write(`${change}\n`);
  throw new RefusedError(`${flags.out} is not what ${source} gives.`, "OUT_OF_DATE");
}
