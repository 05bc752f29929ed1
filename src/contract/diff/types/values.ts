/** Changes of default values, fixed values and nillable. */
import type { ValueJson } from "../../json/model.js";
import { type Changes, changed, type Pair } from "../change.js";

/** Default and fixed values of an element or attribute. */
export function compareValues(pair: Pair<ValueJson>, changes: Changes): void {
  for (const kind of ["default", "fixed"] as const) {
    const [old, now] = [pair.old[kind], pair.now[kind]];
    if (old === now) continue;
    const message = changed(`${kind} value of ${pair.path}`, old ?? "", now ?? "");
    changes.addEffect(
      { kind: "value-changed", message },
      pair,
      kind === "fixed" ? "changed" : "same",
    );
  }
}

export function compareNillable(pair: Pair<{ readonly nillable?: true }>, changes: Changes): void {
  const { path, old, now } = pair;
  if (old.nillable === now.nillable) return;
  const isNow = now.nillable === true;
  const message = `${path} ${isNow ? "became nillable" : "is no longer nillable"}`;
  changes.addEffect({ kind: "nillable-changed", message }, pair, isNow ? "widened" : "narrowed");
}

export function compareDocumentation(
  pair: Pair<{ readonly documentation?: string }>,
  changes: Changes,
): void {
  if (pair.old.documentation === pair.now.documentation) return;
  const message = `documentation of ${pair.path} changed`;
  changes.addEffect({ kind: "documentation-changed", message }, pair, "same");
}
