/** A contract as plain data, whole or only what some of its operations have to do with. */
import type { Contract } from "../contract.js";
import { locationText } from "../location.js";
import type { Message, Operation, Part, Port, Service } from "../services.js";
import {
  describeAttribute,
  describeElement,
  describeNamed,
  describeParticle,
  describeReference,
  describeType,
  some,
} from "./describe-type.js";
import type {
  ContractDescription,
  MessageDescription,
  OperationDescription,
  PartDescription,
  PortDescription,
} from "./description.js";
import { declaredIn, operationsOf, reachedBy } from "./reach.js";
import { type Wrapper, wrapperOf } from "./wrapper.js";

export interface DescribeOptions {
  /** Only these operations, and the types that they reach; all where it is `undefined`. */
  readonly operations?: readonly string[] | undefined;
  /** Without the services, or without elements and types. */
  readonly only?: "types" | "services" | undefined;
}

export function describeContract(
  contract: Contract,
  { operations, only }: DescribeOptions = {},
): ContractDescription {
  const selected = operations === undefined ? contract : withOperations(contract, operations);
  const reached = operations === undefined ? declaredIn(contract) : reachedBy(selected);
  const hasTypes = only !== "services";
  return {
    format: 1,
    source: contract.source,
    targetNamespace: contract.targetNamespace,
    documentation: contract.documentation,
    services: only === "types" ? undefined : selected.services.map(describeService),
    elements: hasTypes
      ? byName([...reached.elements].map((each) => [each.name.key, describeElement(each)]))
      : undefined,
    types: hasTypes
      ? byName(
          [...reached.types].flatMap((type) =>
            type.name === undefined ? [] : [[type.name.key, describeType(type)]],
          ),
        )
      : undefined,
    notices: contract.warnings.map(
      ({ message, location }) => `${locationText(location)}: ${message}`,
    ),
  };
}

/** The names of all operations, each once. */
export function operationNames(contract: Contract): readonly string[] {
  return [...new Set(operationsOf(contract).map(({ name }) => name))];
}

/** Ports and services that have none of the operations are left out. */
function withOperations(contract: Contract, names: readonly string[]): Contract {
  const inPort = (port: Port): Port => ({
    ...port,
    operations: port.operations.filter(({ name }) => names.includes(name)),
  });
  const services = contract.services.map((service) => ({
    ...service,
    ports: service.ports.map(inPort).filter(({ operations }) => operations.length > 0),
  }));
  return { ...contract, services: services.filter(({ ports }) => ports.length > 0) };
}

function byName<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([a], [b]) => compareNames(a, b)));
}

/** As in a dictionary, and the same everywhere: not by the language of the machine. */
function compareNames(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  if (first !== second) return first < second ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function describeService({ name, documentation, ports }: Service) {
  return { service: name, documentation, ports: ports.map(describePort) };
}

function describePort(port: Port): PortDescription {
  return {
    port: port.name,
    protocol: port.protocol,
    address: port.address,
    binding: port.binding.key,
    portType: port.portType.key,
    operations: port.operations.map(describeOperation),
  };
}

function describeOperation(operation: Operation): OperationDescription {
  const { input, output } = operation;
  return {
    operation: operation.name,
    pattern: operation.pattern,
    style: operation.style,
    action: operation.action,
    documentation: operation.documentation,
    input: input && describeMessage(input, operation),
    output: output && describeMessage(output, operation),
    faults: operation.faults.map(({ name, parts, use }) => ({
      fault: name,
      parts: parts.map(describePart),
      encoded: use === "encoded" || undefined,
    })),
  };
}

function describeMessage(message: Message, operation: Operation): MessageDescription {
  const wrapper = wrapperOf(message, operation);
  return {
    message: message.name.key,
    ...(wrapper === undefined ? describeParts(message.parts) : describeContent(wrapper)),
    encoded: message.use === "encoded" || undefined,
    headers: some(
      message.headers.map(({ part, use, faults }) => ({
        ...describePart(part),
        encoded: use === "encoded" || undefined,
        faults: some(faults.map(describePart)),
      })),
    ),
    attachments: some(
      message.attachments.map(({ part, mediaTypes }) => ({ ...describePart(part), mediaTypes })),
    ),
  };
}

type Body = Pick<MessageDescription, "wrapper" | "content" | "attributes" | "parts">;

function describeParts(parts: readonly Part[]): Body {
  return {
    wrapper: undefined,
    content: undefined,
    attributes: undefined,
    parts: parts.map(describePart),
  };
}

/** The particles of a plain sequence stand for themselves. */
function describeContent({ element, type }: Wrapper): Body {
  const { content, attributes } = type;
  const isPlain =
    content?.kind === "sequence" && content.minOccurs === 1 && content.maxOccurs === 1;
  const particles = isPlain ? content.particles : content === undefined ? [] : [content];
  return {
    wrapper: element.name.key,
    content: particles.map(describeParticle),
    attributes: some(attributes.map(describeAttribute)),
    parts: undefined,
  };
}

function describePart(part: Part): PartDescription {
  return "element" in part
    ? { part: part.name, element: part.element.name.key, type: describeNamed(part.element.type) }
    : { part: part.name, element: undefined, type: describeReference(part.type) };
}
