/** What is to be emitted: the contract's operations and the types they reach, each with its name in TypeScript. */
import { statusPrefix } from "../soap/outcome.js";
import type {
  ComplexDefinition,
  Contract,
  ElementDeclaration,
  EnumerationDefinition,
  Message,
  Operation,
  Port,
  TypeDefinition,
} from "../wsdl/index.js";
import { GenerateError } from "./errors.js";
import { NameTable, typeName, variableName } from "./names.js";

export interface Model {
  /** Names the source in the files' first lines. */
  readonly source: string;
  readonly namespace: string;
  readonly client: string;
  readonly documentation: string | undefined;
  readonly ports: readonly Port[];
  readonly operations: readonly OperationModel[];
  readonly enumerations: readonly EnumerationModel[];
  /** Each after those that it refers to, but for circles. */
  readonly structures: readonly StructureModel[];
  /** The name of a named or anonymous type. */
  readonly nameOf: (type: EnumerationDefinition | ComplexDefinition) => string;
}

export interface EnumerationModel {
  readonly name: string;
  readonly type: EnumerationDefinition;
}

export interface StructureModel {
  readonly name: string;
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

/** A complex type that stands for an array: one repeated element in a type called `ArrayOf…`, as .NET writes it. */
export function arrayItem(type: TypeDefinition): ElementDeclaration | undefined {
  if (type.kind !== "complex" || !type.name?.local.startsWith("ArrayOf")) return undefined;
  const [item, ...others] = type.elements;
  return others.length === 0 && item !== undefined && isRepeated(item) ? item : undefined;
}

export function isRepeated({ maxOccurs }: ElementDeclaration): boolean {
  return maxOccurs === "unbounded" || maxOccurs > 1;
}

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
  const operations = new Map<string, Operation>();
  for (const port of ports) {
    for (const operation of port.operations) {
      if (!operations.has(operation.name)) operations.set(operation.name, operation);
    }
  }
  const reached = reachedTypes([...operations.values()]);
  const names = new NameTable();
  const named = new Map(
    reached.map(({ type, hint }) => [type, names.claim(typeName(hint), "Type")]),
  );
  const variables = new NameTable();
  for (const own of ["operations", "ports", "ns"]) variables.claim(own, "_");
  const nameOf: Model["nameOf"] = (type) => named.get(type) ?? "never";
  return {
    source: contract.source.replace(/^.*[\\/](?=[^\\/]*$)/, ""),
    namespace: contract.targetNamespace,
    client: names.claim(`${typeName(service.name)}Client`, "Type"),
    documentation: service.documentation,
    ports,
    operations: [...operations.values()].map((operation) =>
      modelOperation(operation, names, variables),
    ),
    enumerations: reached.flatMap(({ type }) =>
      type.kind === "enumeration" ? [{ name: nameOf(type), type }] : [],
    ),
    structures: reached.flatMap(({ type }) =>
      type.kind === "complex" && arrayItem(type) === undefined
        ? [{ name: nameOf(type), type }]
        : [],
    ),
    nameOf,
  };
}

interface Reached {
  readonly type: EnumerationDefinition | ComplexDefinition;
  /** The type's name, or of what it is anonymous in. */
  readonly hint: string;
}

/** The types that the members of messages are of, those referred to first. */
function reachedTypes(operations: readonly Operation[]): readonly Reached[] {
  const reached: Reached[] = [];
  const seen = new Set<TypeDefinition>();
  const visit = (type: TypeDefinition, owner: string): void => {
    if (type.kind === "builtin" || seen.has(type)) return;
    seen.add(type);
    const hint = type.name?.local ?? owner;
    if (type.kind === "complex") visitMembers(type.elements, hint);
    reached.push({ type, hint });
  };
  const visitMembers = (members: readonly ElementDeclaration[], owner: string): void => {
    for (const member of members) visit(member.type, `${owner}_${member.name.local}`);
  };
  for (const { input, output } of operations) {
    for (const message of [input, output]) visitMembers(membersOf(message), message.name.local);
  }
  return reached;
}

/** The element that a document/literal message holds (WSDL 1.1 §3.5). */
function bodyElement({ name, parts }: Message): ElementDeclaration {
  const [part, ...others] = parts;
  if (part === undefined || others.length > 0 || !("element" in part)) {
    throw new GenerateError(
      "UNSUPPORTED",
      `The message ${name} is not one element, which is all that is supported yet.`,
    );
  }
  return part.element;
}

function membersOf(message: Message): readonly ElementDeclaration[] {
  const { type, name } = bodyElement(message);
  if (type.kind === "complex") return type.elements;
  throw new GenerateError(
    "UNSUPPORTED",
    `The element ${name} is a simple value, which is not supported as a message yet.`,
  );
}

function modelOperation(
  operation: Operation,
  names: NameTable,
  variables: NameTable,
): OperationModel {
  const { name, documentation, action } = operation;
  const message = (of: Message, kind: string): MessageModel => ({
    name: names.claim(`${typeName(name)}${kind}`, "Message"),
    element: bodyElement(of),
    members: membersOf(of),
  });
  const response = message(operation.output, "Response");
  return {
    name,
    variable: variables.claim(variableName(name), "_"),
    documentation,
    action,
    request: message(operation.input, "Request"),
    response,
    outcome: modelOutcome(name, response.members, names),
  };
}

function modelOutcome(
  operation: string,
  [result]: readonly ElementDeclaration[],
  names: NameTable,
): OutcomeModel | undefined {
  if (result?.type.kind !== "enumeration" || result.minOccurs === 0 || isRepeated(result)) {
    return undefined;
  }
  const { values } = result.type;
  const prefix = statusPrefix(values);
  if (prefix === undefined) return undefined;
  const name = names.claim(`${typeName(operation)}Outcome`, "Union");
  return { name, result, statuses: values.map((value) => value.slice(prefix.length)) };
}
