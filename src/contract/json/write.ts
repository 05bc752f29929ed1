/** Writes a contract as JSON. */

import { publicUrl } from "../../errors/index.js";
import type { Contract } from "../contract.js";
import type { AttachmentPart, HeaderPart, Message, Operation, Part, Port } from "../services.js";
import { located } from "./locations.js";
import {
  type AttachmentJson,
  type ContractJson,
  FORMAT,
  type HeaderJson,
  type MessageJson,
  type OperationJson,
  type PartJson,
  type PortJson,
} from "./model.js";
import { documented, TypeWriter } from "./write-types.js";

/**
 * @param include `used`: only the types and elements that operations use, directly or through others; `all`: all types and
 * elements of the schemas
 */
export function contractJson(contract: Contract, include: "used" | "all" = "used"): ContractJson {
  const types = new TypeWriter(contract.types);
  const services = contract.services.map(({ name, documentation, ports, location }) =>
    located(
      { service: name, ...documented(documentation), ports: writePorts(ports, types) },
      location,
    ),
  );
  if (include === "all") {
    for (const element of contract.elements) types.element(element);
    for (const type of contract.types) types.reference(type);
  }
  types.complete();
  return {
    format: FORMAT,
    targetNamespace: contract.targetNamespace,
    ...documented(contract.documentation),
    services,
    elements: sorted(types.elements),
    types: sorted(types.types),
  };
}

function sorted<Value>(entries: ReadonlyMap<string, Value>): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([a], [b]) => compareNames(a, b)));
}

/** Compares without regard to case, in the same way on all machines. */
function compareNames(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  if (first !== second) return first < second ? -1 : 1;
  return a < b ? -1 : 1;
}

function writePorts(ports: readonly Port[], types: TypeWriter): readonly PortJson[] {
  const portOf = new Map<string, string>();
  return ports.map(({ name, protocol, address, binding, portType, operations, location }) => {
    const overloaded = repeatedNames(operations);
    const written = operations.map((each) =>
      writeOperation(each, overloaded.has(each.name), types),
    );
    const text = JSON.stringify(written);
    const same = portOf.get(text);
    if (same === undefined) portOf.set(text, name);
    const port: PortJson = {
      port: name,
      protocol,
      address: publicUrl(address),
      binding: binding.key,
      portType: portType.key,
      ...(same === undefined ? { operations: written } : { sameOperationsAs: same }),
    };
    return located(port, location);
  });
}

function repeatedNames(operations: readonly Operation[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { name } of operations) (seen.has(name) ? repeated : seen).add(name);
  return repeated;
}

function writeOperation(
  operation: Operation,
  isOverloaded: boolean,
  types: TypeWriter,
): OperationJson {
  const { action, addressingAction, pattern, style, input, output, faults, location } = operation;
  const json: OperationJson = {
    operation: operation.name,
    ...(isOverloaded ? { overload: input?.name.local ?? "" } : {}),
    ...(pattern === "request-response" ? {} : { pattern }),
    ...(style === "rpc" ? { style } : {}),
    action,
    ...(addressingAction === undefined || addressingAction === action ? {} : { addressingAction }),
    ...documented(operation.documentation),
    ...(input === undefined ? {} : { input: writeMessage(input, types) }),
    ...(output === undefined ? {} : { output: writeMessage(output, types) }),
    ...(faults.length === 0
      ? {}
      : {
          faults: faults.map(({ name, parts, use, location: place }) =>
            located({ fault: name, parts: writeParts(parts, types), ...encoded(use) }, place),
          ),
        }),
  };
  return located(json, location);
}

function writeMessage(message: Message, types: TypeWriter): MessageJson {
  const { parts, use, namespace, headers, attachments, location } = message;
  const json: MessageJson = {
    parts: writeParts(parts, types),
    ...encoded(use),
    ...(namespace === "" ? {} : { namespace }),
    ...(headers.length === 0 ? {} : { headers: headers.map((each) => writeHeader(each, types)) }),
    ...(attachments.length === 0
      ? {}
      : { attachments: attachments.map((each) => writeAttachment(each, types)) }),
  };
  return located(json, location);
}

function encoded(use: Message["use"]): { readonly use?: "encoded" } {
  return use === "encoded" ? { use } : {};
}

function writeHeader({ part, use, faults }: HeaderPart, types: TypeWriter): HeaderJson {
  const json = {
    ...writePart(part, types),
    ...encoded(use),
    ...(faults.length === 0 ? {} : { faults: writeParts(faults, types) }),
  };
  return located(json, part.location);
}

function writeAttachment({ part, mediaTypes }: AttachmentPart, types: TypeWriter): AttachmentJson {
  const json = { ...writePart(part, types), ...(mediaTypes.length === 0 ? {} : { mediaTypes }) };
  return located(json, part.location);
}

function writeParts(parts: readonly Part[], types: TypeWriter): readonly PartJson[] {
  return parts.map((part) => writePart(part, types));
}

function writePart(part: Part, types: TypeWriter): PartJson {
  const json =
    "element" in part
      ? { part: part.name, element: types.element(part.element) }
      : { part: part.name, type: types.reference(part.type) };
  return located(json, part.location);
}
