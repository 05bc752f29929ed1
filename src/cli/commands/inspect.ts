/** `rescue-soap inspect`: what a WSDL offers, for a person to read. */
import type { Command } from "commander";
import { createColors } from "picocolors";
import {
  type DescribeOptions,
  describeContract,
  type Line,
  linesOf,
  operationNames,
  type Style,
} from "../../contract/describe/index.js";
import { type Contract, nearest } from "../../contract/index.js";
import { readContract } from "../../wsdl/index.js";
import { UsageError } from "../failure/failure.js";
import { type Io, wantsColor } from "../io.js";
import { download } from "../wsdl/download.js";

interface InspectFlags {
  readonly operations?: readonly string[];
  /** `undefined` where neither --types nor --no-types is given. */
  readonly types?: boolean;
  readonly json?: true;
}

const DEFAULT_WIDTH = 100;
const LEAST_WIDTH = 40;

const HELP = `
An operation is shown as name(what it takes) -> what it gives. The signs are those of regular expressions: ? is
optional, * is any number of times, + is once or more, {2,5} is two to five times, (a | b) is a choice. @name is an
attribute, text() the text of an element, <name> an element that is described under Elements.

Examples:
  $ rescue-soap inspect API.wsdl
  $ rescue-soap inspect https://secure.logmeinrescue.com/API/API.asmx?wsdl --operations login,getUser
  $ rescue-soap inspect API.wsdl --no-types
  $ rescue-soap inspect API.wsdl --json | jq -r '.services[].ports[].operations[].operation'

Exit codes: 0 done, 2 usage, 3 it failed (network, no WSDL, a WSDL with faults).`;

export function defineInspect(command: Command, io: Io): void {
  command
    .argument("<file|url>", "the WSDL")
    .option("--operations <names>", "only these, by commas, and the types that they reach", toNames)
    .option("--types", "only elements and types, without the services")
    .option("--no-types", "without elements and types")
    .option("--json", "print it as JSON")
    .addHelpText("after", HELP)
    .action((source: string, flags: InspectFlags) => inspect(source, flags, io));
}

async function inspect(source: string, flags: InspectFlags, io: Io): Promise<void> {
  const contract = await readContract(source, download);
  for (const name of flags.operations ?? []) requireOperation(name, contract);
  const description = describeContract(contract, describeOptions(flags));
  if (flags.json === true) {
    io.stdout.write(`${JSON.stringify(description, null, 2)}\n`);
    return;
  }
  const width = Math.max(LEAST_WIDTH, io.stdout.columns ?? DEFAULT_WIDTH);
  const paint = painter(wantsColor(io.stdout, io.env));
  io.stdout.write(
    linesOf(description, { width })
      .map((line) => `${paint(line)}\n`)
      .join(""),
  );
}

function describeOptions({ operations, types }: InspectFlags): DescribeOptions {
  const only = types === undefined ? undefined : types ? "types" : "services";
  return { operations, only };
}

function toNames(value: string): readonly string[] {
  return value
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** @throws UsageError with the name that was meant perhaps */
function requireOperation(name: string, contract: Contract): void {
  const names = operationNames(contract);
  if (names.includes(name)) return;
  const meant = nearest(name, names);
  const hint = meant === undefined ? "" : `; did you mean ${meant}?`;
  throw new UsageError(`${contract.source} has no operation ${name}${hint}`);
}

function painter(isWelcome: boolean): (line: Line) => string {
  const colors = createColors(isWelcome);
  const paints: Readonly<Record<Style, (text: string) => string>> = {
    plain: (text) => text,
    heading: colors.bold,
    name: colors.cyan,
    type: colors.green,
    mark: colors.yellow,
    note: colors.dim,
  };
  return (line) => line.map(({ text, style }) => paints[style](text)).join("");
}
