/** What changed in types and global elements. */
import type {
  AttributeSummary,
  ComplexSummary,
  ContractSummary,
  ElementSummary,
  SimpleSummary,
  TypeReferenceSummary,
  TypeSummary,
} from "../summary/model.js";
import { type Changes, changed, compareByName, localName } from "./change.js";
import type { Effect, Use } from "./compatibility.js";
import { contentText, type Leaf, leavesOf } from "./content.js";
import { compareFacets } from "./facets.js";
import { typeEffect } from "./type-effect.js";
import type { Uses } from "./uses.js";

export class TypeDiff {
  constructor(
    private readonly before: ContractSummary,
    private readonly after: ContractSummary,
    private readonly uses: Uses,
    private readonly changes: Changes,
  ) {}

  /** Compares every named type and global element once. */
  named(): void {
    compareByName(this.before.elements, this.after.elements, {
      // Whatever holds or refers to it says so.
      gone: () => {},
      added: () => {},
      both: (key, old, now) =>
        this.#element(localName(key), this.uses.of(`element ${key}`), old, now),
    });
    compareByName(this.before.types, this.after.types, {
      gone: (key, old) => this.#typeGone(key, old),
      added: (key, now) => this.#typeAdded(key, now),
      both: (key, old, now) => this.#type(old, now, localName(key), this.uses.of(key)),
    });
  }

