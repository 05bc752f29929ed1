/** What a command makes of an outcome. */
import { UNLISTED } from "../../protocol/index.js";
import { RefusedError } from "../failure/failure.js";

/** What every outcome has. */
interface AnyOutcome {
  readonly status: string;
  readonly ret: string;
}

/**
 * The outcome where its status is OK.
 *
 * @throws RefusedError where it is another
 */
export function requireOk<Outcome extends AnyOutcome>(
  operation: string,
  outcome: Outcome,
): Extract<Outcome, { status: "OK" }> {
  if (isOk(outcome)) return outcome;
  const { status, ret } = outcome;
  const answer =
    status === UNLISTED ? `"${ret}", which the contract does not list` : `${status} (${ret})`;
  throw new RefusedError(`The service answered ${operation} with ${answer}.`, status);
}

function isOk<Outcome extends AnyOutcome>(
  outcome: Outcome,
): outcome is Extract<Outcome, { status: "OK" }> {
  return outcome.status === "OK";
}

/** Whether an answer is an outcome; that of an operation without a result enumeration is none. */
export function isOutcome(answer: object): answer is AnyOutcome {
  return (
    "status" in answer &&
    typeof answer.status === "string" &&
    "ret" in answer &&
    typeof answer.ret === "string"
  );
}
