/**
 * The constructs of WSDL 1.1, XML Schema 1.0 and SOAP, and whether they are supported: the source of docs/support.md and of
 * the messages for unsupported constructs.
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
