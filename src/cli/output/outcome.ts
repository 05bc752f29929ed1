/** Outcomes of operations: OK, or an error with exit code 1. */
import { UNLISTED } from "../../protocol/index.js";
import { RejectedError } from "../failure/errors.js";

/** The members of every outcome. */
interface AnyOutcome {
  readonly status: string;
  readonly ret: string;
}

/**
 * The outcome if its status is OK.
 *
 * @throws RejectedError if it has another status
 */
export function requireOk<Outcome extends AnyOutcome>(
  operation: string,
  outcome: Outcome,
): Extract<Outcome, { status: "OK" }> {
  if (isOk(outcome)) return outcome;
  const { status, ret } = outcome;
  const result =
    status === UNLISTED ? `"${ret}", which the contract does not list` : `${status} (${ret})`;
  throw new RejectedError(`${operation} returned ${result}.`, status);
}

function isOk<Outcome extends AnyOutcome>(
  outcome: Outcome,
): outcome is Extract<Outcome, { status: "OK" }> {
  return outcome.status === "OK";
}

/** Whether a response is an outcome: operations without a result enumeration have none. */
export function isOutcome(response: unknown): response is AnyOutcome {
  return (
    typeof response === "object" &&
    response !== null &&
    "status" in response &&
    typeof response.status === "string" &&
    "ret" in response &&
    typeof response.ret === "string"
  );
}
