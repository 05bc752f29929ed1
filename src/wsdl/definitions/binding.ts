/** Bindings (WSDL 1.1 §2.5): SOAP 1.1 (§3), SOAP 1.2, HTTP GET and POST (§4). */
import {
  HTTP,
  nearest,
  type Operation,
  type OperationFault,
  type Protocol,
  type QName,
  SOAP11,
  SOAP12,
  WSDL,
} from "../../contract/index.js";
import type { Diagnostics } from "../diagnostics.js";
import type { Element } from "../documents/element.js";
import { findReferred, type SymbolTable } from "../documents/reference.js";
import { readMessage } from "./bound-message.js";
import { definedName } from "./defined-name.js";
import type { AbstractMessage } from "./message.js";
import type { AbstractOperation, PortType } from "./port-type.js";

export interface Binding {
  readonly name: QName;
  /** `undefined` if it is neither SOAP nor HTTP, for example a Java binding. */
  readonly protocol: Protocol | undefined;
  readonly portType: QName;
  readonly operations: readonly Operation[];
}

/** The definitions that bindings refer to. */
export interface AbstractDefinitions {
  readonly messages: SymbolTable<AbstractMessage>;
  readonly portTypes: SymbolTable<PortType>;
}

/** The binding whose operations are read. */
interface BindingContext {
  readonly element: Element;
  readonly protocol: Protocol;
  /** The namespace of the extension elements of the protocol. */
  readonly namespace: string;
  readonly portType: PortType;
  readonly messages: SymbolTable<AbstractMessage>;
  readonly diagnostics: Diagnostics;
}

export function readBindings(
  definitions: readonly Element[],
  abstract: AbstractDefinitions,
  diagnostics: Diagnostics,
): SymbolTable<Binding> {
  const bindings = new Map<string, Binding>();
  for (const root of definitions) {
    for (const element of root.all(WSDL, "binding")) {
      const name = definedName(element, root);
      const portType = findReferred(element, "type", abstract.portTypes, diagnostics);
      if (portType === undefined) continue;
      const protocol = protocolOf(element);
      const operations =
        protocol === undefined
          ? []
          : readOperations({
              element,
              protocol,
              namespace: extensionNamespace(protocol),
              portType,
              messages: abstract.messages,
              diagnostics,
            });
      checkWrappers(operations, element, diagnostics);
      bindings.set(name.key, { name, protocol, portType: portType.name, operations });
    }
  }
  return { kind: "binding", symbols: bindings };
}

/** Reports wrappers without a namespace, once for a binding: servers disagree about them. */
function checkWrappers(
  operations: readonly Operation[],
  binding: Element,
  diagnostics: Diagnostics,
): void {
  const names = operations
    .filter(({ style }) => style === "rpc")
    .filter(({ input, output }) => input?.namespace === "" || output?.namespace === "")
    .map(({ name }) => name);
  const [first, ...others] = new Set(names);
  if (first === undefined) return;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  diagnostics.warning(
    `The rpc operation ${first}${more} has a soap:body without a namespace, so the wrappers of its messages have none (WSDL 1.1 §3.5). Services may expect another namespace.`,
    binding.location,
  );
}

function readOperations(context: BindingContext): readonly Operation[] {
  return context.element.all(WSDL, "operation").flatMap((element) => {
    const abstract = findOperation(element, context);
    return abstract === undefined ? [] : [readOperation(element, abstract, context)];
  });
}

function protocolOf(binding: Element): Protocol | undefined {
  if (binding.first(SOAP11, "binding") !== undefined) return "soap11";
  if (binding.first(SOAP12, "binding") !== undefined) return "soap12";
  const verb = binding.first(HTTP, "binding")?.attribute("verb")?.toUpperCase();
  if (verb === "GET") return "http-get";
  return verb === "POST" ? "http-post" : undefined;
}

function extensionNamespace(protocol: Protocol): string {
  if (protocol === "soap11") return SOAP11;
  return protocol === "soap12" ? SOAP12 : HTTP;
}

/** The operation of the port type; of overloaded operations the one with the same input and output. */
function findOperation(
  element: Element,
  { portType, diagnostics }: BindingContext,
): AbstractOperation | undefined {
  const { operations } = portType;
  const name = element.token("name") ?? "";
  const overloads = operations.get(name) ?? [];
  const label = (direction: string) => element.first(WSDL, direction)?.token("name");
  const input = label("input");
  const output = label("output");
  const exact = overloads.find(
    (each) =>
      (input === undefined || each.input?.label === input) &&
      (output === undefined || each.output?.label === output),
  );
  const found = exact ?? (overloads.length === 1 ? overloads[0] : undefined);
  if (found !== undefined) return found;
  const meant = diagnostics.maySuggest ? nearest(name, operations.keys()) : undefined;
  const hint = meant === undefined || meant === name ? "" : ` Did you mean ${meant}?`;
  diagnostics.warning(
    `The operation ${name} is ignored: the port type ${portType.name.local} has no operation with this name and these messages.${hint}`,
    element.location,
  );
  return undefined;
}

function readOperation(
  element: Element,
  abstract: AbstractOperation,
  context: BindingContext,
): Operation {
  const { namespace, portType } = context;
  const extension = element.first(namespace, "operation");
  const style =
    extension?.attribute("style") ??
    context.element.first(namespace, "binding")?.attribute("style");
  const isRpc = style === "rpc";
  const action = extension?.attribute(namespace === HTTP ? "location" : "soapAction") ?? "";
  const { input, output } = abstract;
  return {
    name: abstract.name,
    pattern: abstract.pattern,
    style: isRpc ? "rpc" : "document",
    documentation: abstract.documentation,
    action,
    addressingAction:
      namespace === HTTP ? undefined : addressingAction(abstract, action, portType.name),
    input: input && readMessage(input, element.first(WSDL, "input"), isRpc, context),
    output: output && readMessage(output, element.first(WSDL, "output"), isRpc, context),
    faults: abstract.faults.map((fault): OperationFault => {
      const child = element.all(WSDL, "fault").find((each) => each.token("name") === fault.label);
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

/** The Action in the WSDL, else the SOAPAction, else the default (WS-Addressing 1.0 Metadata §4.4.1, §4.4.4). */
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
