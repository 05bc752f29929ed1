/** Ways to call that have no envelope: HTTP GET and POST bindings, text pages. */
import { EncodeError } from "../errors/index.js";
import type { Call } from "./call.js";

/**
 * Holds that nobody counts on an envelope, so that nothing goes out unsigned, unaddressed or without its attachments.
 *
 * @param way how the call goes out, "the HTTP binding"
 * @throws EncodeError
 */
export function refuseEnvelopeParts(
  { operation: { name }, headerBlocks, envelopeSteps, attachments = [] }: Call,
  way: string,
): void {
  if (attachments.length > 0) {
    const message = `${name} can't be called so: attachments travel beside a SOAP envelope, and ${way} has none; use SOAP 1.1 or 1.2.`;
    throw new EncodeError(message, name);
  }
  if (headerBlocks.length === 0 && envelopeSteps.length === 0) return;
  throw new EncodeError(
    `${name} can't be called so: an interceptor adds to its SOAP envelope (WS-Security, WS-Addressing), and ${way} has none; use SOAP 1.1 or 1.2.`,
    name,
  );
}
