import { moduleName } from "./module-names.js";
import { type KeptNames, typeName } from "./names.js";

/**
 * The names that types and the files of namespaces had in an earlier run.
 *
 * @param types the keys of the types that it had, `{namespace}local`
 * @param chosen those of its names that are not simply the schema's
 */
export function keptNames(
  types: Iterable<string>,
  chosen: Readonly<Record<string, string>>,
): KeptNames {
  const kept = new Map<string, string>(Object.entries(chosen));
  for (const key of types) {
    const end = key.lastIndexOf("}") + 1;
    const namespace = key.slice(0, end);
    kept.set(key, chosen[key] ?? typeName(key.slice(end)));
    kept.set(namespace, chosen[namespace] ?? moduleName(namespace.slice(1, -1)));
  }
  return kept;
}
