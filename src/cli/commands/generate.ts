/** `rescue-soap generate`: TypeScript for a WSDL. */
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { check, DEFAULT_RUNTIME, type GenerateOptions, generate } from "../../codegen/index.js";
import { locationText } from "../../contract/index.js";
import { publicUrls } from "../../errors/index.js";
import { RejectedError } from "../failure/errors.js";
import type { Io } from "../io.js";
import { nameList } from "../options/name-list.js";
import { addRequiredOption } from "../options/required-option.js";
import type { Compiler } from "../type-check/compiler.js";
import { type ReadFlags, withReadFlags } from "../wsdl/read-flags.js";
import { readWsdl, WSDL_HELP } from "../wsdl/read-wsdl.js";

interface GenerateFlags extends GenerateOptions, ReadFlags {
  readonly check?: true;
  readonly verify?: true;
}

const HELP = `
The folder is replaced as a whole or not at all; its manifest.json lists the generated files, and no others are deleted. With --check nothing is written: the differences are printed, and the
exit code is 1 if there are any. Downloads use the proxy of HTTPS_PROXY or HTTP_PROXY.

Examples:
  $ rescue-soap generate API.wsdl --out src/generated
  $ rescue-soap generate https://secure.logmeinrescue.com/API/API.asmx?wsdl --out src/generated
  $ rescue-soap generate API.wsdl --out src/generated --check
  $ rescue-soap generate crm.wsdl --out src/crm --operations getUser,setUser --dates date

Exit codes: 0 OK, 1 --check or --verify found something, 2 usage, 3 failure (network, not a WSDL, a folder that can't be
written).`;

/** The options in the order of the help, beside --out. */
function generateOptions(): readonly Option[] {
  return [
    new Option(
      "--force",
      "replace generated files that you changed or copied; other files are never replaced",
    ),
    new Option("--check", "write nothing, and print the differences from the existing code"),
    new Option(
      "--verify",
      "type-check the written code, with the typescript of your project or with ts-morph",
    ),
    new Option(
      "--operations <names>",
      "generate only these operations, separated by commas, and their types (default: all)",
    ).argParser(nameList),
    new Option(
      "--ports <names>",
      "generate only these ports, separated by commas (default: all)",
    ).argParser(nameList),
    choice("--dates <type>", "the type of xs:dateTime", ["string", "date"]),
    choice("--int64 <type>", "the type of xs:long and xs:integer", ["bigint", "number", "string"]),
    choice("--decimals <type>", "the type of xs:decimal", ["string", "number"]),
    choice("--binary <type>", "the type of xs:base64Binary", ["bytes", "attachment"]),
    new Option(
      "--facets",
      "add lengths, patterns, ranges and the other facets of types, which the option validate checks",
    ),
    choice("--import-extension <extension>", "the extension of relative imports in the code", [
      "js",
      "ts",
      "none",
    ]),
    new Option("--runtime <module>", "the module that the code imports the runtime from").default(
      DEFAULT_RUNTIME,
    ),
    new Option(
      "--standalone",
      "write the runtime into the folder runtime next to the code, which then needs no package",
    ).conflicts("runtime"),
  ];
}

/** The first of the choices is the default. */
function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices).default(choices[0]);
}

export function defineGenerate(command: Command, io: Io): void {
  command.argument("<wsdl>", WSDL_HELP);
  addRequiredOption(
    command,
    new Option("--out <folder>", "the folder for the code, which contains nothing else"),
  );
  for (const option of generateOptions()) command.addOption(option);
  withReadFlags(command)
    .addHelpText("after", HELP)
    .action((source: string, flags: GenerateFlags) =>
      flags.check === true ? checkOut(source, flags, io) : writeOut(source, flags, io),
    );
}

async function writeOut(source: string, flags: GenerateFlags, io: Io): Promise<void> {
  const compiler = flags.verify === true ? await compilerFor(flags.out) : undefined;
  const contract = await readWsdl(source, flags, io);
  io.signal.throwIfAborted();
  const files = await generate(contract, flags);
  for (const { message, location } of contract.warnings) {
    io.stderr.write(`note: ${locationText(location)}: ${publicUrls(message)}\n`);
  }
  io.stdout.write(`${flags.out}: ${files.length} files from ${shown(source)}\n`);
  if (compiler !== undefined) await verify(flags.out, compiler, io);
}

/** @throws MissingCompilerError */
async function compilerFor(out: string): Promise<Compiler> {
  const { findCompiler } = await import("../type-check/find-compiler.js");
  return findCompiler([resolve(out), process.cwd()]);
}

/** @throws RejectedError if the compiler reports errors */
async function verify(out: string, compiler: Compiler, io: Io): Promise<void> {
  const { files, problems } = await compiler.check(out, io.signal);
  for (const problem of problems) io.stdout.write(`${problem}\n`);
  if (problems.length > 0) throw new RejectedError(`${out} does not type-check.`, "TYPE_ERRORS");
  io.stdout.write(`${files} files type-check (${compiler.name})\n`);
}

/** @throws RejectedError if there are differences */
async function checkOut(source: string, flags: GenerateFlags, io: Io): Promise<void> {
  const changes = await check(await readWsdl(source, flags, io), flags);
  if (changes.length === 0) {
    io.stdout.write(`${flags.out} matches ${shown(source)}\n`);
    return;
  }
  for (const change of changes) io.stdout.write(`${change}\n`);
  throw new RejectedError(
    `${flags.out} does not match ${shown(source)}; run the command without --check to update it.`,
    "OUT_OF_DATE",
  );
}

/** The source in messages. */
function shown(source: string): string {
  return source === "-" ? "standard input" : source;
}
