/** Names as values: `{namespace}local`, and QNames with prefixes (XML Schema part 2 §3.2.18). */
import { escapeAttribute } from "./chars.js";
import { type ExpandedName, XML_NAMESPACE } from "./scope.js";

/** `{namespace}local`, or only the local name if there is no namespace. */
export function clark({ namespace, local }: ExpandedName): string {
  return namespace === "" ? local : `{${namespace}}${local}`;
}

/** The inverse of `clark`. */
export function expanded(name: string): ExpandedName {
  const end = name.startsWith("{") ? name.indexOf("}") : -1;
  return end === -1
    ? { namespace: "", local: name }
    : { namespace: name.slice(1, end), local: name.slice(end + 1) };
}

/** The prefixes that one start tag declares, for names in its attributes and text. */
export class PrefixDeclarations {
  readonly #prefixes = new Map<string, string>();
  /** Whether a name that is a value has no namespace: a default namespace must not apply to it. */
  hasUnqualifiedValue = false;

  /** Returns the name with a prefix. A name without a namespace has no prefix. */
  spell({ namespace, local }: ExpandedName): string {
    if (namespace === "") return local;
    let prefix = this.#prefixes.get(namespace);
    if (prefix === undefined) {
      prefix = namespace === XML_NAMESPACE ? "xml" : `q${this.#prefixes.size + 1}`;
      this.#prefixes.set(namespace, prefix);
    }
    return `${prefix}:${local}`;
  }

  /** As `spell`, for a value: without a prefix, it is in the default namespace. */
  spellValue(name: ExpandedName): string {
    if (name.namespace === "") this.hasUnqualifiedValue = true;
    return this.spell(name);
  }

  /** The declarations of the prefixes as attributes, with a blank before each. */
  get attributes(): string {
    let text = "";
    for (const [namespace, prefix] of this.#prefixes) {
      if (prefix !== "xml") text += ` xmlns:${prefix}="${escapeAttribute(namespace)}"`;
    }
    return text;
  }
}
