/** Bindings (WSDL 1.1 §2.5): SOAP (§3), SOAP 1.2, HTTP GET and POST (§4). */
import type { Operation, Protocol } from "./contract.js";
import type { Element } from "./document.js";
import type { Faults } from "./faults.js";
import { HTTP, SOAP11, SOAP12, WSDL } from "./namespaces.js";
import type { PortType } from "./port-type.js";
import { QName } from "./qname.js";
import { missing, referred } from "./reference.js";

export interface Binding {
  readonly protocol: Protocol;
  readonly operations: readonly Operation[];
}

export function readBindings(
  root: Element,
  targetNamespace: string,
  portTypes: ReadonlyMap<string, PortType>,
  faults: Faults,
): ReadonlyMap<string, Binding> {
  const bindings = new Map<string, Binding>();
  for (const element of root.all(WSDL, "binding")) {
    const binding = readBinding(element, portTypes, faults);
    const name = new QName(targetNamespace, element.attribute("name") ?? "");
    if (binding !== undefined) bindings.set(name.key, binding);
  }
  return bindings;
}

function readBinding(
  element: Element,
  portTypes: ReadonlyMap<string, PortType>,
  faults: Faults,
): Binding | undefined {
  const portType = referred(element, "type", "port type", portTypes, faults);
  if (portType === undefined) return undefined;
  const protocol = protocolOf(element);
  if (protocol === undefined) {
    faults.unsupported(
      `The binding ${element.attribute("name")} is neither SOAP nor HTTP.`,
      element.location,
    );
    return undefined;
  }
  const style = element.first(soapNamespace(protocol), "binding")?.attribute("style");
  const operations = element.all(WSDL, "operation").flatMap((child) => {
    const name = child.attribute("name") ?? "";
    const bound = portType.get(name);
    if (bound === undefined) {
      missing("operation", name, portType.keys(), child, faults);
      return [];
    }
    return [{ ...bound, action: readAction(child, protocol, style, faults) }];
  });
  return { protocol, operations };
}

function protocolOf(binding: Element): Protocol | undefined {
  if (binding.first(SOAP11, "binding") !== undefined) return "soap11";
  if (binding.first(SOAP12, "binding") !== undefined) return "soap12";
  const verb = binding.first(HTTP, "binding")?.attribute("verb");
  if (verb === "GET") return "http-get";
  return verb === "POST" ? "http-post" : undefined;
}

function soapNamespace(protocol: Protocol): string {
  return protocol === "soap12" ? SOAP12 : SOAP11;
}

/** The SOAPAction or relative location; what isn't document/literal is refused. */
function readAction(
  operation: Element,
  protocol: Protocol,
  bindingStyle: string | undefined,
  faults: Faults,
): string {
  if (protocol === "http-get" || protocol === "http-post") {
    return operation.first(HTTP, "operation")?.attribute("location") ?? "";
  }
  const namespace = soapNamespace(protocol);
  const soap = operation.first(namespace, "operation");
  const style = soap?.attribute("style") ?? bindingStyle ?? "document";
  if (style !== "document")
    faults.unsupported(`The style "${style}" is not supported yet.`, operation.location);
  for (const direction of ["input", "output"]) {
    const parent = operation.first(WSDL, direction);
    for (const child of parent?.children ?? []) {
      const use = child.attribute("use") ?? "literal";
      const plain = child.is(namespace, "body") && use === "literal";
      if (plain || child.is(WSDL, "documentation")) continue;
      const what = child.is(namespace, "body") ? `use="${use}"` : child.name.local;
      faults.unsupported(`${what} in a SOAP binding is not supported yet.`, child.location);
    }
  }
  return soap?.attribute("soapAction") ?? "";
}
