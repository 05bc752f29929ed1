/** What the comparisons of parts of types use. */
import type { TypeReferenceJson } from "../../json/model.js";
import type { Changes, Pair } from "../change.js";

export interface TypeContext {
  readonly changes: Changes;
  /** Compares the types of the two parts of a pair: `old` of the old part, `now` of the new one. */
  compareReferences(old: TypeReferenceJson, now: TypeReferenceJson, pair: Pair<object>): void;
}
