/**
 * A contract as plain JSON: what it means, without prefixes, places and the order of declarations. It is written beside
 * the generated code, so that a later contract can be compared with the one that the code was made from.
 */
import type {
  ComplexDefinition,
  Contract,
  ElementDeclaration,
  Message,
  Operation,
  Port,
  TypeDefinition,
} from "./contract.js";

export interface ContractSummary {
  /** The form of this file. */
  readonly format: 1;
  readonly targetNamespace: string;
  readonly services: Readonly<Record<string, ServiceSummary>>;
  /** Named types by `{namespace}local`. */
  readonly types: Readonly<Record<string, TypeSummary>>;
}

export interface ServiceSummary {
  readonly ports: Readonly<Record<string, PortSummary>>;
}

export interface PortSummary {
  readonly protocol: string;
  readonly address: string;
  /** Its operations, or the name of an earlier port that has the same ones. */
  readonly operations: Readonly<Record<string, OperationSummary>> | string;
}

export interface OperationSummary {
  readonly action: string;
  readonly documentation?: string;
  readonly input: readonly PartSummary[];
  readonly output: readonly PartSummary[];
}

export interface PartSummary {
  readonly part: string;
  /** `{namespace}local` of the part's element; missing where it is by type. */
  readonly element?: string;
  readonly type: TypeReferenceSummary;
}

/** A named type by `{namespace}local`, an anonymous one in its place. */
export type TypeReferenceSummary = string | TypeSummary;

export type TypeSummary =
  | { readonly enumeration: readonly string[]; readonly documentation?: string }
  | { readonly sequence: readonly ElementSummary[]; readonly documentation?: string };

export interface ElementSummary {
  /** `{namespace}local`, or the local name alone where it is unqualified. */
  readonly element: string;
  readonly type: TypeReferenceSummary;
  readonly minOccurs?: number;
  readonly maxOccurs?: number | "unbounded";
  readonly nillable?: true;
  readonly documentation?: string;
}

export function summarize(contract: Contract): ContractSummary {
  const types = new Map<string, TypeSummary>();
  const services = contract.services.map(
    ({ name, ports }) => [name, { ports: summarizePorts(ports, types) }] as const,
  );
  return {
    format: 1,
    targetNamespace: contract.targetNamespace,
    services: sorted(services),
    types: sorted([...types]),
  };
}

function sorted<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function byName<Item extends { readonly name: string }, Value>(
  items: readonly Item[],
  value: (item: Item) => Value,
): Record<string, Value> {
  return sorted(items.map((item) => [item.name, value(item)]));
}

type Types = Map<string, TypeSummary>;

function summarizePorts(ports: readonly Port[], types: Types): Record<string, PortSummary> {
  const portOf = new Map<string, string>();
  const inOrder = [...ports].sort((a, b) => (a.name < b.name ? -1 : 1));
  return byName(inOrder, ({ name, protocol, address, operations }) => {
    const own = byName(operations, (operation) => summarizeOperation(operation, types));
    const text = JSON.stringify(own);
    const same = portOf.get(text);
    if (same === undefined) portOf.set(text, name);
    return { protocol, address, operations: same ?? own };
  });
}

/** The operations of a port, wherever they are written. */
export function operationsOf(
  { ports }: ServiceSummary,
  port: PortSummary,
): Readonly<Record<string, OperationSummary>> {
  const { operations } = port;
  if (typeof operations !== "string") return operations;
  const other = ports[operations]?.operations ?? {};
  return typeof other === "string" ? {} : other;
}

function summarizeOperation(operation: Operation, types: Types): OperationSummary {
  return {
    action: operation.action,
    ...documented(operation),
    input: summarizeMessage(operation.input, types),
    output: summarizeMessage(operation.output, types),
  };
}

function summarizeMessage(message: Message, types: Types): readonly PartSummary[] {
  return message.parts.map((part) =>
    "element" in part
      ? {
          part: part.name,
          element: part.element.name.toString(),
          type: summarizeReference(part.element.type, types),
        }
      : { part: part.name, type: summarizeReference(part.type, types) },
  );
}

function summarizeReference(type: TypeDefinition, types: Types): TypeReferenceSummary {
  if (type.kind === "builtin") return `xs:${type.name.local}`;
  if (type.name === undefined) return summarizeType(type, types);
  const { key } = type.name;
  if (!types.has(key)) {
    // Its place is taken before it is made: it may refer to itself.
    types.set(key, { sequence: [] });
    types.set(key, summarizeType(type, types));
  }
  return key;
}

function summarizeType(
  type: Exclude<TypeDefinition, { kind: "builtin" }>,
  types: Types,
): TypeSummary {
  if (type.kind === "enumeration") return { enumeration: type.values, ...documented(type) };
  return { sequence: summarizeElements(type, types), ...documented(type) };
}

function summarizeElements(type: ComplexDefinition, types: Types): readonly ElementSummary[] {
  return type.elements.map((element: ElementDeclaration) => ({
    element: element.name.toString(),
    type: summarizeReference(element.type, types),
    ...(element.minOccurs === 1 ? {} : { minOccurs: element.minOccurs }),
    ...(element.maxOccurs === 1 ? {} : { maxOccurs: element.maxOccurs }),
    ...(element.nillable ? { nillable: true as const } : {}),
    ...documented(element),
  }));
}

function documented(item: { readonly documentation: string | undefined }): {
  documentation?: string;
} {
  return item.documentation === undefined ? {} : { documentation: item.documentation };
}
