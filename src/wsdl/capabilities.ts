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

const entries = [
  ...wsdlDocuments,
  ...wsdlBindings,
  ...schemaDocuments,
  ...simpleTypes,
  ...contentModels,
  ...complexTypes,
  ...messages,
] as const;

type Entry = (typeof entries)[number];
export type CapabilityId = Entry["id"];
/** Those that a refusal can be about. */
export type RefusedId = Extract<Entry, { status: "refused" }>["id"];

/** In the order of the support table. */
export const capabilities: readonly Capability[] = entries;

/**
 * The message of a refusal: what is not supported, and why.
 *
 * @param detail what it is in the WSDL at hand: `the port J`
 */
export function refusal(id: RefusedId, detail?: string): string {
  const { construct, note } = capability(id);
  const subject = detail === undefined ? construct : `${detail}: ${construct}`;
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)} is not supported: ${note}.`;
}

export function capability(id: CapabilityId): Capability {
  const found = capabilities.find((each) => each.id === id);
  if (found === undefined) throw new TypeError(`There is no capability ${id}.`);
  return found;
}
