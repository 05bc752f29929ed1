/** A contract to its summary. */
import type { Contract } from "../contract.js";
import { publicUrl } from "../public-url.js";
import type { Message, Operation, Part, Port } from "../services.js";
import type {
  ContractSummary,
  MessageSummary,
  OperationSummary,
  PartSummary,
  PortSummary,
  ServiceSummary,
} from "./model.js";
import { placed } from "./places.js";
import { documented, TypeSummaries } from "./types.js";

export function summarize(contract: Contract): ContractSummary {
  const types = new TypeSummaries(contract.types);
  const services = contract.services.map(({ name, ports, location }) => {
    const service: ServiceSummary = { ports: summarizePorts(ports, types) };
    return [name, placed(service, location)] as const;
  });
  types.complete();
  return {
    format: 2,
    targetNamespace: contract.targetNamespace,
    services: sorted(services),
    elements: sorted([...types.elements]),
    types: sorted([...types.types]),
  };
}

function sorted<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function summarizePorts(ports: readonly Port[], types: TypeSummaries): Record<string, PortSummary> {
  const portOf = new Map<string, string>();
  const inOrder = [...ports].sort((a, b) => (a.name < b.name ? -1 : 1));
  const entries = inOrder.map(({ name, protocol, address, operations, location }) => {
    const overloaded = repeatedNames(operations);
    const own = sorted(operations.map((each) => [keyOf(each, overloaded), operation(each, types)]));
    const text = JSON.stringify(own);
    const same = portOf.get(text);
    if (same === undefined) portOf.set(text, name);
    return [
      name,
      placed({ protocol, address: publicUrl(address), operations: same ?? own }, location),
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** Overloads are told apart by their inputs (WSDL 1.1 §2.4.5). */
function keyOf(operation: Operation, overloaded: ReadonlySet<string>): string {
  return overloaded.has(operation.name)
    ? `${operation.name}(${operation.input?.name.local ?? ""})`
    : operation.name;
}

function repeatedNames(operations: readonly Operation[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { name } of operations) (seen.has(name) ? repeated : seen).add(name);
  return repeated;
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

function operation(operation: Operation, types: TypeSummaries): OperationSummary {
  const { action, addressingAction, pattern, style, input, output, faults, location } = operation;
  const details = faults.map(
    (fault) => [fault.name, fault.parts.map((each) => part(each, types))] as const,
  );
  const summary: OperationSummary = {
    action,
    ...(addressingAction === undefined || addressingAction === action ? {} : { addressingAction }),
    ...(pattern === "request-response" ? {} : { pattern }),
    ...(style === "rpc" ? { style } : {}),
    ...documented(operation.documentation),
    ...(input === undefined ? {} : { input: message(input, types) }),
    ...(output === undefined ? {} : { output: message(output, types) }),
    ...(faults.length === 0 ? {} : { faults: sorted(details) }),
  };
  return placed(summary, location);
}

function message(message: Message, types: TypeSummaries): MessageSummary {
  const { use, namespace, headers, attachments, location } = message;
  const parts = message.parts.map((each) => part(each, types));
  if (use === "literal" && namespace === "" && headers.length + attachments.length === 0) {
    return placed(parts, location);
  }
  const inHeader = headers.map((each) => part(each.part, types));
  const beside = attachments.map((each) => `${each.part.name} ${each.mediaTypes.join(" ")}`.trim());
  const summary = {
    parts,
    ...(use === "encoded" ? { use } : {}),
    ...(namespace === "" ? {} : { namespace }),
    ...(headers.length === 0 ? {} : { headers: inHeader }),
    ...(attachments.length === 0 ? {} : { attachments: beside }),
  };
  return placed(summary, location);
}

function part(part: Part, types: TypeSummaries): PartSummary {
  const summary =
    "element" in part
      ? { part: part.name, element: types.element(part.element) }
      : { part: part.name, type: types.reference(part.type) };
  return placed(summary, part.location);
}
