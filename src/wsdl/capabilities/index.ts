/**
 * The one registry of what of WSDL 1.1, XML Schema 1.0 and SOAP is supported: the table in docs/support.md and the
 * messages of refusals are made of it.
 */
import type { Capability } from "./capability.js";
import { complexTypes } from "./complex-types.js";
import { contentModels } from "./content-models.js";
import { messages } from "./messages.js";
import { schemaDocuments } from "./schema-documents.js";
import { simpleTypes } from "./simple-types.js";
import { wsdlBindings } from "./wsdl-bindings.js";
import { wsdlDocuments } from "./wsdl-documents.js";

export type { Capability } from "./capability.js";

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
