/** The syntax tree of a pattern (XML Schema part 2 §F), without nodes that match only the empty text. */
import type { CharacterSet } from "./character-set.js";

export type SyntaxNode =
  | { readonly kind: "character"; readonly set: CharacterSet }
  /** The nodes one after the other; without nodes, the empty text. */
  | { readonly kind: "sequence"; readonly nodes: readonly SyntaxNode[] }
  | { readonly kind: "choice"; readonly nodes: readonly SyntaxNode[] }
  | Repetition;

export interface Repetition extends Quantity {
  readonly kind: "repetition";
  readonly node: SyntaxNode;
}

export interface Quantity {
  readonly low: number;
  /** `Infinity` for a quantity without a limit. */
  readonly high: number;
}

const EMPTY: SyntaxNode = { kind: "sequence", nodes: [] };

function isEmpty(node: SyntaxNode): boolean {
  return node.kind === "sequence" && node.nodes.length === 0;
}

export function sequenceOf(nodes: readonly SyntaxNode[]): SyntaxNode {
  const filled = nodes.filter((node) => !isEmpty(node));
  const [only] = filled;
  return filled.length === 1 && only !== undefined ? only : { kind: "sequence", nodes: filled };
}

export function choiceOf(nodes: readonly SyntaxNode[]): SyntaxNode {
  const [only] = nodes;
  if (nodes.every(isEmpty)) return EMPTY;
  return nodes.length === 1 && only !== undefined ? only : { kind: "choice", nodes };
}

export function repetitionOf(node: SyntaxNode, { low, high }: Quantity): SyntaxNode {
  if (high === 0 || isEmpty(node)) return EMPTY;
  if (low === 1 && high === 1) return node;
  return joined(node, low, high) ?? { kind: "repetition", node, low, high };
}

/** `(x{a,b}){c,d}` is `x{ac,bd}` if all numbers between them occur: `(a{1,50}){1,50}` would need 2,500 states. */
function joined(node: SyntaxNode, low: number, high: number): SyntaxNode | undefined {
  if (node.kind !== "repetition") return undefined;
  // From c times to c + 1 times x{a,b} there is no gap; then there is none after it either.
  const isWithoutGap =
    low === high || (low === 0 ? node.low <= 1 : low * node.high + 1 >= (low + 1) * node.low);
  if (!isWithoutGap) return undefined;
  return { ...node, low: low * node.low, high: high * node.high };
}
