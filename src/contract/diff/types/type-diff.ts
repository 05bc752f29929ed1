/** Changes of types and global elements. */
import { baseOf, isSimple } from "../../json/content.js";
import type { ContractJson, ElementJson, TypeJson, TypeReferenceJson } from "../../json/model.js";
import { type Changes, changed, compareEntries, localName, type Pair } from "../change.js";
import type { Effect } from "../compatibility.js";
import type { Uses } from "../uses.js";
import { compareComplex } from "./complex-types.js";
import { compareSimple } from "./simple-types.js";
import type { TypeContext } from "./type-context.js";
import { typeEffect } from "./type-effect.js";
import { kindOf, typeName } from "./type-name.js";
import { compareDocumentation, compareNillable, compareValues } from "./values.js";

export class TypeDiff implements TypeContext {
  readonly #before: ContractJson;
  readonly #after: ContractJson;
  readonly #uses: Uses;

  constructor(
    readonly changes: Changes,
    { before, after, uses }: { before: ContractJson; after: ContractJson; uses: Uses },
  ) {
    this.#before = before;
    this.#after = after;
    this.#uses = uses;
  }

  /** Compares every named type and global element once. */
  compareNamed(): void {
    compareEntries(this.#before.elements, this.#after.elements, {
      // What contains or refers to the element reports it.
      removed: () => {},
      added: () => {},
      both: (key, old, now) => {
        const use = this.#uses.of({ kind: "element", key });
        this.#compareElements({ path: localName(key), use, old, now });
      },
    });
    compareEntries(this.#before.types, this.#after.types, {
      removed: (key, old) => this.#addRemoved(key, old),
      added: (key, now) => this.#addAdded(key, now),
      both: (key, old, now) => {
        const use = this.#uses.of({ kind: "type", key });
        this.#compareTypes({ path: localName(key), use, old, now });
      },
    });
  }

  compareReferences(a: TypeReferenceJson, b: TypeReferenceJson, pair: Pair<object>): void {
    if (typeof a === "object" && typeof b === "object") {
      this.#compareTypes({ ...pair, old: a, now: b });
    } else if (a !== b) {
      const effect = this.#effect(a, b);
      const verb = effect === "narrowed" || effect === "widened" ? `, which is ${effect}` : "";
      const message = changed(`type of ${pair.path}`, typeName(a), typeName(b)) + verb;
      this.changes.addEffect({ kind: `type-${effect}`, message }, pair, effect);
    }
  }

  #effect(a: TypeReferenceJson, b: TypeReferenceJson): Effect {
    return typeEffect(
      { reference: a, contract: this.#before },
      { reference: b, contract: this.#after },
    );
  }

  #addRemoved(key: string, old: TypeJson): void {
    const path = localName(key);
    this.changes.addEffect(
      { kind: "type-removed", message: `type ${path} removed` },
      { path, use: this.#uses.of({ kind: "type", key }), old, now: undefined },
      baseOf(old) === undefined ? "same" : "narrowed",
    );
  }

  /** A type that may replace a known one is new in the messages. */
  #addAdded(key: string, now: TypeJson): void {
    const base = baseOf(now);
    const isBaseKnown = base !== undefined && Object.hasOwn(this.#before.types, base);
    const path = localName(key);
    this.changes.addEffect(
      { kind: "type-added", message: `type ${path} added` },
      { path, use: this.#uses.of({ kind: "type", key }), old: undefined, now },
      isBaseKnown ? "widened" : "same",
    );
  }

  #compareElements(pair: Pair<ElementJson>): void {
    const { path, old, now } = pair;
    this.compareReferences(old.type, now.type, pair);
    compareNillable(pair, this.changes);
    compareValues(pair, this.changes);
    const add = (key: string, verb: string, effect: Effect) => {
      const message = `${localName(key)} as a substitute for ${path} ${verb}`;
      this.changes.addEffect({ kind: `substitute-${verb}`, message }, pair, effect);
    };
    compareEntries(byKey(old.substitutes), byKey(now.substitutes), {
      removed: (key) => add(key, "removed", "narrowed"),
      added: (key) => add(key, "added", "widened"),
      both: () => {},
    });
    this.#compareAbstract(pair);
    compareDocumentation(pair, this.changes);
  }

  #compareAbstract(pair: Pair<ElementJson>): void {
    const { path, old, now } = pair;
    if (old.abstract === now.abstract) return;
    const isNow = now.abstract === true;
    const message = `element ${path} ${isNow ? "became abstract" : "is no longer abstract"}`;
    this.changes.addEffect(
      { kind: "abstract-changed", message },
      pair,
      isNow ? "narrowed" : "widened",
    );
  }

  #compareTypes(pair: Pair<TypeJson>): void {
    const { path, old, now } = pair;
    const [a, b] = [kindOf(old), kindOf(now)];
    if (a !== b) {
      const message = `${path} changed its kind, from ${a} to ${b}`;
      this.changes.addEffect({ kind: "kind-changed", message }, pair, this.#effect(old, now));
    } else if (isSimple(old) && isSimple(now)) compareSimple({ ...pair, old, now }, this);
    else if (!isSimple(old) && !isSimple(now)) compareComplex({ ...pair, old, now }, this);
    compareDocumentation(pair, this.changes);
  }
}

function byKey(keys: readonly string[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.map((key) => [key, key]));
}
