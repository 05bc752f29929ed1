/** `rescue-soap inspect`: the content of a WSDL for a person to read. */
import type { Command } from "commander";
import { createColors } from "picocolors";
import {
  describeContract,
  type Line,
  linesOf,
  operationNames,
  type Part,
  partOf,
  type Style,
} from "../../contract/describe/index.js";
import { type Contract, suggestion } from "../../contract/index.js";
import { UsageError } from "../failure/errors.js";
import { type Io, wantsColor } from "../io.js";
import { nameList } from "../options/name-list.js";
import { type ReadFlags, withReadFlags } from "../wsdl/read-flags.js";
import { readWsdl, WSDL_HELP } from "../wsdl/read-wsdl.js";

interface InspectFlags extends ReadFlags {
  readonly operations?: readonly string[];
  /** `undefined` if neither --types nor --no-types is given. */
  readonly types?: boolean;
  readonly json?: true;
}

const DEFAULT_WIDTH = 100;
const LEAST_WIDTH = 40;

const HELP = `
An operation is shown as name(request) -> response. The marks are those of regular expressions: ? is optional, * is any
number of times, + is once or more, {2,5} is two to five times, (a | b) is a choice. @name is an attribute, text() is the
text of an element, <name> is an element that is described under Elements.

Examples:
  $ rescue-soap inspect API.wsdl
  $ rescue-soap inspect https://secure.logmeinrescue.com/API/API.asmx?wsdl --operations login,getUser
  $ rescue-soap inspect API.wsdl --no-types
  $ curl -s https://example.com/Service.asmx?wsdl | rescue-soap inspect -
  $ rescue-soap inspect API.wsdl --json | jq -r '.services[].ports[].operations[]?.operation'

Exit codes: 0 OK, 2 usage, 3 failure (network, not a WSDL, a WSDL with errors).`;

export function defineInspect(command: Command, io: Io): void {
  command
    .argument("<wsdl>", WSDL_HELP)
    .option(
      "--operations <names>",
      "only these operations, separated by commas, and their types (default: all)",
      nameList,
    )
    .option("--types", "show only elements and types (default: everything)")
    .option("--no-types", "show only the services")
    .option("--json", "print JSON, and failures as JSON on standard error");
  withReadFlags(command)
    .addHelpText("after", HELP)
    .action((source: string, flags: InspectFlags) => inspect(source, flags, io));
}

async function inspect(source: string, flags: InspectFlags, io: Io): Promise<void> {
  const contract = await readWsdl(source, flags, io);
  for (const name of flags.operations ?? []) requireOperation(name, contract);
  const description = describeContract(contract, flags.operations);
  const only = shownPart(flags);
  if (flags.json === true) {
    io.stdout.write(`${JSON.stringify(partOf(description, only), null, 2)}\n`);
    return;
  }
  const width = Math.max(LEAST_WIDTH, io.stdout.columns ?? DEFAULT_WIDTH);
  const paint = painter(wantsColor(io.stdout, io.env));
  io.stdout.write(
    linesOf(description, { width, only })
      .map((line) => `${paint(line)}\n`)
      .join(""),
  );
}

function shownPart({ types }: InspectFlags): Part | undefined {
  if (types === undefined) return undefined;
  return types ? "types" : "services";
}

/** @throws UsageError with a suggestion */
function requireOperation(name: string, contract: Contract): void {
  const names = operationNames(contract);
  if (names.includes(name)) return;
  throw new UsageError(`${contract.source} has no operation ${name} ${suggestion(name, names)}.`);
}

function painter(hasColors: boolean): (line: Line) => string {
  const colors = createColors(hasColors);
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
