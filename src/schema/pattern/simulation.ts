/** Follows all states of an automaton at once: no text makes it go back. */
import type { Program, State } from "./program.js";

/** One run with one text. */
export class Simulation {
  /** The visits of states, as a measure of the work. */
  steps = 0;
  /** The position at which each state was added last. */
  readonly #addedAt: Int32Array;
  readonly #starts: (RepetitionStarts | undefined)[] = [];
  /** The states that wait for the next character. */
  #current: number[] = [];
  #isAtEnd = false;

  constructor(private readonly program: Program) {
    this.#addedAt = new Int32Array(program.states.length).fill(-1);
  }

  /** Whether the whole text matches. */
  run(text: string): boolean {
    let position = 0;
    this.#enter(this.program.start, position);
    let codePoint = 0;
    for (let index = 0; index < text.length; index += codePoint > 0xffff ? 2 : 1) {
      codePoint = text.codePointAt(index) ?? 0;
      const waiting = this.#current;
      if (waiting.length === 0) return false;
      this.#current = [];
      this.#isAtEnd = false;
      position += 1;
      for (const id of waiting) this.#consume(id, codePoint, position);
    }
    return this.#isAtEnd;
  }

  /** @param position after the character */
  #consume(id: number, codePoint: number, position: number): void {
    this.steps += 1;
    const state = this.program.states[id];
    if (state?.kind !== "character") return;
    const isIn = state.set.has(codePoint);
    if (state.high === 1) {
      if (isIn) this.#enter(state.next, position);
      return;
    }
    const starts = this.#startsOf(id, state);
    if (isIn) starts.dropBefore(position - state.high);
    else starts.dropBefore(position);
    if (starts.isEmpty) return;
    this.#wait(id, position);
    if (position - starts.first >= state.low) this.#enter(state.next, position);
  }

  /** Adds a state, and all that it leads to without a character. */
  #enter(id: number, position: number): void {
    const pending = [id];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      this.steps += 1;
      const state = this.program.states[next];
      if (state?.kind === "character") {
        if (state.high > 1) this.#startsOf(next, state).add(position);
        this.#wait(next, position);
      } else if (state?.kind === "split") {
        if (this.#isNew(next, position)) pending.push(...state.next);
      } else this.#isAtEnd = true;
    }
  }

  #wait(id: number, position: number): void {
    if (this.#isNew(id, position)) this.#current.push(id);
  }

  #isNew(id: number, position: number): boolean {
    if (this.#addedAt[id] === position) return false;
    this.#addedAt[id] = position;
    return true;
  }

  #startsOf(id: number, { high }: State & { kind: "character" }): RepetitionStarts {
    let starts = this.#starts[id];
    if (starts === undefined) {
      starts = new RepetitionStarts(high === Number.POSITIVE_INFINITY);
      this.#starts[id] = starts;
    }
    return starts;
  }
}

/**
 * The positions at which a counted repetition started, in order. All of them count the same characters, so that one number
 * per start is enough, and only the first can end.
 */
class RepetitionStarts {
  #starts: number[] = [];
  #from = 0;

  /** @param isUnlimited only the first start counts, until a character ends it; then the last one may be left */
  constructor(private readonly isUnlimited: boolean) {}

  get isEmpty(): boolean {
    return this.#from === this.#starts.length;
  }

  /** `Infinity` if it is empty. */
  get first(): number {
    return this.#starts[this.#from] ?? Number.POSITIVE_INFINITY;
  }

  add(position: number): void {
    const last = this.#starts.length - 1;
    if (this.#starts[last] === position) return;
    if (this.isUnlimited && last > this.#from) this.#starts[last] = position;
    else this.#starts.push(position);
  }

  dropBefore(position: number): void {
    while (this.first < position) this.#from += 1;
    // Each start is moved at most once per time that it is added.
    if (this.#from * 2 > this.#starts.length) {
      this.#starts = this.#starts.slice(this.#from);
      this.#from = 0;
    }
  }
}
