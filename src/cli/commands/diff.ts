/** `rescue-soap diff`: what changed in meaning from one WSDL to another. */
import { readFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import {
  type Change,
  diffContracts,
  isBreaking,
  markdownReport,
  textReport,
} from "../../contract/diff/index.js";
import { type ContractSummary, isContractSummary, summarize } from "../../contract/index.js";
import { readContract } from "../../wsdl/index.js";
import { RefusedError } from "../failure/failure.js";
import type { Io } from "../io.js";
import { download } from "../wsdl/download.js";

interface DiffFlags {
  readonly format: "text" | "json" | "markdown";
  readonly failOn?: "breaking" | "any";
}

const HELP = `
Either side is a WSDL, a file or a URL, or the contract.json that lies beside generated code. What is told is what means
something: another order of declarations and other prefixes are no change. Each change says whether it breaks callers or
servers that were built by the old contract.

Examples:
  $ rescue-soap diff old.wsdl new.wsdl
  $ rescue-soap diff src/generated/contract.json https://secure.logmeinrescue.com/API/API.asmx?wsdl --fail-on breaking
  $ rescue-soap diff old.wsdl new.wsdl --format markdown > changes.md

Exit codes: 0 done, 1 --fail-on is met, 2 usage, 3 it failed (network, no WSDL).`;

export function defineDiff(command: Command, io: Io): void {
  command
    .argument("<old>", "a WSDL or a contract.json")
    .argument("<new>", "a WSDL or a contract.json")
    .addOption(
      new Option("--format <format>", "how to tell")
        .choices(["text", "json", "markdown"])
        .default("text"),
    )
    .addOption(
      new Option("--fail-on <changes>", "exit with 1 where there are such").choices([
        "breaking",
        "any",
      ]),
    )
    .addHelpText("after", HELP)
    .action((before: string, after: string, flags: DiffFlags) => diff(before, after, flags, io));
}

/** @throws RefusedError when `failOn` is met */
async function diff(before: string, after: string, flags: DiffFlags, io: Io): Promise<void> {
  const [old, now] = await Promise.all([summaryOf(before), summaryOf(after)]);
  const changes = diffContracts(old, now);
  io.stdout.write(`${report(changes, flags.format)}\n`);
  const counted = flags.failOn === "breaking" ? changes.filter(isBreaking) : changes;
  if (flags.failOn === undefined || counted.length === 0) return;
  const what = flags.failOn === "breaking" ? "breaking changes" : "changes";
  throw new RefusedError(`There are ${what} from ${before} to ${after}.`, "CHANGED");
}

function report(changes: readonly Change[], format: DiffFlags["format"]): string {
  if (format === "json") return JSON.stringify(changes, undefined, 2);
  return (format === "markdown" ? markdownReport(changes) : textReport(changes)).join("\n");
}

async function summaryOf(source: string): Promise<ContractSummary> {
  if (!/\.json$/i.test(source)) return summarize(await readContract(source, download));
  const parsed = await readFile(source, "utf8")
    .then(JSON.parse)
    .catch(() => undefined);
  if (isContractSummary(parsed)) return parsed;
  throw new RefusedError(
    `${source} is no contract.json of this version; generate the code again.`,
    "NO_CONTRACT",
  );
}
