/** A log of calls without their secrets. */
import {
  type ComplexType,
  type ElementSchema,
  elementsOf,
  isComplex,
  resolveType,
} from "../../schema/index.js";
import type { Values } from "../../server/index.js";
import type { Clock } from "./clock.js";

/** A call that the simulator has processed. */
export interface LoggedCall {
  /** The name of the operation. */
  readonly operation: string;
  /** The time of its arrival, in ms since 1970. */
  readonly at: number;
  /** The request; a password or an auth code is `***`. */
  readonly parameters: Values;
  /** The status of the response. */
  readonly status: string;
}

/** The number of latest calls that are kept. */
const MAX_CALLS = 1_000;

export class CallLog {
  readonly #calls: LoggedCall[] = [];

  constructor(private readonly clock: Clock) {}

  get calls(): readonly LoggedCall[] {
    return this.#calls;
  }

  add(operation: string, type: ComplexType, parameters: Values, status: string): void {
    const shown = redacted(type, parameters);
    this.#calls.push({ operation, at: this.clock.now(), parameters: shown, status });
    if (this.#calls.length > MAX_CALLS) this.#calls.shift();
  }
}

function redacted(type: ComplexType, values: Values): Values {
  const entries = elementsOf(type)
    .map((member) => [member.element, shown(member, values[member.element])] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

function shown(member: ElementSchema, value: unknown): unknown {
  if (value === undefined || value === null || value === "") return value;
  if (member.secret === true) return "***";
  const type = resolveType(member.type);
  if (typeof type === "string" || "enumeration" in type) return value;
  if (isComplex(type)) return redacted(type, { ...Object(value) });
  if (!("item" in type)) return value;
  return Array.isArray(value) ? value.map((item) => shown(type.item, item)) : value;
}
