/** A log of calls without their secrets. */
import { REDACTED, redactValue, SecretValues } from "../../redaction/index.js";
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
    const secrets = new SecretValues();
    const shown = redactValue(redacted(type, parameters, secrets), secrets);
    this.#calls.push({ operation, at: this.clock.now(), parameters: shown, status });
    if (this.#calls.length > MAX_CALLS) this.#calls.shift();
  }
}

/** @param secrets gets the values that are secret: the request may repeat them in other members */
function redacted(type: ComplexType, values: Values, secrets: SecretValues): Values {
  const entries = elementsOf(type)
    .map((member) => [member.element, shown(member, values[member.element], secrets)] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

function shown(member: ElementSchema, value: unknown, secrets: SecretValues): unknown {
  if (value === undefined || value === null || value === "") return value;
  if (member.secret === true) {
    secrets.add(String(value));
    return REDACTED;
  }
  const type = resolveType(member.type);
  if (typeof type === "string" || "enumeration" in type) return value;
  if (isComplex(type)) return redacted(type, { ...Object(value) }, secrets);
  if (!("item" in type)) return value;
  return Array.isArray(value) ? value.map((item) => shown(type.item, item, secrets)) : value;
}
