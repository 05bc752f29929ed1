/** Reads WSDL 1.1 definitions as a contract. */
import { type Contract, WSDL, WSDL20, XSD } from "../contract/index.js";
import { publicUrl } from "../errors/index.js";
import { unsupportedMessage, WSDL_20 } from "./capabilities/unsupported.js";
import { readBindings } from "./definitions/binding.js";
import { readMessages } from "./definitions/message.js";
import { readPortTypes } from "./definitions/port-type.js";
import { readServices } from "./definitions/service.js";
import { Diagnostics } from "./diagnostics.js";
import { documentationOf } from "./documents/documentation.js";
import {
  type Documents,
  locationOf,
  reportFailure,
  singleDocument,
} from "./documents/documents.js";
import type { Element } from "./documents/element.js";
import { WsdlError } from "./errors.js";
import { Budget, type WsdlLimits } from "./limits.js";
import { Components } from "./schema/components.js";
import { Declarations } from "./schema/declarations/declarations.js";

/**
 * Reads a contract from the text of a WSDL. The text must not import other documents; use `readContract` for those.
 *
 * @param text the WSDL
 * @param source the file or URL of the text, for locations in messages
 * @param limits of `maxBytes` the characters count
 * @throws WsdlError with all problems of the WSDL
 * @throws OptionsError if a limit is not valid
 */
export function parseContract(text: string, source: string, limits: WsdlLimits = {}): Contract {
  return readDocuments(singleDocument(text, source, new Budget(limits)), source);
}

/**
 * Reads a contract from documents that were loaded.
 *
 * @throws WsdlError with all problems of the WSDL
 */
export function readDocuments(documents: Documents, source: string): Contract {
  const { entry } = documents;
  checkRoot(entry, source);
  const diagnostics = new Diagnostics();
  const declarations = new Declarations(diagnostics, documents);
  const definitions = collectDefinitions(documents, declarations, diagnostics);
  for (const root of definitions) {
    for (const types of root.all(WSDL, "types")) {
      for (const schema of types.all(XSD, "schema")) declarations.add(schema);
      declarations.follow(types);
    }
  }
  declarations.reportMissing();
  const components = new Components(diagnostics, declarations, documents.budget);
  const messages = readMessages(definitions, components);
  const { types, elements } = components.complete();
  const portTypes = readPortTypes(definitions, messages, diagnostics);
  const bindings = readBindings(definitions, { messages, portTypes }, diagnostics);
  const services = readServices(definitions, bindings, diagnostics);
  if (services.length === 0) {
    diagnostics.invalid(
      "The WSDL has no service and no binding. Use the document that contains the bindings.",
      entry.location,
    );
  } else if (services.every(({ ports }) => ports.length === 0)) {
    for (const { message, location } of diagnostics.warnings) {
      diagnostics.unsupported(message, location);
    }
  }
  diagnostics.throwIfAny();
  return {
    source: publicUrl(source),
    targetNamespace: entry.token("targetNamespace") ?? "",
    documentation: documentationOf(entry, WSDL),
    services,
    warnings: diagnostics.warnings,
    types,
    elements,
  };
}

function checkRoot(root: Element, source: string): void {
  if (root.is(WSDL, "definitions")) return;
  if (root.is(WSDL20, "description")) {
    throw new WsdlError("UNSUPPORTED", `${source}: ${unsupportedMessage(WSDL_20)}`);
  }
  const namespace = root.name.namespace === "" ? "no namespace" : root.name.namespace;
  const isHtml = root.name.local.toLowerCase() === "html";
  const what = isHtml
    ? "an HTML page, perhaps for signing in"
    : `a document with the root <${root.name.local}> of ${namespace}`;
  throw new WsdlError(
    "NOT_WSDL",
    `${source} is ${what}. The root of a WSDL is <definitions> of ${WSDL}. Check the file or URL.`,
  );
}

/** The definitions of the WSDL and of the WSDLs that it imports; schemas that it imports are added to `declarations`. */
function collectDefinitions(
  documents: Documents,
  declarations: Declarations,
  diagnostics: Diagnostics,
): readonly Element[] {
  const found = new Set<Element>([documents.entry]);
  for (const root of found) {
    for (const element of root.all(WSDL, "import")) {
      const location = locationOf(element);
      if (location === undefined) continue;
      const target = documents.at(location);
      if (target === undefined) reportFailure(documents, location, element, diagnostics);
      else if (target.is(XSD, "schema")) declarations.add(target);
      else if (target.is(WSDL, "definitions")) found.add(target);
      else {
        diagnostics.invalid(
          `${location} is <${target.name.local}>, neither a WSDL nor a schema. Correct the location.`,
          element.location,
        );
      }
    }
  }
  return [...found];
}
