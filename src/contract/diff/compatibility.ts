/**
 * Whom a change breaks. A caller built by the old contract breaks where it may send what the new one refuses, or get what
 * its types do not have; a server built by the old contract breaks the other way round. Elements that a reader does not
 * know are passed over, so that adding one breaks nobody but whom it is required of.
 */
import { BUILTIN_TYPES, type BuiltinType, isBuiltin, withBases } from "../../schema/index.js";

/** What a change does to the set of messages that fit. */
export type Effect =
  /** Fewer do. */
  | "narrowed"
  /** More do. */
  | "widened"
  /** Others do. */
  | "changed"
  | "added-required"
  | "added-optional"
  | "removed-required"
  | "removed-optional"
  /** The same do: documentation, an address. */
  | "same";

/** Which messages a change is about. */
export interface Use {
  readonly request: boolean;
  readonly response: boolean;
}

export interface Breaking {
  readonly callers: boolean;
  readonly servers: boolean;
}

export const NOBODY: Breaking = { callers: false, servers: false };
export const CALLERS: Breaking = { callers: true, servers: false };
const SERVERS: Breaking = { callers: false, servers: true };
export const BOTH: Breaking = { callers: true, servers: true };

const RULES: Readonly<Record<Effect, { readonly request: Breaking; readonly response: Breaking }>> =
  {
    // Callers send what is refused now; servers answer what the new types refuse.
    narrowed: { request: CALLERS, response: SERVERS },
    // Servers are sent what they refuse; callers get what their types do not have.
    widened: { request: SERVERS, response: CALLERS },
    changed: { request: BOTH, response: BOTH },
    // Callers do not send it yet; servers do not answer it yet.
    "added-required": { request: CALLERS, response: SERVERS },
    "added-optional": { request: NOBODY, response: NOBODY },
    // New callers leave out what old servers require; what old callers send is lost, and what they need does not come.
    "removed-required": { request: BOTH, response: CALLERS },
    // What callers send is lost.
    "removed-optional": { request: CALLERS, response: NOBODY },
    same: { request: NOBODY, response: NOBODY },
  };

export function breakingOf(effect: Effect, { request, response }: Use): Breaking {
  const { request: inRequest, response: inResponse } = RULES[effect];
  return {
    callers: (request && inRequest.callers) || (response && inResponse.callers),
    servers: (request && inRequest.servers) || (response && inResponse.servers),
  };
}

/** Whether all values of a built-in type are values of another (XML Schema part 2 §3). */
export function isWithin(narrow: string, wide: string): boolean {
  if (wide === "anyType" || wide === "anySimpleType" || wide === "string") {
    return narrow !== "anyType";
  }
  if (!isBuiltin(narrow) || !isBuiltin(wide)) return narrow === wide;
  if (withBases(narrow).includes(wide) || (narrow === "float" && wide === "double")) return true;
  const inner = BUILTIN_TYPES[narrow];
  const outer = BUILTIN_TYPES[wide];
  return inner.kind === "integer" && outer.kind === "integer" && isRangeWithin(inner, outer);
}

function isRangeWithin(inner: BuiltinType, outer: BuiltinType): boolean {
  const isAbove = outer.min === undefined || (inner.min !== undefined && inner.min >= outer.min);
  const isBelow = outer.max === undefined || (inner.max !== undefined && inner.max <= outer.max);
  return isAbove && isBelow;
}
