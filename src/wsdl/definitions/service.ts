/** Services and their ports (WSDL 1.1 §2.6, §2.7). */
import { HTTP, type Port, type Service, SOAP11, SOAP12, WSDL } from "../../contract/index.js";
import { OTHER_BINDING, unsupportedMessage } from "../capabilities/unsupported.js";
import type { Diagnostics } from "../diagnostics.js";
import { documentationOf } from "../documents/documentation.js";
import type { Element } from "../documents/element.js";
import { findReferred, type SymbolTable } from "../documents/reference.js";
import type { Binding } from "./binding.js";

/** If there is no service, all bindings become one, so that they can be used with an address. */
export function readServices(
  definitions: readonly Element[],
  bindings: SymbolTable<Binding>,
  diagnostics: Diagnostics,
): readonly Service[] {
  const elements = definitions.flatMap((root) => root.all(WSDL, "service"));
  const services = elements.map((element): Service => {
    const ports = element
      .all(WSDL, "port")
      .flatMap((port) => readPort(port, bindings, diagnostics) ?? []);
    return {
      name: element.token("name") ?? "",
      documentation: documentationOf(element, WSDL),
      ports,
      location: element.location,
    };
  });
  const [entry] = definitions;
  if (services.length > 0 || entry === undefined) return services;
  return serviceOfBindings(entry, [...bindings.symbols.values()]);
}

function serviceOfBindings(entry: Element, bindings: readonly Binding[]): readonly Service[] {
  const { location } = entry;
  const ports = bindings.flatMap(({ name, protocol, portType, operations }) =>
    protocol === undefined
      ? []
      : [
          {
            name: name.local,
            protocol,
            binding: name,
            portType,
            address: "",
            operations,
            location,
          },
        ],
  );
  const [first] = ports;
  if (first === undefined) return [];
  const name = entry.token("name") ?? first.portType.local;
  return [{ name, documentation: documentationOf(entry, WSDL), ports, location }];
}

function readPort(
  element: Element,
  bindings: SymbolTable<Binding>,
  diagnostics: Diagnostics,
): Port | undefined {
  const binding = findReferred(element, "binding", bindings, diagnostics);
  if (binding === undefined) return undefined;
  const name = element.token("name") ?? "";
  const { location } = element;
  const { protocol, portType, operations } = binding;
  if (protocol === undefined) {
    diagnostics.warning(unsupportedMessage(OTHER_BINDING, `the port ${name}`), location);
    return undefined;
  }
  const address = [SOAP11, SOAP12, HTTP].flatMap((namespace) =>
    element.all(namespace, "address"),
  )[0];
  const url = address?.attribute("location")?.trim() ?? "";
  return { name, protocol, binding: binding.name, portType, address: url, operations, location };
}
