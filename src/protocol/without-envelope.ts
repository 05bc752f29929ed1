/** Calls without an envelope: over the HTTP GET and POST bindings, and text pages. */
import { EncodeError } from "../errors/index.js";
import type { Call } from "./call.js";

/**
 * Checks that a call needs no envelope, so that nothing is sent without its signature, addresses or attachments.
 *
 * @param binding the binding of the call: "the HTTP binding"
 * @throws EncodeError if it has attachments, or an interceptor changes the envelope
 */
export function assertNoEnvelopeParts(
  { operation: { name }, headerBlocks, envelopeSteps, attachments = [] }: Call,
  binding: string,
): void {
  if (attachments.length > 0) {
    const message = `${name} can't be called with attachments over ${binding}, which has no SOAP envelope; use SOAP 1.1 or 1.2.`;
    throw new EncodeError(message, name);
  }
  if (headerBlocks.length === 0 && envelopeSteps.length === 0) return;
  throw new EncodeError(
    `${name} can't be called over ${binding}, which has no SOAP envelope: an interceptor changes the envelope (WS-Security, WS-Addressing); use SOAP 1.1 or 1.2.`,
    name,
  );
}
