/** WSDL 1.1: definitions to a contract. */
import { type Binding, readBindings } from "./binding.js";
import type { Contract, Port, Service } from "./contract.js";
import { type Element, parseDocument } from "./document.js";
import { documentationOf } from "./documentation.js";
import { WsdlError } from "./errors.js";
import { Faults } from "./faults.js";
import { readMessages } from "./message.js";
import { HTTP, SOAP11, SOAP12, WSDL, WSDL20 } from "./namespaces.js";
import { readPortTypes } from "./port-type.js";
import { referred } from "./reference.js";
import { SchemaComponents, XSD } from "./schema-components.js";

/**
 * Reads a WSDL from its text.
 *
 * @param source the file or URL, for locations
 * @throws WsdlError with all faults that were found
 */
export function parseContract(text: string, source: string): Contract {
  const root = parseDocument(text, source);
  checkRoot(root, source);
  const faults = new Faults();
  const targetNamespace = root.attribute("targetNamespace") ?? "";
  refuseImports(root, faults);
  const components = new SchemaComponents(faults);
  for (const types of root.all(WSDL, "types")) {
    for (const schema of types.all(XSD, "schema")) components.add(schema);
  }
  const messages = readMessages(root, targetNamespace, components);
  const portTypes = readPortTypes(root, targetNamespace, messages, faults);
  const bindings = readBindings(root, targetNamespace, portTypes, faults);
  const services = root
    .all(WSDL, "service")
    .map((element) => readService(element, bindings, faults));
  if (services.length === 0) faults.invalid("The WSDL has no service.", root.location);
  faults.raise();
  return { source, targetNamespace, documentation: documentationOf(root, WSDL), services };
}

function checkRoot(root: Element, source: string): void {
  if (root.is(WSDL, "definitions")) return;
  if (root.is(WSDL20, "description")) {
    throw new WsdlError("UNSUPPORTED", `${source} is WSDL 2.0; only WSDL 1.1 is supported.`);
  }
  const html = root.name.local.toLowerCase() === "html";
  const what = html ? "an HTML page, a sign-in page perhaps" : `<${root.name.local}>`;
  throw new WsdlError(
    "NOT_WSDL",
    `${source} is ${what}, no WSDL: its root would be wsdl:definitions.`,
  );
}

function refuseImports(root: Element, faults: Faults): void {
  for (const element of root.all(WSDL, "import")) {
    faults.unsupported("wsdl:import is not supported yet.", element.location);
  }
}

function readService(
  element: Element,
  bindings: ReadonlyMap<string, Binding>,
  faults: Faults,
): Service {
  return {
    name: element.attribute("name") ?? "",
    documentation: documentationOf(element, WSDL),
    ports: element.all(WSDL, "port").flatMap((port) => readPort(port, bindings, faults) ?? []),
    location: element.location,
  };
}

function readPort(
  element: Element,
  bindings: ReadonlyMap<string, Binding>,
  faults: Faults,
): Port | undefined {
  const binding = referred(element, "binding", "binding", bindings, faults);
  if (binding === undefined) return undefined;
  const address = [SOAP11, SOAP12, HTTP].flatMap((namespace) =>
    element.all(namespace, "address"),
  )[0];
  return {
    name: element.attribute("name") ?? "",
    protocol: binding.protocol,
    address: address?.attribute("location") ?? "",
    operations: binding.operations,
    location: element.location,
  };
}
