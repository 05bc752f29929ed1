/**
 * The names of files for namespaces: the last step of the namespace that is a word, such as `types` for
 * `http://example.com/2020/types/`. If several namespaces have the same, the contract's own namespace has it and the
 * others have the step before it as well.
 */
import { type KeptNames, NameTable } from "./names.js";

/** Names that are not files on Windows, or that resolve to another file. */
const RESERVED =
  "aux com1 com2 com3 com4 com5 com6 com7 com8 com9 con index lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 nul prn".split(
    " ",
  );

/**
 * @param main the contract's own namespace
 * @param kept names of an earlier run by `moduleKey`: a namespace keeps its file whatever is added
 * @returns names that differ in more than letter case
 */
export function nameModules(
  namespaces: Iterable<string>,
  main: string,
  kept: KeptNames,
): ReadonlyMap<string, string> {
  const table = new NameTable(RESERVED);
  const names = new Map<string, string>();
  const sorted = [...new Set(namespaces)].sort(
    (a, b) => rank(a, main) - rank(b, main) || (a < b ? -1 : 1),
  );
  for (const namespace of sorted) {
    const before = kept.get(moduleKey(namespace));
    if (before !== undefined && table.isFree(before)) {
      names.set(namespace, table.claim(before, "_"));
    }
  }
  for (const namespace of sorted) {
    if (names.has(namespace)) continue;
    const wanted = candidates(namespace).find((name) => table.isFree(name));
    names.set(namespace, table.claim(wanted ?? moduleName(namespace), "_"));
  }
  return names;
}

/** The key of a namespace among the names of types, which are `{namespace}local`. */
export function moduleKey(namespace: string): string {
  return `{${namespace}}`;
}

/** The name of a namespace that shares it with no other. */
export function moduleName(namespace: string): string {
  return candidates(namespace)[0] ?? "namespace";
}

/** Names from the end of the namespace, each longer by one step. */
function candidates(namespace: string): readonly string[] {
  const steps = stepsOf(namespace);
  return steps.map((_, index) => steps.slice(steps.length - 1 - index).join("-"));
}

/** The words of a namespace, those of the host first: `fedex`, `ws`, `ship` of `http://fedex.com/ws/ship/v26`. */
function stepsOf(namespace: string): readonly string[] {
  const [, host = "", rest = namespace] = /^\w+:\/\/([^/?#]*)(.*)$/s.exec(namespace) ?? [];
  const labels = host.replace(/:\d+$/, "").split(".");
  const words = labels.length > 1 ? labels.slice(0, -1).filter((label) => label !== "www") : labels;
  return [words.join("-"), ...rest.replace(/^urn:/i, "").split(/[/:#?=&]+/)]
    .map((step) =>
      step
        .replace(EXTENSION, "")
        .replace(/[^\w-]+/g, "-")
        .replace(/^-+|-+$/g, ""),
    )
    .filter((step) => /[A-Za-z]/.test(step) && !VERSION.test(step));
}

const EXTENSION = /\.(?:xsd|wsdl|asmx|svc)$/i;
const VERSION = /^v?[\d._-]+$/i;

function rank(namespace: string, main: string): number {
  return namespace === main ? 0 : 1;
}
