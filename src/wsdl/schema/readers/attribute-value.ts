/** Values of attributes that elements and attributes have in common. */
import type { ValueConstraint } from "../../../contract/index.js";
import type { Element } from "../../documents/element.js";

/** The `default` or `fixed` value of a declaration. */
export function valueConstraint(element: Element): ValueConstraint | undefined {
  for (const kind of ["default", "fixed"] as const) {
    const value = element.attribute(kind);
    if (value !== undefined) return { kind, value };
  }
  return undefined;
}

/** Whether an attribute has a true value of `xs:boolean`. */
export function isTrue(value: string | undefined): boolean {
  return value?.trim() === "true" || value?.trim() === "1";
}
