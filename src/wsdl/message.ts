/** Messages and their parts (WSDL 1.1 §2.3). */
import type { Message, Part } from "./contract.js";
import type { Element } from "./document.js";
import { WSDL } from "./namespaces.js";
import { QName } from "./qname.js";
import type { SchemaComponents } from "./schema-components.js";

export function readMessages(
  root: Element,
  targetNamespace: string,
  components: SchemaComponents,
): ReadonlyMap<string, Message> {
  const messages = new Map<string, Message>();
  for (const element of root.all(WSDL, "message")) {
    const name = new QName(targetNamespace, element.attribute("name") ?? "");
    const parts = element.all(WSDL, "part").flatMap((part) => readPart(part, components) ?? []);
    messages.set(name.key, { name, parts });
  }
  return messages;
}

function readPart(part: Element, components: SchemaComponents): Part | undefined {
  const name = part.attribute("name") ?? "";
  const type = part.attribute("type");
  if (type !== undefined) return { name, type: components.reference(type, part) };
  const reference = part.attribute("element");
  const qname = reference === undefined ? undefined : part.qname(reference);
  if (qname === undefined) {
    components.faults.invalid(`The part "${name}" needs an element or a type.`, part.location);
    return undefined;
  }
  const element = components.element(qname, part);
  return element && { name, element };
}
