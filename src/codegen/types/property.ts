/** The properties of an object type. */

import { memberName } from "../model/names.js";
import type { Doc } from "../print/layout.js";

export interface Property {
  /** As the wire has it. */
  readonly name: string;
  readonly type: Doc;
  /** The type is a union that says itself where it begins. */
  readonly isUnion?: true;
  readonly optional: boolean;
  readonly documentation: readonly (string | undefined)[];
}

/** `name?:`, the name quoted where it is no identifier. */
export function propertyHead({ name, optional }: Property): string {
  return `${memberName(name)}${optional ? "?" : ""}:`;
}
