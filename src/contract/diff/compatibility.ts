/**
 * Which side a change breaks. A caller built from the old contract breaks if it may send what the new contract rejects, or
 * if it may receive what its types do not have. A server built from the old contract breaks in the reverse cases. Readers
 * ignore elements that they do not know, so a new optional element breaks neither side.
 */

/** What a change does to the set of valid messages. */
export type Effect =
  /** Fewer messages are valid. */
  | "narrowed"
  /** More messages are valid. */
  | "widened"
  /** Other messages are valid. */
  | "changed"
  | "added-required"
  | "added-optional"
  | "removed-required"
  | "removed-optional"
  /** The same messages are valid: a change of documentation, for example. */
  | "same";

/** The messages that contain something. */
export interface Use {
  readonly request: boolean;
  readonly response: boolean;
}

export const IN_REQUEST: Use = { request: true, response: false };
export const IN_RESPONSE: Use = { request: false, response: true };

/** The sides that a change breaks. */
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
    // Callers send what is rejected now; servers send what the new types reject.
    narrowed: { request: CALLERS, response: SERVERS },
    // Servers receive what they reject; callers receive what their types do not have.
    widened: { request: SERVERS, response: CALLERS },
    changed: { request: BOTH, response: BOTH },
    // Old callers do not send it; old servers do not send it.
    "added-required": { request: CALLERS, response: SERVERS },
    "added-optional": { request: NOBODY, response: NOBODY },
    // New callers omit what old servers require. What old callers send is lost, and what they require is missing.
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
