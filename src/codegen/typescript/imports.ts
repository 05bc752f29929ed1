/** The imports of a file, collected from the references in its code. */
import { group, ifBroken, indent, join, line, printDoc } from "./layout.js";
import { type GeneratedModule, type Module, specifierOf } from "./module.js";
import { stringLiteral } from "./names.js";
import type { Reference } from "./type-nodes.js";

/** What code is printed for. */
export interface PrintTarget {
  readonly module: GeneratedModule;
  /** The extension of imported generated files: `.js`, `.ts` or nothing. */
  readonly extension: string;
}

/** Whether code needs a name at run time or only for its types. */
export type Usage = "type" | "value";

interface ImportedModule {
  readonly specifier: string;
  readonly module: Module;
  readonly names: Map<string, Usage>;
  readonly namespaces: Map<string, Usage>;
}

export class Imports {
  readonly #target: PrintTarget;
  readonly #modules = new Map<string, ImportedModule>();

  constructor(target: PrintTarget) {
    this.#target = target;
  }

  /** @returns the reference as code; its import is added */
  use(reference: Reference, usage: Usage): string {
    const { name, module, namespace } = reference;
    if (module === undefined || this.#isTarget(module)) return name;
    const { names, namespaces } = this.#imported(module);
    const used = namespace === undefined ? names : namespaces;
    const key = namespace ?? name;
    if (used.get(key) !== "value") used.set(key, usage);
    return namespace === undefined ? name : `${namespace}.${name}`;
  }

  specifier(module: Module): string {
    return specifierOf(module, this.#target.module, this.#target.extension);
  }

  /** The import declarations, in order; those of other packages and of the runtime first. */
  print(): readonly string[] {
    return [...this.#modules.values()]
      .sort((one, other) => {
        if (one.module.kind !== other.module.kind) return one.module.kind === "external" ? -1 : 1;
        return one.specifier < other.specifier ? -1 : 1;
      })
      .flatMap(({ specifier, names, namespaces }) => [
        ...[...namespaces].map(([namespace, usage]) =>
          statement(keyword(usage), `* as ${namespace}`, specifier),
        ),
        ...(names.size === 0 ? [] : [namedImport(names, specifier)]),
      ]);
  }

  #isTarget(module: Module): boolean {
    return module.kind === "generated" && module.path === this.#target.module.path;
  }

  #imported(module: Module): ImportedModule {
    const key = module.kind === "generated" ? `./${module.path}` : module.specifier;
    let imported = this.#modules.get(key);
    if (imported === undefined) {
      imported = {
        specifier: this.specifier(module),
        module,
        names: new Map(),
        namespaces: new Map(),
      };
      this.#modules.set(key, imported);
    }
    return imported;
  }
}

function keyword(usage: Usage): string {
  return usage === "type" ? "import type" : "import";
}

function statement(start: string, clause: string, specifier: string): string {
  return `${start} ${clause} from ${stringLiteral(specifier)};`;
}

function namedImport(names: ReadonlyMap<string, Usage>, specifier: string): string {
  const isTypeOnly = [...names.values()].every((usage) => usage === "type");
  const items = [...names]
    .map(([name, usage]) => ({ name, usage, key: sortKey(name) }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.name, b.name))
    .map(({ name, usage }) => (usage === "type" && !isTypeOnly ? `type ${name}` : name));
  const start = isTypeOnly ? "import type" : "import";
  if (items.length === 1) return statement(start, `{ ${items.join()} }`, specifier);
  const list = indent([line, join(items, [",", line])]);
  return printDoc([
    group([`${start} {`, list, ifBroken(","), line, "}"]),
    ` from ${stringLiteral(specifier)};`,
  ]);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A text that sorts like formatters sort names: numbers by value, letters without regard to case, `_` first. */
function sortKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("_", "\u0001")
    .replace(/\d+/g, (digits) => digits.padStart(NUMBER_LENGTH, "0"));
}

const NUMBER_LENGTH = 16;
