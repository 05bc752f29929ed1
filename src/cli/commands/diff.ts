/** `rescue-soap diff`: the changes of meaning between two WSDLs. */
import { type Command, Option } from "commander";
import {
  type Change,
  diffContracts,
  isBreaking,
  markdownReport,
  textReport,
} from "../../contract/diff/index.js";
import { type ContractJson, contractJson, readContractJson } from "../../contract/index.js";
import { RejectedError, UsageError } from "../failure/errors.js";
import type { Io } from "../io.js";
import { readTextFile } from "../options/text-file.js";
import { type ReadFlags, withReadFlags } from "../wsdl/read-flags.js";
import { readWsdl } from "../wsdl/read-wsdl.js";

interface DiffFlags extends ReadFlags {
  readonly format: "text" | "json" | "markdown";
  readonly failOn?: "breaking" | "any";
}

const HELP = `
Each side is a WSDL (a file, a file: or http(s) URL, or - for standard input), or the contract.json of generated code.
Only changes of meaning are shown: another order of declarations or other prefixes are not changes. Each change states
whether it breaks callers or servers that were built with the old contract.

Examples:
  $ rescue-soap diff old.wsdl new.wsdl
  $ rescue-soap diff src/generated/contract.json https://secure.logmeinrescue.com/API/API.asmx?wsdl --fail-on breaking
  $ rescue-soap diff old.wsdl new.wsdl --format markdown > changes.md

Exit codes: 0 OK, 1 there are changes that --fail-on names, 2 usage, 3 failure (network, not a WSDL).`;

export function defineDiff(command: Command, io: Io): void {
  command
    .argument("<old>", "the old WSDL or contract.json")
    .argument("<new>", "the new WSDL or contract.json")
    .addOption(
      new Option("--format <format>", "the form of the report")
        .choices(["text", "json", "markdown"])
        .default("text"),
    )
    .addOption(
      new Option(
        "--fail-on <changes>",
        "exit with 1 if there are changes of this kind (default: never)",
      ).choices(["breaking", "any"]),
    );
  withReadFlags(command)
    .addHelpText("after", HELP)
    .action((before: string, after: string, flags: DiffFlags) => diff(before, after, flags, io));
}

/** @throws RejectedError if there are changes that `failOn` names */
async function diff(before: string, after: string, flags: DiffFlags, io: Io): Promise<void> {
  if (before === "-" && after === "-") {
    throw new UsageError("Only one side can be standard input: give a file or URL for the other.");
  }
  const [old, now] = await Promise.all([
    contractAt(before, flags, io),
    contractAt(after, flags, io),
  ]);
  const changes = diffContracts(old, now);
  io.stdout.write(`${report(changes, flags.format)}\n`);
  const counted = flags.failOn === "breaking" ? changes.filter(isBreaking) : changes;
  if (flags.failOn === undefined || counted.length === 0) return;
  const what = flags.failOn === "breaking" ? "breaking changes" : "changes";
  throw new RejectedError(`There are ${what} from ${before} to ${after}.`, "CHANGED");
}

function report(changes: readonly Change[], format: DiffFlags["format"]): string {
  if (format === "json") return JSON.stringify(changes, undefined, 2);
  return (format === "markdown" ? markdownReport(changes) : textReport(changes)).join("\n");
}

async function contractAt(source: string, flags: ReadFlags, io: Io): Promise<ContractJson> {
  if (!/\.json$/i.test(source)) return contractJson(await readWsdl(source, flags, io));
  const { contract, problem } = readContractJson(await readTextFile(source));
  if (contract !== undefined) return contract;
  const reason =
    problem === "version"
      ? "was written by another version of rescue-soap: generate the code again"
      : "is not a contract.json: give a WSDL or the contract.json of generated code";
  throw new ContractFileError(`${source} ${reason}.`);
}

/** A file with the name of a contract.json that is not one. */
class ContractFileError extends Error {
  readonly code = "NO_CONTRACT";
}
