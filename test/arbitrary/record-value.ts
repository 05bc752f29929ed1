/** The members of an object for the elements of a content model. */
import { isRepeated, type Node } from "../../src/codegen/shape/node.js";
import type { Context } from "./context.js";
import { elementValue } from "./type-value.js";
import { wildcardElement } from "./wildcard-value.js";

export type Members = Record<string, unknown>;

/** @param isPresent whether it occurs although it is optional */
export function fillNode(node: Node, target: Members, context: Context, isPresent: boolean): void {
  const { heights } = context.subject;
  const isOptional = !isPresent && node.minOccurs === 0;
  if (isOptional && !Number.isFinite(heights.ofNode(node, true))) return;
  const least = isPresent ? Math.max(1, node.minOccurs) : node.minOccurs;
  if (node.kind === "member" || node.kind === "any") {
    fillLeaf(node, least, target, context);
  } else if (node.member !== undefined) {
    const items = groupItems(node, context.count(least, node.maxOccurs), context);
    if (items.length > 0) target[node.member] = items;
  } else if (!isOptional || context.wants()) fillOnce(node, target, context);
}

type Group = Extract<Node, { kind: "choice" | "sequence" }>;

function fillLeaf(
  node: Extract<Node, { kind: "member" | "any" }>,
  least: number,
  target: Members,
  context: Context,
): void {
  const one = () =>
    node.kind === "member"
      ? elementValue(node.element, context)
      : wildcardElement(node.wildcard, least === 0, context);
  const count = isRepeated(node)
    ? context.count(least, node.maxOccurs)
    : Number(least > 0 || context.wants());
  const values = Array.from({ length: count }, one).filter((value) => value !== undefined);
  if (values.length === 0) return;
  target[node.member] = isRepeated(node) ? values : values[0];
}

function fillOnce(node: Group, target: Members, context: Context): void {
  if (node.kind === "sequence") {
    for (const each of node.nodes) fillNode(each, target, context, false);
    return;
  }
  const { heights } = context.subject;
  const arm = context.way(node.nodes, (each) => heights.ofNode(each, true));
  fillNode(arm, target, context, true);
}

/**
 * The items of a repeated group. The end of an item is visible in the message only if the next item begins with an element
 * that can't follow: so the first member of a sequence is always present, and a repeated alternative is not chosen twice
 * in succession.
 */
function groupItems(node: Group, count: number, context: Context): readonly Members[] {
  const items: Members[] = [];
  let latest: Node | undefined;
  for (let number = 0; number < count; number++) {
    const item: Members = {};
    context.inside(() => {
      if (node.kind === "sequence") {
        for (const [at, each] of node.nodes.entries()) fillNode(each, item, context, at === 0);
        return;
      }
      const { heights } = context.subject;
      const able = node.nodes.filter((arm) => arm !== latest || isSingle(arm));
      latest = context.way(able.length > 0 ? able : node.nodes, (arm) => heights.ofNode(arm, true));
      fillNode(latest, item, context, true);
    });
    if (Object.keys(item).length > 0) items.push(item);
  }
  return items;
}

function isSingle(arm: Node): boolean {
  if (isRepeated(arm)) return false;
  if (arm.kind === "member" || arm.kind === "any") return true;
  return arm.kind === "choice"
    ? arm.nodes.every(isSingle)
    : arm.nodes[0] !== undefined && isSingle(arm.nodes[0]);
}
