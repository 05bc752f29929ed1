/** Changes of simple types. */
import type { SimpleJson } from "../../json/model.js";
import { type Changes, changed, compareEntries, type Pair } from "../change.js";
import type { Effect } from "../compatibility.js";
import { compareFacets } from "./facets.js";
import type { TypeContext } from "./type-context.js";
import { typeName } from "./type-name.js";

type SimpleKind<Member extends string> = Extract<SimpleJson, Readonly<Record<Member, unknown>>>;

/** @param pair types of the same kind */
export function compareSimple(pair: Pair<SimpleJson>, context: TypeContext): void {
  const { path, old, now } = pair;
  const { changes } = context;
  if ("enumeration" in old && "enumeration" in now) {
    compareEnumerations({ ...pair, old, now }, changes);
  } else if ("restriction" in old && "restriction" in now) {
    context.compareReferences(old.restriction, now.restriction, pair);
  } else if ("list" in old && "list" in now) {
    context.compareReferences(old.list, now.list, { ...pair, path: `the items of ${path}` });
  } else if ("union" in old && "union" in now) {
    compareUnions({ ...pair, old, now }, changes);
  }
  compareFacets(pair, changes);
}

function compareEnumerations(pair: Pair<SimpleKind<"enumeration">>, changes: Changes): void {
  const { path, old, now } = pair;
  const byValue = (list: readonly string[]) =>
    Object.fromEntries(list.map((value) => [value, value]));
  const add = (value: string, verb: string, effect: Effect) => {
    const message = `enum value of ${path} ${value} ${verb}`;
    changes.addEffect({ kind: `enum-value-${verb}`, message }, pair, effect);
  };
  compareEntries(byValue(old.enumeration), byValue(now.enumeration), {
    removed: (value) => add(value, "removed", "narrowed"),
    added: (value) => add(value, "added", "widened"),
    both: (value) => {
      const documentation = old.valueDocumentation?.[value];
      if (documentation === now.valueDocumentation?.[value]) return;
      const message = `documentation of enum value ${value} of ${path} changed`;
      changes.addEffect({ kind: "documentation-changed", message }, pair, "same");
    },
  });
  const { base: oldBase = "xs:string" } = old;
  const { base: newBase = "xs:string" } = now;
  if (JSON.stringify(oldBase) === JSON.stringify(newBase)) return;
  // The listed values are the only ones, whatever the base is.
  const message = changed(`base of ${path}`, typeName(oldBase), typeName(newBase));
  changes.addEffect({ kind: "base-changed", message }, pair, "same");
}

function compareUnions(pair: Pair<SimpleKind<"union">>, changes: Changes): void {
  const [old, now] = [JSON.stringify(pair.old.union), JSON.stringify(pair.now.union)];
  if (old === now) return;
  const message = `the member types of ${pair.path} changed`;
  changes.addEffect({ kind: "union-changed", message }, pair, unionEffect(old, now));
}

/** By the JSON of the member types: members may be added or removed at the end. */
function unionEffect(old: string, now: string): Effect {
  if (old.startsWith(now.slice(0, -1))) return "narrowed";
  return now.startsWith(old.slice(0, -1)) ? "widened" : "changed";
}
