/** Substitution groups (XML Schema part 1 §3.3.6). */
import type { ElementDeclaration } from "../../contract/index.js";
import type { Budget } from "../limits.js";
import type { Draft } from "./readers/draft.js";

/** An element with the head of its substitution group. */
export type Substitution = readonly [head: Draft<ElementDeclaration>, member: ElementDeclaration];

/** Sets the substitutes of each head: its members, their members, and so on. */
export function linkSubstitutes(substitutions: readonly Substitution[], budget: Budget): void {
  const direct = new Map<ElementDeclaration, ElementDeclaration[]>();
  for (const [head, member] of substitutions) {
    const members = direct.get(head);
    if (members === undefined) direct.set(head, [member]);
    else members.push(member);
  }
  const linked = new Set<ElementDeclaration>();
  for (const [head] of substitutions) {
    if (linked.has(head)) continue;
    linked.add(head);
    head.substitutes = reachable(head, direct, budget);
  }
}

/** The members of a head in the order of a walk that visits the members of a member before the next member. */
function reachable(
  head: ElementDeclaration,
  direct: ReadonlyMap<ElementDeclaration, readonly ElementDeclaration[]>,
  budget: Budget,
): readonly ElementDeclaration[] {
  const found = new Set<ElementDeclaration>();
  const open = [...(direct.get(head) ?? [])].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    budget.addComponents(1, next);
    found.add(next);
    for (const member of [...(direct.get(next) ?? [])].reverse()) open.push(member);
  }
  return [...found];
}
