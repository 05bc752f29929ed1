/** WSDL 1.1: definitions to a contract. */

import { type Contract, WSDL, WSDL20, XSD } from "../contract/index.js";
import { refusal, WSDL_20 } from "./capabilities/refused.js";
import { readBindings } from "./definitions/binding.js";
import { readMessages } from "./definitions/message.js";
import { readPortTypes } from "./definitions/port-type.js";
import { readServices } from "./definitions/service.js";
import { Faults } from "./diagnostics.js";
import type { Element } from "./documents/document.js";
import { documentationOf } from "./documents/documentation.js";
import {
  type Documents,
  locationOf,
  reportFailure,
  singleDocument,
} from "./documents/documents.js";
import { WsdlError } from "./errors.js";
import { Components } from "./schema/components.js";
import { Declarations } from "./schema/declarations.js";

/**
 * Reads a WSDL from its text; imports can't be followed.
 *
 * @param source the file or URL, for locations
 * @throws WsdlError with all faults that were found
 */
export function parseContract(text: string, source: string): Contract {
  return readDocuments(singleDocument(text, source), source);
}

/**
 * Reads a WSDL with all that it imports.
 *
 * @throws WsdlError with all faults that were found
 */
export function readDocuments(documents: Documents, source: string): Contract {
  const { entry } = documents;
  checkRoot(entry, source);
  const faults = new Faults();
  const declarations = new Declarations(faults, documents);
  const definitions = collectDefinitions(documents, declarations, faults);
  for (const root of definitions) {
    for (const types of root.all(WSDL, "types")) {
      for (const schema of types.all(XSD, "schema")) declarations.add(schema);
      declarations.follow(types);
    }
  }
  declarations.reportMissing();
  const components = new Components(faults, declarations);
  const messages = readMessages(definitions, components);
  const { types, elements } = components.complete();
  const portTypes = readPortTypes(definitions, messages, faults);
  const bindings = readBindings(definitions, { messages, portTypes }, faults);
  const services = readServices(definitions, bindings, faults);
  if (services.length === 0)
    faults.invalid("The WSDL has no service and no binding.", entry.location);
  else if (services.every(({ ports }) => ports.length === 0)) {
    for (const { message, location } of faults.notices) faults.unsupported(message, location);
  }
  faults.raise();
  return {
    source,
    targetNamespace: entry.attribute("targetNamespace") ?? "",
    documentation: documentationOf(entry, WSDL),
    services,
    notices: faults.notices,
    types,
    elements,
  };
}

function checkRoot(root: Element, source: string): void {
  if (root.is(WSDL, "definitions")) return;
  if (root.is(WSDL20, "description")) {
    throw new WsdlError("UNSUPPORTED", `${source}: ${refusal(WSDL_20)}`);
  }
  const namespace = root.name.namespace === "" ? "no namespace" : root.name.namespace;
  const html = root.name.local.toLowerCase() === "html";
  const what = html
    ? "an HTML page, a sign-in page perhaps"
    : `<${root.name.local}> of ${namespace}`;
  throw new WsdlError(
    "NOT_WSDL",
    `${source} is ${what}, no WSDL: its root would be <definitions> of ${WSDL}.`,
  );
}

/** The definitions of the WSDL and of those that it imports; a schema that is imported so is taken in as well. */
function collectDefinitions(
  documents: Documents,
  declarations: Declarations,
  faults: Faults,
): readonly Element[] {
  const found = new Set<Element>([documents.entry]);
  for (const root of found) {
    for (const element of root.all(WSDL, "import")) {
      const location = locationOf(element);
      if (location === undefined) continue;
      const target = documents.at(location);
      if (target === undefined) reportFailure(documents, location, element, faults);
      else if (target.is(XSD, "schema")) declarations.add(target);
      else if (target.is(WSDL, "definitions")) found.add(target);
      else faults.invalid(`${location} is <${target.name.local}>, no WSDL.`, element.location);
    }
  }
  return [...found];
}
