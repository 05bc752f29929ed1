/** client.ts, and a file for each further client: a class with a method for each operation. */
import { type Port, type Protocol, publicUrl } from "../../contract/index.js";
import type { ClientModel, Model } from "../model/model.js";
import type { OperationModel } from "../model/operation-model.js";
import type { References } from "../types/references.js";
import type {
  ClassDeclaration,
  InterfaceDeclaration,
  Method,
} from "../typescript/declaration-nodes.js";
import { call, construct, member, objectLiteral } from "../typescript/expression-nodes.js";
import { generatedModule } from "../typescript/module.js";
import { stringLiteral } from "../typescript/names.js";
import type { SourceFile } from "../typescript/source-file.js";
import {
  importedFrom,
  keyOf,
  keyword,
  literalType,
  local,
  type Reference,
  type TypeNode,
  typeOf,
  union,
} from "../typescript/type-nodes.js";
import { requestMayBeEmpty } from "./optional-request.js";

/** The files of the clients, that of the first client first. */
export function emitClients(model: Model, references: References): readonly SourceFile[] {
  return model.clients.flatMap((client, index) => {
    const calls = client.operations.filter(isCall);
    // A client that only the service calls has no operation to call.
    if (calls.length === 0) return [];
    const printer = new ClientPrinter(client, references);
    return [
      {
        // Names of classes differ in more than letter case.
        path: index === 0 ? "client" : `client-${client.name}`,
        declarations: [printer.optionsInterface(), printer.clientClass(calls)],
      },
    ];
  });
}

/** Whether a client starts the operation; the service starts the others (WSDL 1.1 §2.4.3, §2.4.4). */
function isCall({ operation }: OperationModel): boolean {
  return operation.pattern === "request-response" || operation.pattern === "one-way";
}

class ClientPrinter {
  readonly #client: ClientModel;
  readonly #references: References;
  readonly #isHttp: boolean;
  readonly #runtimeClient: "HttpBindingClient" | "SoapClient";

  constructor(client: ClientModel, references: References) {
    this.#client = client;
    this.#references = references;
    this.#isHttp = client.ports.every(({ protocol }) => protocol.startsWith("http"));
    this.#runtimeClient = this.#isHttp ? "HttpBindingClient" : "SoapClient";
  }

  optionsInterface(): InterfaceDeclaration {
    const { name, options, ports } = this.#client;
    const base = this.#references.runtime(`${this.#runtimeClient}Options`);
    const replaced = union(["endpoint", "protocol"].map(literalType));
    return {
      kind: "interface",
      name: options,
      documentation: [`Options of \`${name}\`.`],
      base: local("Omit", [base, replaced]),
      properties: [
        {
          name: "port",
          type: keyOf(typeOf(this.#ports())),
          isOptional: ports.length === 1,
          isReadonly: true,
          documentation: [portSentence(ports)],
        },
        {
          name: "endpoint",
          type: keyword("string"),
          isOptional: true,
          isReadonly: true,
          documentation: ["Overrides the address of the port."],
        },
      ],
    };
  }

  clientClass(calls: readonly OperationModel[]): ClassDeclaration {
    const { name, service, documentation, ports } = this.#client;
    return {
      kind: "class",
      name,
      documentation: [
        `Client of the service \`${service}\`.`,
        documentation,
        ...ports.map(addressSentence),
      ],
      members: [
        {
          kind: "private-field",
          name: "client",
          type: this.#references.runtime(this.#runtimeClient),
        },
        this.#construction(),
        ...calls.map((each) => this.#method(each)),
      ],
    };
  }

  #construction(): Method {
    const { options, ports } = this.#client;
    const runtimeOptions = call(this.#references.runtime("portOptions"), [
      this.#ports(),
      local("options"),
    ]);
    const value = construct(this.#references.runtime(this.#runtimeClient), [runtimeOptions]);
    const defaultValue = ports.length === 1 ? objectLiteral([]) : undefined;
    return {
      kind: "constructor",
      name: "constructor",
      parameters: [{ name: "options", type: local(options), defaultValue }],
      body: [{ kind: "assignment", target: CLIENT, value }],
    };
  }

  #method(model: OperationModel): Method {
    const { name, operation, variable, request, outcome } = model;
    const isOptional = requestMayBeEmpty(request?.form);
    const passed = [schemaValue(variable), local("request"), local("options")];
    return {
      kind: "method",
      name,
      documentation: [
        operation.documentation ?? `Calls the operation \`${operation.name}\`.`,
        `${this.#isHttp ? "HTTP path" : "SOAPAction"} ${stringLiteral(operation.action)}.`,
      ],
      parameters: [
        {
          name: "request",
          type: this.#message(request),
          defaultValue: isOptional ? objectLiteral([]) : undefined,
        },
        { name: "options", type: this.#callOptions(model), isOptional: true },
      ],
      result: local("Promise", [this.#result(model)]),
      body: [
        {
          kind: "return",
          value: call(member(CLIENT, outcome === undefined ? "call" : "outcome"), passed),
        },
      ],
    };
  }

  #ports(): Reference {
    return schemaValue(this.#client.portsVariable);
  }

  #message(message: { readonly name: string } | undefined): TypeNode {
    return message === undefined ? keyword("undefined") : this.#references.message(message.name);
  }

  #result({ outcome, response }: OperationModel): TypeNode {
    return outcome === undefined
      ? this.#message(response)
      : importedFrom("outcomes", generatedModule("outcomes"), outcome.name);
  }

  #callOptions({ requestHeader, responseHeader }: OperationModel): TypeNode {
    if (requestHeader === undefined && responseHeader === undefined) {
      return this.#references.runtime("CallOptions");
    }
    const headers = [this.#message(requestHeader), this.#message(responseHeader)];
    return this.#references.runtime("HeaderOptions", headers);
  }
}

function portSentence(ports: readonly Port[]): string {
  const [only, ...others] = ports;
  return only !== undefined && others.length === 0
    ? `The name of the port; default \`${only.name}\`.`
    : "The name of the port, which determines the protocol and the address.";
}

function addressSentence({ name, protocol, address }: Port): string {
  const where = address === "" ? "without an address" : `at \`${publicUrl(address)}\``;
  return `Port \`${name}\`: ${PROTOCOLS[protocol]} ${where}.`;
}

const PROTOCOLS: Readonly<Record<Protocol, string>> = {
  soap11: "SOAP 1.1",
  soap12: "SOAP 1.2",
  "http-get": "HTTP GET",
  "http-post": "HTTP POST",
};

const CLIENT = member(local("this"), "#client");

function schemaValue(name: string): Reference {
  return importedFrom("schema", generatedModule("schema"), name);
}
