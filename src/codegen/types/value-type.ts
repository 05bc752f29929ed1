/** The types of members' values: of elements, arrays, wildcards. */
import type { ElementDeclaration, Occurrence, TypeDefinition } from "../../contract/index.js";
import { arrayItem } from "../model/arrays.js";
import type { Model } from "../model/model.js";
import { isRepeated } from "../shape/node.js";
import { arrayOf, simpleText } from "./simple-type.js";

export function typeText(type: TypeDefinition, model: Model): string {
  if (type.kind === "any") return model.runtime("XmlElement");
  if (type.kind !== "complex") return simpleText(type, model);
  if (type.soapArray !== undefined) {
    const { item, ranks } = type.soapArray;
    let text = typeText(item, model);
    for (const rank of ranks) {
      // Items may be null; the rows of one array are all there.
      text = nullable(text, true);
      for (let dimension = 0; dimension < rank; dimension++) text = arrayOf(text);
    }
    return text;
  }
  const item = arrayItem(type);
  if (item !== undefined) return arrayOf(elementText(item.element, model));
  return model.unionOf(type) ?? model.nameOf(type) ?? "never";
}

/** One element's value. */
export function elementText(
  { type, nillable }: Pick<ElementDeclaration, "type" | "nillable">,
  model: Model,
): string {
  return nullable(typeText(type, model), nillable);
}

/** A member's value: an array where the element repeats. */
export function memberText(
  element: Pick<ElementDeclaration, "type" | "nillable">,
  occurrence: Occurrence,
  model: Model,
): string {
  const text = elementText(element, model);
  return isRepeated(occurrence) ? arrayOf(text) : text;
}

function nullable(text: string, nillable: boolean): string {
  return nillable ? `${text} | null` : text;
}
