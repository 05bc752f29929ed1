/**
 * The names of types. A type has its name in the schema, with a capital first letter. If types of several namespaces have
 * the same name, the type of the contract's namespace keeps it, and each other type gets the last segment of its namespace as
 * a suffix. If names differ in letter case only, the capitalized one keeps its name, and the other gets the suffix `_`. A name
 * does not depend on the order of declarations. A type of an earlier run (`kept`) keeps its name.
 */
import type { QName } from "../../contract/index.js";
import { type KeptNames, type NameTable, typeName } from "./names.js";
import type { DeclaredType, Reached } from "./reached-types.js";

export function nameTypes(
  reached: readonly Reached[],
  own: string,
  kept: KeptNames,
  names: NameTable,
): ReadonlyMap<DeclaredType, string> {
  const given = new Map<DeclaredType, string>();
  const named = reached.flatMap(({ type }) =>
    type.name === undefined ? [] : [{ type, name: type.name }],
  );
  const late = named.flatMap(({ type, name }) => {
    const before = kept.get(name.key);
    if (before === undefined || !names.isFree(before)) {
      return [{ type, name, rank: rankOf(name, own) }];
    }
    given.set(type, names.claim(before, "_"));
    return [];
  });
  late.sort((a, b) => a.rank - b.rank || (a.name.key < b.name.key ? -1 : 1));
  for (const { type, name } of late) {
    const wanted = typeName(name.local);
    const suffix = name.namespace === own ? "_" : `_${shortName(name.namespace)}`;
    given.set(
      type,
      names.isFree(wanted) ? names.claim(wanted, "_") : names.claim(wanted + suffix, "_"),
    );
  }
  for (const { type, hint } of reached) {
    if (type.name === undefined) given.set(type, names.claim(typeName(hint), "Type"));
  }
  return given;
}

/** The names that differ from those of the schema. */
export function chosenNames(
  given: ReadonlyMap<DeclaredType, string>,
): Readonly<Record<string, string>> {
  const chosen = [...given].flatMap(([{ name }, wanted]): [string, string][] =>
    name === undefined || typeName(name.local) === wanted ? [] : [[name.key, wanted]],
  );
  return Object.fromEntries(chosen.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Types of the contract's namespace come first, and in each namespace the names that need no change. */
function rankOf({ namespace, local }: QName, own: string): number {
  return (namespace === own ? 0 : 2) + (typeName(local) === local ? 0 : 1);
}

/** The last segment of a namespace that is not a version: `types` of `http://example.com/2020/types/`. */
function shortName(namespace: string): string {
  const steps = namespace.split(/[/:#?=]+/).filter((step) => /[A-Za-z]/.test(step));
  const last = steps.findLast((step) => !/^v?[\d._-]+$/i.test(step)) ?? "other";
  return last.replace(/\.(?:xsd|wsdl|asmx|svc)$/i, "").replace(/[^\p{ID_Continue}]/gu, "_");
}
