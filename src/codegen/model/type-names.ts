/**
 * The names of types. A schema's type is called as the schema calls it, with a capital first letter. Where types of several
 * namespaces would be called the same, the one of the contract's own namespace is, and each other has the last step of its
 * namespace behind; where only letter case differs, the one with the capital is, and the other has a `_` behind. So a name
 * depends on the type and on who shares it, not on the order of declarations. A type that was there before (`kept`) keeps
 * its name, whatever is added.
 */
import type { QName } from "../../contract/index.js";
import { type NameTable, typeName } from "./names.js";
import type { DeclaredType, Reached } from "./reached-types.js";

/** Names by the key of their type, as an earlier run gave them. */
export type KeptNames = ReadonlyMap<string, string>;

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
    const behind = name.namespace === own ? "_" : `_${shortName(name.namespace)}`;
    given.set(
      type,
      names.isFree(wanted) ? names.claim(wanted, "_") : names.claim(wanted + behind, "_"),
    );
  }
  for (const { type, hint } of reached) {
    if (type.name === undefined) given.set(type, names.claim(typeName(hint), "Type"));
  }
  return given;
}

/** The names that say more or less than those of the schema. */
export function chosenNames(
  given: ReadonlyMap<DeclaredType, string>,
): Readonly<Record<string, string>> {
  const chosen = [...given].flatMap(([{ name }, wanted]): [string, string][] =>
    name === undefined || typeName(name.local) === wanted ? [] : [[name.key, wanted]],
  );
  return Object.fromEntries(chosen.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The names that types had in an earlier run, by what it left.
 *
 * @param types the keys of the types that it had, `{namespace}local`
 * @param chosen those of its names that are not simply the schema's
 */
export function keptNames(
  types: Iterable<string>,
  chosen: Readonly<Record<string, string>>,
): KeptNames {
  return new Map(
    [...types].map((key) => [key, chosen[key] ?? typeName(key.replace(/^\{.*\}/, ""))]),
  );
}

/** The contract's own namespace chooses first, and in a namespace the name that needs no change. */
function rankOf({ namespace, local }: QName, own: string): number {
  return (namespace === own ? 0 : 2) + (typeName(local) === local ? 0 : 1);
}

/** The last step of a namespace that says something: `types` of `http://example.com/2020/types/`. */
function shortName(namespace: string): string {
  const steps = namespace.split(/[/:#?=]+/).filter((step) => /[A-Za-z]/.test(step));
  const last = steps.findLast((step) => !/^v?[\d._-]+$/i.test(step)) ?? "other";
  return last.replace(/\.(?:xsd|wsdl|asmx|svc)$/i, "").replace(/[^\p{ID_Continue}]/gu, "_");
}
