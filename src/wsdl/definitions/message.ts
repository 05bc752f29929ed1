/** Messages and their parts (WSDL 1.1 §2.3). */
import { type Location, type Part, QName, WSDL } from "../../contract/index.js";
import type { Element } from "../documents/document.js";
import type { Components } from "../schema/components.js";

/** A message without what a binding says of it. */
export interface AbstractMessage {
  readonly name: QName;
  readonly parts: readonly Part[];
  readonly location: Location;
}

export function readMessages(
  definitions: readonly Element[],
  components: Components,
): ReadonlyMap<string, AbstractMessage> {
  const messages = new Map<string, AbstractMessage>();
  for (const root of definitions) {
    for (const element of root.all(WSDL, "message")) {
      const name = new QName(
        root.attribute("targetNamespace") ?? "",
        element.attribute("name") ?? "",
      );
      const parts = element.all(WSDL, "part").flatMap((part) => readPart(part, components) ?? []);
      messages.set(name.key, { name, parts, location: element.location });
    }
  }
  return messages;
}

function readPart(part: Element, components: Components): Part | undefined {
  const name = part.attribute("name") ?? "";
  const { location } = part;
  const reference = part.attribute("element");
  if (reference !== undefined) {
    const element = components.element(reference, part, undefined);
    return element && { name, element, location };
  }
  const type = part.attribute("type");
  if (type !== undefined) return { name, type: components.type(type, part, undefined), location };
  components.invalid(`The part "${name}" needs an element or a type.`, location);
  return undefined;
}
