/** The Retry-After header (RFC 9110 §10.2.3). */
import type { HttpResponse } from "./transport.js";

/**
 * The wait that a response asks for, in ms; `undefined` if it has no valid Retry-After. A date is compared with the Date
 * of the same response, so that the clock of this machine does not matter.
 */
export function retryAfter({ headers }: Pick<HttpResponse, "headers">): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000;
  const wait = dateOf(value) - (dateOf(headers.get("date") ?? "") || Date.now());
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** NaN for a text that is no HTTP date in its preferred form (RFC 9110 §5.6.7). */
function dateOf(text: string): number {
  return /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
}
