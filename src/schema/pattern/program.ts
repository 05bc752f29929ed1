/** A nondeterministic automaton (Thompson's construction) with counters for repetitions of one character. */
import { PatternError } from "../../errors/index.js";
import type { CharacterSet } from "./character-set.js";
import { shown } from "./pattern-source.js";
import type { Repetition, SyntaxNode } from "./syntax.js";

/**
 * The most states of a pattern. Repetitions of groups are written out, so that nested ones multiply:
 * `((ab){50}){50}` has 5,000 states. Each character of a text needs at most one step per state.
 */
export const MAX_STATES = 10_000;

export type State =
  /** Continues at each of the states, without a character. */
  | { readonly kind: "split"; next: readonly number[] }
  /** One character of a set, `low` to `high` times. */
  | {
      readonly kind: "character";
      readonly set: CharacterSet;
      /** At least 1. */
      readonly low: number;
      readonly high: number;
      readonly next: number;
    }
  | { readonly kind: "end" };

export interface Program {
  readonly states: readonly State[];
  readonly start: number;
}

/** @throws PatternError if it has too many states */
export function compileProgram(node: SyntaxNode, pattern: string): Program {
  const builder = new ProgramBuilder(pattern);
  const end = builder.add({ kind: "end" });
  const start = builder.compile(node, end);
  return { states: builder.states, start };
}

/** Builds from the end to the start: each part knows the state after it. */
class ProgramBuilder {
  readonly states: State[] = [];

  constructor(private readonly pattern: string) {}

  add(state: State): number {
    if (this.states.length >= MAX_STATES) {
      const message = `The pattern "${shown(this.pattern)}" needs more than ${MAX_STATES} states. Repeat groups less often in it.`;
      throw new PatternError("PATTERN_TOO_LARGE", message, this.pattern);
    }
    return this.states.push(state) - 1;
  }

  compile(node: SyntaxNode, next: number): number {
    switch (node.kind) {
      case "character":
        return this.add({ ...node, low: 1, high: 1, next });
      case "sequence":
        return node.nodes.reduceRight((after, each) => this.compile(each, after), next);
      case "choice":
        return this.#split(node.nodes.map((each) => this.compile(each, next)));
      case "repetition":
        return node.node.kind === "character"
          ? this.#counted(node.node.set, node, next)
          : this.#writtenOut(node, next);
    }
  }

  #split(next: readonly number[]): number {
    return this.add({ kind: "split", next });
  }

  #counted(set: CharacterSet, { low, high }: Repetition, next: number): number {
    const state = this.add({ kind: "character", set, low: Math.max(low, 1), high, next });
    return low === 0 ? this.#split([state, next]) : state;
  }

  /** Nested options rather than a row of them: a state after one repetition does not lead to those that skip it. */
  #writtenOut({ node, low, high }: Repetition, next: number): number {
    let after = next;
    if (high === Number.POSITIVE_INFINITY) after = this.#loop(node, next);
    else
      for (let left = high - low; left > 0; left--) {
        after = this.#split([this.compile(node, after), next]);
      }
    for (let left = low; left > 0; left--) after = this.compile(node, after);
    return after;
  }

  #loop(node: SyntaxNode, next: number): number {
    const split: State = { kind: "split", next: [] };
    const loop = this.add(split);
    split.next = [this.compile(node, loop), next];
    return loop;
  }
}
