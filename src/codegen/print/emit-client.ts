/** client.ts, and a file for each further client: a class with a method for each operation. */

import type { ClientModel, Model } from "../model/model.js";
import { methodName, stringLiteral } from "../model/names.js";
import type { OperationModel } from "../model/operation-model.js";
import { indented } from "./declarations.js";
import { importOf } from "./imports.js";
import { parameterList, print, WIDTH } from "./layout.js";
import { requestMayBeEmpty } from "./optional-request.js";
import { printFile } from "./source-file.js";
import { tsdocBlock } from "./tsdoc.js";

/** @returns the texts by the names of their files, that of the first client first */
export function emitClients(model: Model, runtime: string): Map<string, string> {
  return new Map(
    callingClients(model).map((client) => [
      clientFile(client, model),
      emitClient(client, model, runtime),
    ]),
  );
}

/** Those that have something to call: where the service starts all operations there is none. */
export function callingClients({ clients }: Model): readonly ClientModel[] {
  return clients.filter(({ operations }) => operations.some(isCall));
}

/** `client.ts` for the first; the others are called as their classes, which differ in more than letter case. */
export function clientFile(client: ClientModel, model: Model): string {
  return client === model.clients[0] ? "client.ts" : `client-${client.name}.ts`;
}

function emitClient(client: ClientModel, model: Model, runtime: string): string {
  const calls = client.operations.filter(isCall);
  const outcomes = calls.some(({ outcome }) => outcome !== undefined);
  const base = isHttp(client) ? "HttpBindingClient" : "SoapClient";
  const options = [...new Set(calls.map(optionsType))].map((name) => `type ${name}`);
  const imports = [
    ...importOf("import", [...options, base, `type ${base}Options`], runtime),
    ...(outcomes ? ['import type * as outcomes from "./outcomes.js";'] : []),
    'import * as schema from "./schema.js";',
    ...(calls.length > 0 ? ['import type * as types from "./types.js";'] : []),
  ];
  return printFile(model.source, imports, [
    optionsInterface(client, base),
    clientClass(client, calls, base, model),
  ]);
}

function isHttp({ ports }: ClientModel): boolean {
  return ports.every(({ protocol }) => protocol.startsWith("http"));
}

/** What a client may start; the others are the service's to start (WSDL 1.1 §2.4.3, §2.4.4). */
function isCall({ operation }: OperationModel): boolean {
  return operation.pattern === "request-response" || operation.pattern === "one-way";
}

function optionsInterface(client: ClientModel, runtimeClient: string): string {
  const name = `export interface ${client.options}`;
  const base = `extends Omit<${runtimeClient}Options, "endpoint" | "protocol"> {`;
  const line = `${name} ${base}`;
  const which = "The port of the service, which says how to speak to it and where it is.";
  const members = [
    tsdocBlock([which], 1),
    `readonly port: keyof typeof schema.${client.portsVariable};\n`,
    tsdocBlock(["Another URL than the port's."], 1),
    "readonly endpoint?: string;\n",
  ];
  const start = line.length > WIDTH ? `${name}\n  ${base}` : line;
  return `${start}\n${indented(members.join(""))}}`;
}

function clientClass(
  client: ClientModel,
  calls: readonly OperationModel[],
  runtimeClient: string,
  model: Model,
): string {
  const documentation = client.documentation ?? `The service at \`${model.namespace}\`.`;
  const construction = `constructor({ port, endpoint, ...options }: ${client.options}) {
  const { protocol, address } = schema.${client.portsVariable}[port];
  this.#client = new ${runtimeClient}({ ...options, protocol, endpoint: endpoint ?? address });
}
`;
  const members = [`readonly #client: ${runtimeClient};\n`, construction, ...calls.map(method)];
  const body = indented(members.join("\n"));
  return `${tsdocBlock([documentation])}export class ${client.name} {\n${body}}`;
}

function method(model: OperationModel): string {
  const { name, operation, outcome } = model;
  const optional = requestMayBeEmpty(model.request?.form);
  const kind = outcome === undefined ? "call" : "outcome";
  const parameters = [
    `request: ${typeOf(model.request)}${optional ? " = {}" : ""}`,
    `options?: ${callOptions(model)}`,
  ];
  const start = methodName(name);
  const list = parameterList(parameters, 2 + start.length, `: Promise<${resultOf(model)}> {`);
  const body = `  return this.#client.${kind}`;
  const passed = [`schema.${model.variable}`, "request", "options"];
  const call = parameterList(passed, 2 + body.length, ";");
  const documentation = [operation.documentation, `SOAPAction ${stringLiteral(operation.action)}.`];
  return [
    tsdocBlock(documentation, 1),
    `${start}${print(list, 2 + start.length)}\n`,
    `${body}${print(call, 2 + body.length, 1)}\n}\n`,
  ].join("");
}

function typeOf(message: { readonly name: string } | undefined): string {
  return message === undefined ? "undefined" : `types.${message.name}`;
}

function resultOf({ outcome, response }: OperationModel): string {
  return outcome === undefined ? typeOf(response) : `outcomes.${outcome.name}`;
}

function optionsType({ requestHeader, responseHeader }: OperationModel): string {
  return requestHeader === undefined && responseHeader === undefined
    ? "CallOptions"
    : "HeaderOptions";
}

function callOptions({ requestHeader, responseHeader }: OperationModel): string {
  if (requestHeader === undefined && responseHeader === undefined) return "CallOptions";
  return `HeaderOptions<${typeOf(requestHeader)}, ${typeOf(responseHeader)}>`;
}
