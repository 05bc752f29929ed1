/** Components that are being read: other components refer to them, but they are not complete. */
import type { ComplexDefinition } from "../../../contract/index.js";

export type Draft<Component> = { -readonly [Key in keyof Component]: Component[Key] };

/** A complex type with its name and location only. */
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
