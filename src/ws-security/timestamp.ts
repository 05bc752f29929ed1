/** The Timestamp of a Security block (WS-Security 1.1 §10): a message is valid for a limited time. */
import { SecurityError } from "../errors/index.js";
import type { XmlElement } from "../xml/index.js";
import { WSU } from "./names.js";
import { onlyChild } from "./secured-envelope.js";

/** The validity of a message without Expires, in milliseconds. */
const MAX_AGE = 300_000;

/**
 * Checks that the current time is between those of the timestamp.
 *
 * @param clockSkew the tolerated difference between the clocks of both sides, in milliseconds
 * @throws SecurityError `EXPIRED`
 */
export function checkTimestamp(timestamp: XmlElement, clockSkew: number): void {
  const created = timeIn(timestamp, "Created");
  const expires = timeIn(timestamp, "Expires") ?? (created ?? 0) + MAX_AGE;
  const now = Date.now();
  if (created !== undefined && created > now + clockSkew) {
    throw expired(
      `was created at ${new Date(created).toISOString()}, which is in the future; check the clocks of both sides`,
    );
  }
  if (expires + clockSkew <= now) {
    throw expired(`was valid until ${new Date(expires).toISOString()}`);
  }
}

/** In milliseconds since 1970; a time without a zone is UTC. */
function timeIn(timestamp: XmlElement, name: string): number | undefined {
  const text = onlyChild(timestamp, WSU, name)?.text.trim();
  if (text === undefined) return undefined;
  const time = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  if (Number.isNaN(time)) throw expired(`has an invalid time in ${name}`);
  return time;
}

function expired(what: string): SecurityError {
  return new SecurityError("EXPIRED", `By its Timestamp, the message ${what}.`);
}
