/** One change between two contracts. */
import type { Location } from "../location.js";
import { placeOf } from "../summary/places.js";
import { type Breaking, breakingOf, type Effect, type Use } from "./compatibility.js";

export interface Change {
  /** What kind of change it is, `enum-value-added`; stable. */
  readonly kind: string;
  /** What changed: an operation, a type, or a member of one, `getUser` or `USER/sNick`. */
  readonly path: string;
  /** The change in words. */
  readonly message: string;
  readonly breaking: Breaking;
  /** Where it stood; `undefined` where it is new, or where the old contract has no places. */
  readonly before: Location | undefined;
  /** Where it stands; `undefined` where it is gone. */
  readonly after: Location | undefined;
}

/** Gathers changes. */
export class Changes {
  readonly #changes: Change[] = [];
  readonly #told = new Set<string>();

  get all(): Change[] {
    return this.#changes;
  }

  /** @param old what stood there, and `now` what stands there; for their places */
  add(
    kind: string,
    path: string,
    message: string,
    breaking: Breaking,
    old: unknown,
    now: unknown,
  ): void {
    const key = `${kind} ${path} ${message}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#changes.push({
      kind,
      path,
      message,
      breaking,
      before: placeOf(old),
      after: placeOf(now),
    });
  }

  /** A change of what messages may hold. */
  effect(
    kind: string,
    path: string,
    message: string,
    effect: Effect,
    use: Use,
    old: unknown,
    now: unknown,
  ): void {
    this.add(kind, path, message, breakingOf(effect, use), old, now);
  }
}

export function changed(what: string, old: string, now: string): string {
  return `${what} changed from ${old || "none"} to ${now || "none"}`;
}

export function localName(key: string): string {
  return key.replace(/^\{.*\}/, "");
}

/** Calls `both` for what stayed, `gone` and `added` for the rest; by the names in the records. */
export function compareByName<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
  told: {
    readonly gone: (name: string, old: Value) => void;
    readonly added: (name: string, now: Value) => void;
    readonly both: (name: string, old: Value, now: Value) => void;
  },
): void {
  for (const [name, old] of Object.entries(before)) {
    const now = Object.hasOwn(after, name) ? after[name] : undefined;
    if (now === undefined) told.gone(name, old);
    else told.both(name, old, now);
  }
  for (const [name, now] of Object.entries(after)) {
    if (!Object.hasOwn(before, name)) told.added(name, now);
  }
}
