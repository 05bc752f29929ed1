/** Ways to call that have no envelope: HTTP GET and POST bindings, text pages. */
import { EncodeError } from "../errors.js";
import type { Call } from "../interceptor.js";

/**
 * Holds that no interceptor counts on an envelope, so that nothing goes out unsigned or unaddressed.
 *
 * @param way how the call goes out, "the HTTP binding"
 * @throws EncodeError
 */
export function refuseEnvelopeParts(
  { operation: { name }, headerBlocks, envelopeSteps }: Call,
  way: string,
): void {
  if (headerBlocks.length === 0 && envelopeSteps.length === 0) return;
  throw new EncodeError(
    `${name} can't be called so: an interceptor adds to its SOAP envelope (WS-Security, WS-Addressing), and ${way} has none; use SOAP 1.1 or 1.2.`,
    name,
  );
}
