/** Bindings (WSDL 1.1 §2.5): SOAP (§3), SOAP 1.2, HTTP GET and POST (§4). */

import {
  HTTP,
  nearest,
  type Operation,
  type OperationFault,
  type Protocol,
  QName,
  SOAP11,
  SOAP12,
  WSDL,
} from "../../contract/index.js";
import type { Faults } from "../diagnostics.js";
import type { Element } from "../documents/document.js";
import { readMessage } from "./bound-message.js";
import type { AbstractMessage } from "./message.js";
import type { AbstractOperation, PortType } from "./port-type.js";
import { referred } from "./reference.js";

export interface Binding {
  readonly name: QName;
  /** `undefined` where it is neither SOAP nor HTTP: Java's own, say. */
  readonly protocol: Protocol | undefined;
  readonly portType: QName;
  readonly operations: readonly Operation[];
}

/** What bindings refer to. */
export interface Abstract {
  readonly messages: ReadonlyMap<string, AbstractMessage>;
  readonly portTypes: ReadonlyMap<string, PortType>;
}

export function readBindings(
  definitions: readonly Element[],
  abstract: Abstract,
  faults: Faults,
): ReadonlyMap<string, Binding> {
  const bindings = new Map<string, Binding>();
  for (const root of definitions) {
    for (const element of root.all(WSDL, "binding")) {
      const name = new QName(
        root.attribute("targetNamespace") ?? "",
        element.attribute("name") ?? "",
      );
      const binding = readBinding(element, name, abstract, faults);
      if (binding !== undefined) bindings.set(name.key, binding);
    }
  }
  return bindings;
}

function readBinding(
  element: Element,
  name: QName,
  abstract: Abstract,
  faults: Faults,
): Binding | undefined {
  const portType = referred(element, "type", "port type", abstract.portTypes, faults);
  if (portType === undefined) return undefined;
  const protocol = protocolOf(element);
  if (protocol === undefined) return { name, protocol, portType: portType.name, operations: [] };
  const operations = element.all(WSDL, "operation").flatMap((child) => {
    const bound = findOperation(child, portType, faults);
    return bound === undefined
      ? []
      : [readOperation(child, bound, portType.name, element, protocol, abstract, faults)];
  });
  return { name, protocol, portType: portType.name, operations };
}

function protocolOf(binding: Element): Protocol | undefined {
  if (binding.first(SOAP11, "binding") !== undefined) return "soap11";
  if (binding.first(SOAP12, "binding") !== undefined) return "soap12";
  const verb = binding.first(HTTP, "binding")?.attribute("verb")?.toUpperCase();
  if (verb === "GET") return "http-get";
  return verb === "POST" ? "http-post" : undefined;
}

function bindingNamespace(protocol: Protocol): string {
  if (protocol === "soap11") return SOAP11;
  return protocol === "soap12" ? SOAP12 : HTTP;
}

/** The port type's operation of that name; of overloaded ones the one with those inputs and outputs. */
function findOperation(
  element: Element,
  { operations }: PortType,
  faults: Faults,
): AbstractOperation | undefined {
  const name = element.attribute("name") ?? "";
  const named = operations.get(name) ?? [];
  const label = (direction: string) => element.first(WSDL, direction)?.attribute("name");
  const input = label("input");
  const output = label("output");
  const exact = named.filter(
    (each) =>
      (input === undefined || each.input?.label === input) &&
      (output === undefined || each.output?.label === output),
  );
  const found = exact[0] ?? (named.length === 1 ? named[0] : undefined);
  if (found !== undefined) return found;
  const meant = nearest(name, operations.keys());
  const hint = meant === undefined || meant === name ? "" : ` Was ${meant} meant?`;
  faults.notice(
    `The operation ${name} is left out: the port type has none with these messages.${hint}`,
    element.location,
  );
  return undefined;
}

function readOperation(
  element: Element,
  bound: AbstractOperation,
  portType: QName,
  binding: Element,
  protocol: Protocol,
  abstract: Abstract,
  faults: Faults,
): Operation {
  const namespace = bindingNamespace(protocol);
  const extension = element.first(namespace, "operation");
  const style =
    extension?.attribute("style") ?? binding.first(namespace, "binding")?.attribute("style");
  const context = { protocol, messages: abstract.messages, faults };
  const isRpc = style === "rpc";
  const action = extension?.attribute(namespace === HTTP ? "location" : "soapAction") ?? "";
  return {
    name: bound.name,
    pattern: bound.pattern,
    style: isRpc ? "rpc" : "document",
    documentation: bound.documentation,
    action,
    addressingAction: namespace === HTTP ? undefined : addressingAction(bound, action, portType),
    input: bound.input && readMessage(bound.input, element.first(WSDL, "input"), isRpc, context),
    output:
      bound.output && readMessage(bound.output, element.first(WSDL, "output"), isRpc, context),
    faults: bound.faults.map((fault): OperationFault => {
      const child = element
        .all(WSDL, "fault")
        .find((each) => each.attribute("name") === fault.label);
      const use = child?.first(namespace, "fault")?.attribute("use");
      return {
        name: fault.label,
        parts: fault.message.parts,
        use: use === "encoded" ? "encoded" : "literal",
        location: fault.location,
      };
    }),
    location: element.location,
  };
}

/** What the WSDL says, else the SOAPAction, else one made of names (WS-Addressing 1.0 Metadata §4.4.1, §4.4.4). */
function addressingAction(
  { input }: AbstractOperation,
  soapAction: string,
  { namespace, local }: QName,
): string | undefined {
  if (input === undefined) return undefined;
  if (input.action !== undefined) return input.action;
  if (soapAction !== "") return soapAction;
  const delimiter = /^urn:/i.test(namespace) ? ":" : "/";
  const start = namespace.endsWith(delimiter) ? namespace.slice(0, -1) : namespace;
  return [start, local, input.label].join(delimiter);
}
