/** Changes of complex types: their content, attributes and derivation. */
import { baseOf } from "../../json/content.js";
import type { ComplexJson, WildcardJson } from "../../json/model.js";
import { changed, compareEntries, localName, type Pair } from "../change.js";
import type { Effect } from "../compatibility.js";
import { compareAttributes } from "./attributes.js";
import { contentText, type Leaf, leavesOf } from "./content.js";
import type { TypeContext } from "./type-context.js";
import { typeName } from "./type-name.js";
import { compareDocumentation, compareNillable, compareValues } from "./values.js";

export function compareComplex(pair: Pair<ComplexJson>, context: TypeContext): void {
  compareDerivation(pair, context);
  compareTextAndItems(pair, context);
  compareAnyAttribute(pair, context);
  compareContent(pair, context);
  compareAttributes(pair, context);
}

/** A member of a type in words. */
interface Member {
  /** The kind of change is `<name>-changed`. */
  readonly name: string;
  readonly old: string;
  readonly now: string;
}

function addIfChanged(
  { name, old, now }: Member,
  pair: Pair<ComplexJson>,
  { changes }: TypeContext,
  effect: Effect,
): void {
  if (old === now) return;
  const message = changed(`${name} of ${pair.path}`, old, now);
  changes.addEffect({ kind: `${name}-changed`, message }, pair, effect);
}

function compareDerivation(pair: Pair<ComplexJson>, context: TypeContext): void {
  const { path, old, now } = pair;
  const { changes } = context;
  const baseName = (type: ComplexJson) => localName(baseOf(type) ?? "");
  addIfChanged({ name: "base", old: baseName(old), now: baseName(now) }, pair, context, "changed");
  if (old.abstract !== now.abstract) {
    const isNow = now.abstract === true;
    const message = `${path} ${isNow ? "became abstract" : "is no longer abstract"}`;
    changes.addEffect({ kind: "abstract-changed", message }, pair, isNow ? "narrowed" : "widened");
  }
  if (old.mixed !== now.mixed) {
    const isNow = now.mixed === true;
    const verb = isNow ? "allows" : "no longer allows";
    const message = `${path} ${verb} text between its elements`;
    changes.addEffect({ kind: "mixed-changed", message }, pair, isNow ? "widened" : "narrowed");
  }
}

/** The text of simple content and the items of an array. */
function compareTextAndItems(pair: Pair<ComplexJson>, context: TypeContext): void {
  const { old, now } = pair;
  for (const member of ["text", "arrayOf"] as const) {
    const [a, b] = [old[member], now[member]];
    if (a !== undefined && b !== undefined) context.compareReferences(a, b, pair);
    else {
      const names = [a, b].map((type) => (type === undefined ? "" : typeName(type)));
      const [oldName = "", newName = ""] = names;
      const name = member === "text" ? "text" : "items";
      addIfChanged({ name, old: oldName, now: newName }, pair, context, "changed");
    }
  }
  const ranks = (type: ComplexJson) => (type.ranks ?? []).join();
  addIfChanged({ name: "ranks", old: ranks(old), now: ranks(now) }, pair, context, "changed");
}

function compareAnyAttribute(pair: Pair<ComplexJson>, context: TypeContext): void {
  const [old, now] = [pair.old.anyAttribute, pair.now.anyAttribute];
  addIfChanged(
    { name: "further attributes", old: old?.any ?? "", now: now?.any ?? "" },
    pair,
    context,
    now === undefined ? "narrowed" : "widened",
  );
  if (old !== undefined && now !== undefined) {
    compareProcessContents({ ...pair, path: `${pair.path}/@any`, old, now }, context);
  }
}

/** Readers and writers do not depend on it, only validators. */
function compareProcessContents(pair: Pair<WildcardJson>, { changes }: TypeContext): void {
  const { processContents: old = "strict" } = pair.old;
  const { processContents: now = "strict" } = pair.now;
  if (old === now) return;
  const message = changed(`processContents of ${pair.path}`, old, now);
  changes.addEffect({ kind: "process-contents-changed", message }, pair, "same");
}

function compareContent(pair: Pair<ComplexJson>, context: TypeContext): void {
  const { path, use, old, now } = pair;
  const { changes } = context;
  const before = leavesOf(old);
  const after = leavesOf(now);
  const count = changes.all.length;
  compareEntries(before, after, {
    removed: (name, leaf) => {
      const member = `${path}/${localName(name)}`;
      changes.addEffect(
        { kind: "element-removed", message: `${member} removed` },
        { path: member, use, old: leaf.particle, now },
        leaf.least === 0 ? "removed-optional" : "removed-required",
      );
    },
    added: (name, leaf) => {
      const need = leaf.least === 0 ? "optional" : "required";
      const member = `${path}/${localName(name)}`;
      changes.addEffect(
        { kind: "element-added", message: `${member} added (${need})` },
        { path: member, use, old, now: leaf.particle },
        `added-${need}`,
      );
    },
    both: (name, a, b) =>
      compareLeaves({ path: `${path}/${localName(name)}`, use, old: a, now: b }, context),
  });
  const kept = Object.keys(before).filter((name) => Object.hasOwn(after, name));
  const order = Object.keys(after).filter((name) => Object.hasOwn(before, name));
  const isOrdered = old.all === undefined || now.all === undefined;
  if (isOrdered && kept.join() !== order.join()) {
    const message = `elements of ${path} reordered`;
    changes.addEffect({ kind: "elements-reordered", message }, pair, "changed");
  } else if (changes.all.length === count && contentText(old) !== contentText(now)) {
    const message = `the groups of ${path} changed`;
    changes.addEffect({ kind: "content-changed", message }, pair, "changed");
  }
}

function compareLeaves({ path, use, old, now }: Pair<Leaf>, context: TypeContext): void {
  const { changes } = context;
  const pair = { path, use, old: old.particle, now: now.particle };
  const add = (kind: string, message: string, effect: Effect) =>
    changes.addEffect({ kind, message }, pair, effect);
  if (old.least === 0 && now.least > 0) {
    add("became-required", `${path} became required`, "narrowed");
  } else if (old.least > 0 && now.least === 0) {
    add("became-optional", `${path} became optional`, "widened");
  } else if (old.least !== now.least) {
    const message = changed(`minOccurs of ${path}`, `${old.least}`, `${now.least}`);
    add("occurrence-changed", message, now.least > old.least ? "narrowed" : "widened");
  }
  if (old.most !== now.most) {
    const message = changed(`maxOccurs of ${path}`, `${old.most}`, `${now.most}`);
    add("occurrence-changed", message, isMore(now.most, old.most) ? "widened" : "narrowed");
  }
  const [a, b] = [pair.old, pair.now];
  if ("any" in a && "any" in b) {
    compareProcessContents({ ...pair, old: a, now: b }, context);
    return;
  }
  if ("any" in a || "any" in b) return;
  const elements = { ...pair, old: a, now: b };
  if (a.type !== undefined && b.type !== undefined) {
    context.compareReferences(a.type, b.type, elements);
  }
  compareNillable(elements, changes);
  compareValues(elements, changes);
  compareDocumentation(elements, changes);
}

function isMore(a: number | "unbounded", b: number | "unbounded"): boolean {
  return b !== "unbounded" && (a === "unbounded" || a > b);
}
