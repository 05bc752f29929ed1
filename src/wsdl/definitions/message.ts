/** Messages and their parts (WSDL 1.1 §2.3). */
import { type Location, type Part, type QName, WSDL } from "../../contract/index.js";
import type { Element } from "../documents/element.js";
import type { SymbolTable } from "../documents/reference.js";
import type { Components } from "../schema/components.js";
import { ANY_TYPE } from "../schema/known.js";
import { definedName } from "./defined-name.js";

/** A message before a binding assigns its parts to the Body, the Header and attachments. */
export interface AbstractMessage {
  readonly name: QName;
  readonly parts: readonly Part[];
  readonly location: Location;
}

export function readMessages(
  definitions: readonly Element[],
  components: Components,
): SymbolTable<AbstractMessage> {
  const messages = new Map<string, AbstractMessage>();
  for (const root of definitions) {
    for (const element of root.all(WSDL, "message")) {
      const name = definedName(element, root);
      const parts = element.all(WSDL, "part").flatMap((part) => readPart(part, components) ?? []);
      messages.set(name.key, { name, parts, location: element.location });
    }
  }
  return { kind: "message", symbols: messages };
}

function readPart(part: Element, components: Components): Part | undefined {
  const name = part.token("name") ?? "";
  const { location } = part;
  const reference = part.attribute("element");
  if (reference !== undefined) {
    const element = components.elementOfPart(reference, part);
    return element && { name, element, location };
  }
  const type = part.attribute("type");
  if (type !== undefined) return { name, type: components.typeOfPart(type, part), location };
  // ASMX writes it for the response of a method that returns XML, over the HTTP bindings.
  components.diagnostics.warning(
    `The part "${name}" has neither element nor type. It is read as any XML; add one of them if it is something else.`,
    location,
  );
  return { name, type: ANY_TYPE, location };
}
