/** `rescue-soap call --wsdl`: the operations of any WSDL. */
import { type Command, Option } from "commander";
import type { Operation } from "../../schema/index.js";
import { withoutUser } from "../connection/connection.js";
import { exchangeOptions } from "../connection/connection-flags.js";
import { deviationPrinter, type WireFlags, wireTransport } from "../connection/wire-transport.js";
import { UsageError } from "../failure/errors.js";
import type { Io } from "../io.js";
import { repeated } from "../options/repeated.js";
import { findReadFlags, withReadFlags } from "../wsdl/read-flags.js";
import { readWsdl } from "../wsdl/read-wsdl.js";
import { membersOfMessage } from "./content.js";
import { httpHeaders } from "./http-headers.js";
import { readJsonOption } from "./input.js";
import { defineOperation, type InputFlags, type RequestReader } from "./operation-command.js";
import { toValues } from "./request-values.js";
import { printResponse } from "./response.js";
import { callOffer } from "./wsdl-client.js";
import {
  type Offer,
  type OfferedOperation,
  offeredOperations,
  selectOffer,
} from "./wsdl-operations.js";

interface WsdlCallFlags extends InputFlags, WireFlags {
  readonly wsdl: string;
  readonly port?: string;
  readonly endpoint?: string;
  readonly header?: readonly string[];
  readonly soapHeader?: string;
  readonly timeout?: number;
}

const HELP = `
The service is at the address of the port in the WSDL, unless --endpoint is given.

Exit codes: 0 OK, 1 the service rejected the call, 2 usage, 3 failure (network, SOAP fault, invalid response).`;

function connectionOptions(): readonly Option[] {
  return [
    new Option("--port <name>", "the port of the WSDL (default: the only one)"),
    new Option("--endpoint <url>", "the URL of the service (default: that of the port)"),
    new Option(
      "--header <header>",
      'an HTTP header "Name: value", or @<file> with one per line; can be repeated',
    ).argParser(repeated),
    new Option(
      "--soap-header <json>",
      "the blocks of the SOAP header as JSON, @<file>, or - for standard input",
    ),
    ...exchangeOptions(),
  ];
}

/** Adds the options of the connection and a subcommand for each operation of the WSDL. */
export async function defineWsdlCall(
  call: Command,
  io: Io,
  { source, argv }: { readonly source: string; readonly argv: readonly string[] },
): Promise<void> {
  call.optionsGroup("Connection:");
  for (const option of connectionOptions()) call.addOption(option);
  withReadFlags(call).helpCommand(false).addHelpText("after", HELP);
  const contract = await readWsdl(source, findReadFlags(call, argv), io);
  for (const offered of offeredOperations(contract)) {
    const [{ operation }] = offered.offers;
    const { name, documentation } = offered;
    const definition = {
      name,
      description: documentation ?? `Calls ${operation.name}.`,
      operation,
      secretHint: (flag: string) =>
        `${flag} is a secret, and other users can see options in the process list: give it with --input @file or --input -.`,
      run: (readRequest: RequestReader) =>
        callWsdl(offered, readRequest, { flags: call.opts<WsdlCallFlags>(), io }),
    };
    const command = defineOperation(call, definition, io);
    if (isOnlyName(operation.name, call)) command.alias(operation.name);
  }
}

/** The name in the WSDL may differ from the method's in its first letter. Overloads share it. */
function isOnlyName(name: string, call: Command): boolean {
  return call.commands.every((each) => each.name() !== name && !each.aliases().includes(name));
}

interface WsdlCall {
  readonly flags: WsdlCallFlags;
  readonly io: Io;
}

async function callWsdl(
  offered: OfferedOperation,
  readRequest: RequestReader,
  { flags, io }: WsdlCall,
): Promise<void> {
  checkStdin(flags);
  const offer = selectOffer(offered, flags.port);
  const endpoint = endpointOf(offer, flags.endpoint);
  const headers = await httpHeaders(flags.header ?? []);
  io.secrets?.addRequest(endpoint, headers);
  const body = await readRequest(offer.operation);
  const header = await readSoapHeader(offer.operation, flags.soapHeader, io);
  const transport = await wireTransport(flags, [offer.operation], io);
  const options = {
    endpoint,
    headers,
    ...(io.secrets && { interceptors: [io.secrets.ofCalls] }),
    ...(flags.timeout !== undefined && { timeout: flags.timeout }),
    ...(transport !== undefined && { transport }),
    ...(flags.verbose === true && { onDeviation: deviationPrinter(io) }),
  };
  const response = await callOffer(offer, options, { body, header, signal: io.signal });
  await printResponse(offer.operation, response, { json: flags.json === true, io });
}

function checkStdin({ wsdl, input, soapHeader }: WsdlCallFlags): void {
  const readers = Object.entries({ "--wsdl": wsdl, "--input": input, "--soap-header": soapHeader })
    .filter(([, value]) => value === "-")
    .map(([option]) => option);
  if (readers.length < 2) return;
  throw new UsageError(`Only one of ${readers.join(" and ")} can be standard input.`);
}

function endpointOf({ port, address }: Offer, given: string | undefined): string {
  const endpoint = given ?? address;
  if (URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol)) return endpoint;
  if (given !== undefined) {
    throw new UsageError(
      `--endpoint must be an http or https URL, and "${withoutUser(given)}" is not.`,
    );
  }
  const problem = address === "" ? "no address" : `the address "${withoutUser(address)}"`;
  throw new UsageError(
    `The port ${port} has ${problem} in the WSDL: give the URL of the service with --endpoint.`,
  );
}

async function readSoapHeader(
  operation: Operation,
  text: string | undefined,
  io: Io,
): Promise<Record<string, unknown> | undefined> {
  if (text === undefined) return undefined;
  const message = operation.headers?.input;
  if (message === undefined) {
    throw new UsageError(`${operation.name} has no SOAP header in the WSDL: omit --soap-header.`);
  }
  const json = await readJsonOption(text, "--soap-header", io);
  return toValues(membersOfMessage(message), json.value, `${operation.name}/Header`, json);
}
