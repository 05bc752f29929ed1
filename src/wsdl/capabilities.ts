/**
 * The one registry of what of WSDL 1.1, XML Schema 1.0 and SOAP is supported: the table in docs/support.md and the
 * messages of refusals are made of it.
 */
import type { Capability } from "./capabilities/capability.js";
import { complexTypes } from "./capabilities/complex-types.js";
import { contentModels } from "./capabilities/content-models.js";
import { messages } from "./capabilities/messages.js";
import { schemaDocuments } from "./capabilities/schema-documents.js";
import { simpleTypes } from "./capabilities/simple-types.js";
import { wsdlBindings } from "./capabilities/wsdl-bindings.js";
import { wsdlDocuments } from "./capabilities/wsdl-documents.js";

export type { Capability } from "./capabilities/capability.js";

/** In the order of the support table. */
export const capabilities: readonly Capability[] = [
  ...wsdlDocuments,
  ...wsdlBindings,
  ...schemaDocuments,
  ...simpleTypes,
  ...contentModels,
  ...complexTypes,
  ...messages,
];
