import type { Reply } from "../protocol/index.js";

/** The status of a reply that holds an outcome. */
export function statusOf({ value }: Reply): string | undefined {
  const isOutcome = typeof value === "object" && value !== null && "status" in value;
  return isOutcome && typeof value.status === "string" ? value.status : undefined;
}
