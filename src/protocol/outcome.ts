/**
 * Outcomes: an operation that answers with an enumeration such as `login_OK | login_Invalid` becomes a union that
 * the compiler checks, `{ status: "OK", … } | { status: "Invalid" }`.
 */
import { DecodeError } from "../errors/index.js";
import {
  type ElementSchema,
  messageElements,
  type Operation,
  type OutcomeOperation,
  resolveType,
  statusPrefix,
} from "../schema/index.js";

/** A string beside the listed ones: keeps an editor's completion of those, and takes what the contract doesn't list yet. */
export type Unlisted = string & {};

/** The outcome of a value that the contract does not list. */
export const UNLISTED = "Unlisted";

export function isOutcomeOperation(operation: Operation): operation is OutcomeOperation {
  return "result" in operation;
}

/**
 * The outcome of a decoded response: `status` and `ret`, and the out parameters where the status is `OK`. A string
 * that the answer leaves out, which is how ASMX writes null, is `""` there.
 *
 * A value finds its status by what follows the prefix, whatever its letter case and underscores: the prefix of the
 * contract's values, or the operation's name, with or without its version and with or without `Ret`.
 *
 * @throws DecodeError when an OK lacks what its types promise: the first of `violations`, found by the decoder
 */
export function toOutcome(
  operation: OutcomeOperation,
  response: Readonly<Record<string, unknown>>,
  violations: readonly DecodeError[] = [],
): { status: string; ret: string } & Record<string, unknown> {
  const ret = response[operation.result];
  if (typeof ret !== "string") throw violations[0] ?? missingResult(operation);
  const plan = outcomePlan(operation);
  const status = plan.statusOf(ret);
  if (status !== "OK") return { status, ret };
  const [violation] = violations;
  if (violation !== undefined) throw violation;
  const outcome: { status: string; ret: string } & Record<string, unknown> = { status, ret };
  for (const member of plan.outs) {
    const value = response[member.element];
    if (value !== undefined) outcome[member.element] = value;
    else if (isSingleString(member)) outcome[member.element] = "";
  }
  return outcome;
}

function isSingleString({ type, maxOccurs }: ElementSchema): boolean {
  return type === "string" && maxOccurs === undefined;
}

function missingResult(operation: OutcomeOperation): DecodeError {
  const path = `${operation.output.element}/${operation.result}`;
  return new DecodeError(
    "MISSING_ELEMENT",
    `The answer lacks ${path}, which says how the call went.`,
    path,
  );
}

interface OutcomePlan {
  readonly outs: readonly ElementSchema[];
  statusOf(value: string): string;
}

const plans = new WeakMap<OutcomeOperation, OutcomePlan>();

function outcomePlan(operation: OutcomeOperation): OutcomePlan {
  let plan = plans.get(operation);
  if (plan === undefined) {
    plan = {
      outs: messageElements(operation.output).filter(({ element }) => element !== operation.result),
      statusOf: statusReader(operation.name, resultValues(operation)),
    };
    plans.set(operation, plan);
  }
  return plan;
}

function resultValues({ output, result }: OutcomeOperation): readonly string[] {
  const member = messageElements(output).find(({ element }) => element === result);
  const type = member === undefined ? undefined : resolveType(member.type);
  return typeof type === "object" && "enumeration" in type ? Object.values(type.enumeration) : [];
}

/**
 * A function from a value, on the wire or in the words of the text pages, to its status.
 *
 * @param name the operation's name
 * @param values the values that the contract lists
 */
function statusReader(name: string, values: readonly string[]): (value: string) => string {
  const prefix = statusPrefix(values) ?? "";
  const statuses = new Map(
    values.map((value) => [fold(value.slice(prefix.length)), value.slice(prefix.length)]),
  );
  const base = name.replace(/_?v[\d_]+$/i, "");
  const exact = new Map(values.map((value) => [value, value.slice(prefix.length)]));
  const prefixes = [prefix, `${name}Ret`, name, `${base}Ret`, base, ""].map(fold);
  return (value) => {
    const listed = exact.get(value);
    if (listed !== undefined) return listed;
    const folded = fold(value);
    for (const candidate of prefixes) {
      const status = folded.startsWith(candidate)
        ? statuses.get(folded.slice(candidate.length))
        : undefined;
      if (status !== undefined) return status;
    }
    return UNLISTED;
  };
}

/** Spellings that differ in letter case and underscores only are one status. */
function fold(text: string): string {
  return text.replaceAll("_", "").toLowerCase();
}
