import type { Reply } from "../protocol/index.js";

/** The status of the outcome in a reply; `undefined` if its value is not an outcome. */
export function statusOf({ value }: Reply): string | undefined {
  const isOutcome = typeof value === "object" && value !== null && "status" in value;
  return isOutcome && typeof value.status === "string" ? value.status : undefined;
}