  #typeGone(key: string, old: TypeSummary): void {
    const effect = baseOf(old) === undefined ? "same" : "narrowed";
    const name = localName(key);
    this.changes.effect(
      "type-removed",
      name,
      `type ${name} removed`,
      effect,
      this.uses.of(key),
      old,
      undefined,
    );
  }

  /** One that may stand for another is something new to be met. */
  #typeAdded(key: string, now: TypeSummary): void {
    const base = baseOf(now);
    const isKnown = base !== undefined && Object.hasOwn(this.before.types, base);
    const name = localName(key);
    const effect = isKnown ? "widened" : "same";
    this.changes.effect(
      "type-added",
      name,
      `type ${name} added`,
      effect,
      this.uses.of(key),
      undefined,
      now,
    );
  }

  #element(path: string, use: Use, old: ElementSummary, now: ElementSummary): void {
    this.reference(old.type, now.type, path, use, old, now);
    this.#nillable(path, use, old, now);
    this.#values(path, use, old, now);
    const before = Object.fromEntries((old.substitutes ?? []).map((key) => [key, key]));
    const after = Object.fromEntries((now.substitutes ?? []).map((key) => [key, key]));
    const tell = (key: string, verb: string, effect: Effect) =>
      this.changes.effect(
        `substitute-${verb}`,
        path,
        `${localName(key)} in the place of ${path} ${verb}`,
        effect,
        use,
        old,
        now,
      );
    compareByName(before, after, {
      gone: (key) => tell(key, "removed", "narrowed"),
      added: (key) => tell(key, "added", "widened"),
      both: () => {},
    });
  }

  /** A reference to a type, from `old` and `now`. */
  reference(
    a: TypeReferenceSummary,
    b: TypeReferenceSummary,
    path: string,
    use: Use,
    old: unknown,
    now: unknown,
  ): void {
    if (typeof a === "object" && typeof b === "object") this.#type(a, b, path, use);
    else if (a !== b) {
      const effect = typeEffect(a, this.before, b, this.after);
      const verb = effect === "narrowed" || effect === "widened" ? `, which is ${effect}` : "";
      const message = changed(`type of ${path}`, typeName(a), typeName(b)) + verb;
      this.changes.effect(`type-${effect}`, path, message, effect, use, old, now);
    }
  }

  #type(old: TypeSummary, now: TypeSummary, path: string, use: Use): void {
    const [a, b] = [kindOf(old), kindOf(now)];
    if (a !== b) {
      const effect = typeEffect(old, this.before, now, this.after);
      const message = `${path} changed its kind, from ${a} to ${b}`;
      this.changes.effect("kind-changed", path, message, effect, use, old, now);
    } else if (isSimple(old) && isSimple(now)) this.#simple(old, now, path, use);
    else if (!isSimple(old) && !isSimple(now)) this.#complex(old, now, path, use);
    if (old.documentation !== now.documentation) {
      const message = `documentation of ${path} changed`;
      this.changes.effect("documentation-changed", path, message, "same", use, old, now);
    }
  }

  #simple(old: SimpleSummary, now: SimpleSummary, path: string, use: Use): void {
    if ("enumeration" in old && "enumeration" in now) {
      const values = (list: readonly string[]) =>
        Object.fromEntries(list.map((value) => [value, value]));
      const tell = (value: string, verb: string, effect: Effect) =>
        this.changes.effect(
          `enum-value-${verb}`,
          path,
          `enum value of ${path} ${value} ${verb}`,
          effect,
          use,
          old,
          now,
        );
      compareByName(values(old.enumeration), values(now.enumeration), {
        gone: (value) => tell(value, "removed", "narrowed"),
        added: (value) => tell(value, "added", "widened"),
        both: () => {},
      });
    } else if ("restriction" in old && "restriction" in now) {
      this.reference(old.restriction, now.restriction, path, use, old, now);
    } else if ("list" in old && "list" in now) {
      this.reference(old.list, now.list, `the items of ${path}`, use, old, now);
    } else if ("union" in old && "union" in now) {
      const [a, b] = [JSON.stringify(old.union), JSON.stringify(now.union)];
      const effect =
        a === b
          ? "same"
          : a.startsWith(b.slice(0, -1))
            ? "narrowed"
            : b.startsWith(a.slice(0, -1))
              ? "widened"
              : "changed";
      if (a !== b)
        this.changes.effect(
          "union-changed",
          path,
          `the member types of ${path} changed`,
          effect,
          use,
          old,
          now,
        );
    }
    compareFacets(old, now, path, use, this.changes);
  }

  #complex(old: ComplexSummary, now: ComplexSummary, path: string, use: Use): void {
    const tell = (what: string, a: string, b: string, effect: Effect) => {
      if (a !== b)
        this.changes.effect(
          `${what}-changed`,
          path,
          changed(`${what} of ${path}`, a, b),
          effect,
          use,
          old,
          now,
        );
    };
    tell("base", localName(baseOf(old) ?? ""), localName(baseOf(now) ?? ""), "changed");
    if (old.abstract !== now.abstract) {
      const message = `${path} ${now.abstract === true ? "became abstract" : "is no longer abstract"}`;
      this.changes.effect(
        "abstract-changed",
        path,
        message,
        now.abstract === true ? "narrowed" : "widened",
        use,
        old,
        now,
      );
    }
    if (old.mixed !== now.mixed) {
      const message = `${path} ${now.mixed === true ? "may have text between its elements" : "has no text between its elements any more"}`;
      this.changes.effect(
        "mixed-changed",
        path,
        message,
        now.mixed === true ? "widened" : "narrowed",
        use,
        old,
        now,
      );
    }
    for (const member of ["text", "arrayOf"] as const) {
      const [a, b] = [old[member], now[member]];
      if (a !== undefined && b !== undefined) this.reference(a, b, path, use, old, now);
      else
        tell(
          member === "text" ? "text" : "items",
          a === undefined ? "" : typeName(a),
          b === undefined ? "" : typeName(b),
          "changed",
        );
    }
    tell("ranks", (old.ranks ?? []).join(), (now.ranks ?? []).join(), "changed");
    tell(
      "further attributes",
      old.anyAttribute ?? "",
      now.anyAttribute ?? "",
      now.anyAttribute === undefined ? "narrowed" : "widened",
    );
    this.#content(old, now, path, use);
    this.#attributes(old, now, path, use);
  }

  #content(old: ComplexSummary, now: ComplexSummary, path: string, use: Use): void {
    const before = leavesOf(old);
    const after = leavesOf(now);
    const told = this.changes.all.length;
    compareByName(before, after, {
      gone: (name, leaf) => {
        const kind = leaf.least === 0 ? "removed-optional" : "removed-required";
        const member = `${path}/${localName(name)}`;
        this.changes.effect(
          "element-removed",
          member,
          `${member} removed`,
          kind,
          use,
          leaf.particle,
          now,
        );
      },
      added: (name, leaf) => {
        const need = leaf.least === 0 ? "optional" : "required";
        const member = `${path}/${localName(name)}`;
        this.changes.effect(
          "element-added",
          member,
          `${member} added (${need})`,
          `added-${need}`,
          use,
          old,
          leaf.particle,
        );
      },
      both: (name, a, b) => this.#leaf(`${path}/${localName(name)}`, a, b, use),
    });
    const kept = Object.keys(before).filter((name) => Object.hasOwn(after, name));
    const order = Object.keys(after).filter((name) => Object.hasOwn(before, name));
    const isOrdered = old.all === undefined || now.all === undefined;
    if (isOrdered && kept.join() !== order.join()) {
      this.changes.effect(
        "elements-reordered",
        path,
        `elements of ${path} reordered`,
        "changed",
        use,
        old,
        now,
      );
    } else if (this.changes.all.length === told && contentText(old) !== contentText(now)) {
      this.changes.effect(
        "content-changed",
        path,
        `the groups of ${path} changed`,
        "changed",
        use,
        old,
        now,
      );
    }
  }

  #leaf(path: string, old: Leaf, now: Leaf, use: Use): void {
    const [a, b] = [old.particle, now.particle];
    const tell = (kind: string, message: string, effect: Effect) =>
      this.changes.effect(kind, path, message, effect, use, a, b);
    if (old.least === 0 && now.least > 0)
      tell("became-required", `${path} became required`, "narrowed");
    else if (old.least > 0 && now.least === 0)
      tell("became-optional", `${path} became optional`, "widened");
    else if (old.least !== now.least) {
      const message = changed(`minOccurs of ${path}`, `${old.least}`, `${now.least}`);
      tell("occurrence-changed", message, now.least > old.least ? "narrowed" : "widened");
    }
    if (old.most !== now.most) {
      const message = changed(`maxOccurs of ${path}`, `${old.most}`, `${now.most}`);
      tell("occurrence-changed", message, isMore(now.most, old.most) ? "widened" : "narrowed");
    }
    if ("any" in a || "any" in b) return;
    if (a.type !== undefined && b.type !== undefined)
      this.reference(a.type, b.type, path, use, a, b);
    this.#nillable(path, use, a, b);
    this.#values(path, use, a, b);
    if (a.documentation !== b.documentation)
      tell("documentation-changed", `documentation of ${path} changed`, "same");
  }

  #nillable(
    path: string,
    use: Use,
    old: { readonly nillable?: true },
    now: { readonly nillable?: true },
  ): void {
    if (old.nillable === now.nillable) return;
    const isNow = now.nillable === true;
    const message = `${path} ${isNow ? "became nillable" : "is no longer nillable"}`;
    this.changes.effect(
      "nillable-changed",
      path,
      message,
      isNow ? "widened" : "narrowed",
      use,
      old,
      now,
    );
  }

  /** Default and fixed values. */
  #values(path: string, use: Use, old: Valued, now: Valued): void {
    for (const kind of ["default", "fixed"] as const) {
      if (old[kind] === now[kind]) continue;
      const message = changed(`${kind} value of ${path}`, old[kind] ?? "", now[kind] ?? "");
      this.changes.effect(
        "value-changed",
        path,
        message,
        kind === "fixed" ? "changed" : "same",
        use,
        old,
        now,
      );
    }
  }

  #attributes(old: ComplexSummary, now: ComplexSummary, path: string, use: Use): void {
    const byName = (list: readonly AttributeSummary[] = []) =>
      Object.fromEntries(list.map((each) => [each.attribute, each]));
    const need = ({ required }: AttributeSummary) => (required === true ? "required" : "optional");
    compareByName(byName(old.attributes), byName(now.attributes), {
      gone: (name, each) =>
        this.changes.effect(
          "attribute-removed",
          `${path}/@${localName(name)}`,
          `${path}/@${localName(name)} removed`,
          `removed-${need(each)}`,
          use,
          each,
          now,
        ),
      added: (name, each) =>
        this.changes.effect(
          "attribute-added",
          `${path}/@${localName(name)}`,
          `${path}/@${localName(name)} added (${need(each)})`,
          `added-${need(each)}`,
          use,
          old,
          each,
        ),
      both: (name, a, b) => {
        const member = `${path}/@${localName(name)}`;
        this.reference(a.type, b.type, member, use, a, b);
        this.#values(member, use, a, b);
        if (a.required === b.required) return;
        const message = `${member} became ${need(b)}`;
        this.changes.effect(
          `became-${need(b)}`,
          member,
          message,
          b.required === true ? "narrowed" : "widened",
          use,
          a,
          b,
        );
      },
    });
  }
}

interface Valued {
  readonly default?: string;
  readonly fixed?: string;
}

function isSimple(type: TypeSummary): type is SimpleSummary {
  return "enumeration" in type || "restriction" in type || "list" in type || "union" in type;
}

function kindOf(type: TypeSummary): string {
  if ("enumeration" in type) return "an enumeration";
  if ("restriction" in type) return "a restriction";
  if ("list" in type) return "a list";
  return "union" in type ? "a union" : "a structure";
}

function baseOf(type: TypeSummary): string | undefined {
  return isSimple(type) ? undefined : (type.extends ?? type.restricts);
}

function typeName(type: TypeReferenceSummary): string {
  return typeof type === "string" ? localName(type) : "an anonymous type";
}

function isMore(a: number | "unbounded", b: number | "unbounded"): boolean {
  return b !== "unbounded" && (a === "unbounded" || a > b);
}
