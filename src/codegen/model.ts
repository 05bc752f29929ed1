/** What is to be emitted: the contract's operations and the types they reach, each with its name in TypeScript. */
import { statusPrefix } from "../soap/outcome.js";
import { place } from "../wsdl/errors.js";
import type {
  ComplexDefinition,
  Contract,
  ElementDeclaration,
  EnumerationDefinition,
  Message,
  Operation,
  Port,
} from "../wsdl/index.js";
import { arrayItem, isRepeated } from "./arrays.js";
import { GenerateError } from "./errors.js";
import { NameTable, typeName, variableName } from "./names.js";
import { bodyElement, membersOf, reachedTypes } from "./reached-types.js";

export interface Model {
  /** Names the source in the files' first lines. */
  readonly source: string;
  /** That of the messages; the others are spelled out. */
  readonly namespace: string;
  readonly client: string;
  readonly clientOptions: string;
  readonly documentation: string | undefined;
  readonly ports: readonly Port[];
  readonly operations: readonly OperationModel[];
  readonly enumerations: readonly EnumerationModel[];
  /** Each after those that it refers to, but for circles. */
  readonly structures: readonly StructureModel[];
  /** The name of a named or anonymous type. */
  readonly nameOf: (type: EnumerationDefinition | ComplexDefinition) => string;
  /** The constant that holds a structure's wire schema. */
  readonly variableOf: (type: ComplexDefinition) => string;
}

export interface EnumerationModel {
  readonly name: string;
  readonly type: EnumerationDefinition;
}

export interface StructureModel {
  readonly name: string;
  readonly variable: string;
  readonly type: ComplexDefinition;
}

export interface OperationModel {
  readonly name: string;
  /** Of the constant that holds its wire schema. */
  readonly variable: string;
  readonly documentation: string | undefined;
  readonly action: string;
  readonly request: MessageModel;
  readonly response: MessageModel;
  readonly outcome: OutcomeModel | undefined;
}

export interface MessageModel {
  readonly name: string;
  readonly element: ElementDeclaration;
  readonly members: readonly ElementDeclaration[];
}

export interface OutcomeModel {
  readonly name: string;
  /** The response's member that holds the enumeration. */
  readonly result: ElementDeclaration;
  readonly statuses: readonly string[];
}

/** What client.ts imports by name. */
const CLIENT_IMPORTS = ["CallOptions", "SoapClient", "SoapClientOptions"];

/** What schema.ts imports, and the constants that it has of its own. */
const SCHEMA_NAMES =
  "Operation OutcomeOperation SequenceType enums outcomes types ns operations ports".split(" ");

/** @throws GenerateError when the contract has what can't be expressed yet */
export function buildModel(contract: Contract): Model {
  const [service, ...others] = contract.services;
  if (service === undefined || others.length > 0) {
    throw new GenerateError(
      "UNSUPPORTED",
      `${contract.source} has ${contract.services.length} services; one is supported yet.`,
    );
  }
  const ports = service.ports.filter(({ protocol }) => protocol.startsWith("soap"));
  if (ports.length === 0) {
    throw new GenerateError("UNSUPPORTED", `The service ${service.name} has no SOAP port.`);
  }
  const operations = operationsOf(ports);
  const [firstOperation] = operations;
  if (firstOperation === undefined) {
    throw new GenerateError("UNSUPPORTED", `The service ${service.name} has no operation.`);
  }
  const reached = reachedTypes(operations);
  const names = new NameTable(CLIENT_IMPORTS);
  const named = new Map(
    reached.map(({ type, hint }) => [type, names.claim(typeName(hint), "Type")]),
  );
  const nameOf: Model["nameOf"] = (type) => named.get(type) ?? "never";
  const client = names.claim(`${typeName(service.name)}Client`, "Class");
  const clientOptions = names.claim(`${client}Options`, "Interface");
  const messages = operations.map((operation) => nameMessages(operation, names));
  // The index exports both: what a type is called, no constant may be.
  const variables = new NameTable([...names.names, ...SCHEMA_NAMES]);
  const structures = reached.flatMap(({ type }) => {
    if (type.kind !== "complex" || arrayItem(type) !== undefined) return [];
    const name = nameOf(type);
    return [{ name, variable: variables.claim(`${name}Schema`, "_"), type }];
  });
  const variableOf = new Map(structures.map(({ type, variable }) => [type, variable]));
  return {
    source: contract.source.replace(/^.*[\\/](?=[^\\/]*$)/, "").replace(/\p{C}/gu, ""),
    namespace: bodyElement(firstOperation.input).name.namespace,
    client,
    clientOptions,
    documentation: service.documentation,
    ports,
    operations: messages.map((operation) => ({
      ...operation,
      variable: variables.claim(variableName(operation.name), "_"),
    })),
    enumerations: reached.flatMap(({ type }) =>
      type.kind === "enumeration" ? [{ name: nameOf(type), type }] : [],
    ),
    structures,
    nameOf,
    variableOf: (type) => variableOf.get(type) ?? "never",
  };
}

/** The operations of all ports, each once. */
function operationsOf(ports: readonly Port[]): readonly Operation[] {
  const operations = new Map<string, Operation>();
  for (const port of ports) {
    for (const operation of port.operations) {
      const same = operations.get(operation.name);
      if (same === undefined) operations.set(operation.name, operation);
      else if (signature(same) !== signature(operation)) {
        throw new GenerateError(
          "UNSUPPORTED",
          `${place(operation.location)}: ${operation.name} is another operation at the port ${port.name} than at one before it, which is not supported yet.`,
        );
      }
    }
  }
  return [...operations.values()];
}

function signature({ action, input, output }: Operation): string {
  return [action, input.name.key, output.name.key].join(" ");
}

function nameMessages(operation: Operation, names: NameTable): Omit<OperationModel, "variable"> {
  const { name, documentation, action } = operation;
  const message = (of: Message, kind: string): MessageModel => ({
    name: names.claim(`${typeName(name)}${kind}`, "Message"),
    element: bodyElement(of),
    members: membersOf(of),
  });
  const request = message(operation.input, "Request");
  const response = message(operation.output, "Response");
  const outcome = modelOutcome(name, response.members, names);
  return { name, documentation, action, request, response, outcome };
}

/**
 * An answer is an outcome where its first member is a single enumeration of statuses. It is none where another member has
 * a name that outcomes have of their own. A listed status `Unlisted` shares its arm with the values that aren't listed;
 * `ret` tells them apart.
 */
function modelOutcome(
  operation: string,
  [result, ...outs]: readonly ElementDeclaration[],
  names: NameTable,
): OutcomeModel | undefined {
  if (result?.type.kind !== "enumeration" || result.minOccurs === 0 || isRepeated(result)) {
    return undefined;
  }
  if (outs.some(({ name }) => name.local === "status" || name.local === "ret")) return undefined;
  const { values } = result.type;
  const prefix = statusPrefix(values);
  if (prefix === undefined) return undefined;
  const name = names.claim(`${typeName(operation)}Outcome`, "Union");
  return {
    name,
    result,
    statuses: [...new Set(values)].map((value) => value.slice(prefix.length)),
  };
}
