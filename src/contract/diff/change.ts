/** One change between two contracts. */
import { locationOf } from "../json/locations.js";
import type { Location } from "../location.js";
import { type Breaking, breakingOf, type Effect, type Use } from "./compatibility.js";

export interface Change {
  /** The kind of change, such as `enum-value-added`; stable. */
  readonly kind: string;
  /** What changed: an operation, a type, or a member of one, such as `getUser` or `USER/sNick`. */
  readonly path: string;
  /** The change in words. */
  readonly message: string;
  readonly breaking: Breaking;
  /** The location in the old contract; `undefined` if it is new, or if the old contract has no locations. */
  readonly before: Location | undefined;
  /** The location in the new contract; `undefined` if it was removed, or if the new contract has no locations. */
  readonly after: Location | undefined;
}

/** Something that both contracts have, or only one of them. */
export interface Compared<Part extends object = object> {
  /** As in `Change`. */
  readonly path: string;
  /** The messages that contain it. */
  readonly use: Use;
  readonly old: Part | undefined;
  readonly now: Part | undefined;
}

/** Something that both contracts have. */
export interface Pair<Part extends object> extends Compared<Part> {
  readonly old: Part;
  readonly now: Part;
}

/** What is known of a change beside the parts that changed. */
export interface ChangeText {
  readonly kind: string;
  readonly message: string;
}

/** Collects changes. */
export class Changes {
  readonly #changes: Change[] = [];
  readonly #seen = new Set<string>();

  get all(): readonly Change[] {
    return this.#changes;
  }

  /** Adds a change that is not about the content of messages. */
  add(
    { kind, message }: ChangeText,
    { path, old, now }: Omit<Compared, "use">,
    breaking: Breaking,
  ): void {
    const key = `${kind} ${path} ${message}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#changes.push({
      kind,
      path,
      message,
      breaking,
      before: locationOf(old),
      after: locationOf(now),
    });
  }

  /** Adds a change of the messages that are valid. */
  addEffect(change: ChangeText, compared: Compared, effect: Effect): void {
    this.add(change, compared, breakingOf(effect, compared.use));
  }
}

/** The text of a change of a value. */
export function changed(what: string, old: string, now: string): string {
  return `${what} changed from ${old || "none"} to ${now || "none"}`;
}

export function localName(key: string): string {
  return key.replace(/^\{.*\}/, "");
}

/** What to do with the entries of two records. */
export interface EntryHandlers<Value> {
  readonly removed: (name: string, old: Value) => void;
  readonly added: (name: string, now: Value) => void;
  readonly both: (name: string, old: Value, now: Value) => void;
}

export function compareEntries<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
  { removed, added, both }: EntryHandlers<Value>,
): void {
  for (const [name, old] of Object.entries(before)) {
    const now = Object.hasOwn(after, name) ? after[name] : undefined;
    if (now === undefined) removed(name, old);
    else both(name, old, now);
  }
  for (const [name, now] of Object.entries(after)) {
    if (!Object.hasOwn(before, name)) added(name, now);
  }
}
