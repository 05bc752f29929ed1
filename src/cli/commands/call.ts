/** `rescue-soap call`: any operation of the API by its name. */
import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { CallOptions } from "../../client/index.js";
import { operations } from "../../generated/schema.js";
import type { RescueAuth, RescueClient } from "../../rescue/index.js";
import type { Operation } from "../../schema/index.js";
import {
  type FlagArgument,
  flagArguments,
  inputOnly,
  requestFromJson,
} from "../call/call-arguments.js";
import { connect } from "../connection/connection.js";
import { type ConnectionFlags, withConnection } from "../connection/connection-flags.js";
import { UsageError } from "../failure/errors.js";
import { type Io, readStdin } from "../io.js";
import { isOutcome, requireOk } from "../output/outcome.js";
import { toJsonLine, toText } from "../output/values.js";

interface CallFlags extends ConnectionFlags {
  readonly input?: string;
  readonly json?: true;
}

const HELP = `
Examples:
  $ rescue-soap call requestPINCode --sCField0 ACME --bNoTechConsole true
  $ rescue-soap call generateEmailText --iPINCode 123456 --json | jq -r .sLink
  $ rescue-soap call setUser --input @user.json
  $ rescue-soap call requestPINCode --help`;

export function defineCall(command: Command, io: Io, argv: readonly string[]): void {
  suggestByPart(argv);
  command
    .usage("<operation> [arguments] [options]")
    .option(
      "--input <json>",
      "the arguments as JSON, from @<file>, or - for standard input; a flag wins over it",
    )
    .option("--json", "print the outcome whole as one line of JSON")
    .addHelpText("after", HELP);
  withConnection(command);
  for (const operation of Object.values<Operation>(operations)) {
    defineOperation(command, operation, io);
  }
}

function defineOperation(call: Command, operation: Operation, io: Io): void {
  const { name } = operation;
  const flags = flagArguments(operation);
  const others = inputOnly(operation);
  const command = call
    .command(name)
    .summary([...flags.map((flag) => flag.name), ...others].join(", ") || "no arguments")
    .description(`Calls ${name}.`)
    .usage("[arguments] [options]")
    .configureHelp({ ...call.configureHelp(), showGlobalOptions: true });
  for (const { name, type, parse } of flags) command.option(`--${name} <${type}>`, "", parse);
  if (others.length > 0) {
    command.addHelpText("after", `\nOnly through --input: ${others.join(", ")}.`);
  }
  command.action((values: Record<string, unknown>) =>
    callOperation({ operation, flags, values, settings: call.opts<CallFlags>() }, io),
  );
}

/** An operation with what the command line says of its call. */
interface RequestedCall {
  readonly operation: Operation;
  readonly flags: readonly FlagArgument[];
  /** By the names of `flags`. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly settings: CallFlags;
}

async function callOperation(
  { operation, flags, values, settings }: RequestedCall,
  io: Io,
): Promise<void> {
  const request = await readInput(operation, settings, io);
  for (const { name } of flags) {
    if (values[name] !== undefined) request[name] = values[name];
  }
  const { rescue, auth } = await connect(settings, io);
  if (SIGN_IN.has(operation.name)) fillCredentials(request, auth);
  const answer = await invoke(rescue, operation.name, request, io.signal);
  io.stdout.write(settings.json === true ? toJsonLine(answer) : toText(answer));
  if (isOutcome(answer)) requireOk(operation.name, answer);
}

/** Operations that take the account's own email address and password as their arguments. */
const SIGN_IN: ReadonlySet<string> = new Set(["login", "requestAuthCode"]);

function fillCredentials(request: Record<string, unknown>, auth: RescueAuth): void {
  if (request.sPassword !== undefined) return;
  if ("authCode" in auth) {
    throw new UsageError("This operation takes an email and a password, not an auth code.");
  }
  request.sEmail ??= auth.email;
  request.sPassword = auth.password;
}

/** Calls the method of that name; what it takes and gives is the operation's schema's to say. */
function invoke(
  rescue: RescueClient,
  name: string,
  request: object,
  signal: AbortSignal,
): Promise<object> {
  const method: (request: object, options: CallOptions) => Promise<object> = Reflect.get(
    rescue,
    name,
  );
  return method(request, { signal });
}

async function readInput(
  operation: Operation,
  { input, ...settings }: CallFlags,
  io: Io,
): Promise<Record<string, unknown>> {
  if (input === undefined) return {};
  if (input === "-") {
    if (settings.passwordStdin === true || settings.authCodeStdin === true) {
      throw new UsageError("Standard input can hold the arguments or a secret, not both.");
    }
    return requestFromJson(operation, await readStdin(io), true);
  }
  if (!input.startsWith("@")) return requestFromJson(operation, input, false);
  const file = input.slice(1);
  const json = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new UsageError(`--input names the file ${file}, which can't be read.`, { cause });
  });
  return requestFromJson(operation, json, true);
}

/** A part of a name is no near miss to commander, but it is how a name is half remembered. */
function suggestByPart(argv: readonly string[]): void {
  const word = argv[argv.indexOf("call") + 1];
  if (word === undefined || word.startsWith("-") || Object.hasOwn(operations, word)) return;
  const near = Object.keys(operations).filter((name) =>
    name.toLowerCase().includes(word.toLowerCase()),
  );
  if (near.length === 0) return;
  throw new UsageError(`There is no operation "${word}"; did you mean ${near.join(", ")}?`);
}
