/** Schemas of small messages. */
import type { ComplexType, ElementSchema, MessageSchema } from "../../src/schema/index.js";

/** Their namespace. */
export const ns = "urn:t";

/** The element `m` of a type. */
export const message = (type: Partial<ComplexType>): MessageSchema => ({
  element: "m",
  namespace: ns,
  type: { namespace: ns, ...type },
});

export const int = (element: string, more: Partial<ElementSchema> = {}): ElementSchema => ({
  element,
  type: "int",
  ...more,
});
