/** Substitution groups (XML Schema part 1 §3.3.6). */
import type { ElementDeclaration } from "../../contract/index.js";
import type { Draft } from "./readers/draft.js";

/** An element with the head of its substitution group. */
export type Substitution = readonly [head: Draft<ElementDeclaration>, member: ElementDeclaration];

/** Sets the substitutes of each head: its members, their members, and so on. */
export function linkSubstitutes(substitutions: readonly Substitution[]): void {
  const reach = (head: ElementDeclaration, seen: Set<ElementDeclaration>): void => {
    for (const [above, member] of substitutions) {
      if (above !== head || seen.has(member)) continue;
      seen.add(member);
      reach(member, seen);
    }
  };
  for (const [head] of substitutions) {
    const members = new Set<ElementDeclaration>();
    reach(head, members);
    head.substitutes = [...members];
  }
}
