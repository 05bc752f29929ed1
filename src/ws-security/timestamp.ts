/** The Timestamp of a Security block (WS-Security 1.1 §10): a message is for its time only. */
import { SecurityError } from "../errors/index.js";
import type { XmlElement } from "../xml/index.js";
import { WSU } from "./names.js";
import { onlyChild } from "./secured-envelope.js";

/** How long a message without Expires is good for, in ms. */
const MAX_AGE = 300_000;

/**
 * Holds that it is the timestamp's time.
 *
 * @param clockSkew how far the clocks of both sides may be apart, in ms
 * @throws SecurityError (`EXPIRED`)
 */
export function holdFresh(timestamp: XmlElement, clockSkew: number): void {
  const created = timeIn(timestamp, "Created");
  const expires = timeIn(timestamp, "Expires") ?? (created ?? 0) + MAX_AGE;
  const now = Date.now();
  if (created !== undefined && created > now + clockSkew) {
    throw expired(`was made at ${new Date(created).toISOString()}, which is yet to come here`);
  }
  if (expires + clockSkew <= now) {
    throw expired(`was good until ${new Date(expires).toISOString()}`);
  }
}

/** In ms since 1970; without a time zone it is UTC. */
function timeIn(timestamp: XmlElement, name: string): number | undefined {
  const text = onlyChild(timestamp, WSU, name)?.text.trim();
  if (text === undefined) return undefined;
  const time = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  if (Number.isNaN(time)) throw expired(`has a time that is none in ${name}`);
  return time;
}

function expired(what: string): SecurityError {
  return new SecurityError("EXPIRED", `The answer ${what}, by its Timestamp.`);
}
