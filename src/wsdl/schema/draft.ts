/** Components while they are made: what others refer to already, and what is still to be filled in. */
import type { ComplexDefinition } from "../../contract/index.js";

export type Draft<Component> = { -readonly [Key in keyof Component]: Component[Key] };

/** A complex type that has nothing yet but its name and place. */
export function complexDraft(
  head: Pick<ComplexDefinition, "name" | "documentation" | "location">,
): Draft<ComplexDefinition> {
  return {
    kind: "complex",
    ...head,
    abstract: false,
    mixed: false,
    derivation: undefined,
    content: undefined,
    text: undefined,
    attributes: [],
    prohibited: [],
    anyAttribute: undefined,
    soapArray: undefined,
  };
}
