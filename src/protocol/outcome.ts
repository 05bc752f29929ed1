/**
 * Outcomes: a response with an enumeration such as `login_OK | login_Invalid` becomes a union that the compiler checks,
 * `{ status: "OK", … } | { status: "Invalid" }`.
 */
import { DecodeError } from "../errors/index.js";
import {
  type ElementSchema,
  isSimple,
  messageElements,
  type Operation,
  type OutcomeOperation,
  resolveType,
  statusPrefix,
  type TypeSchema,
  unrestricted,
} from "../schema/index.js";

/** Any string. In a union with listed values an editor still completes these, and values that the contract does not list are allowed. */
export type Unlisted = string & {};

/** The status of a value that the contract does not list. */
export const UNLISTED = "Unlisted";

/** An outcome without the types of its operation: with its out parameters. */
export type OutcomeValue = OutcomeStatus & Record<string, unknown>;

/** The members that every outcome has. */
export interface OutcomeStatus {
  /** The status: the value of the contract without its prefix, or `UNLISTED`. */
  status: string;
  /** The value of the response. */
  ret: string;
}

/** Whether an operation has outcomes. */
export function isOutcomeOperation(operation: Operation): operation is OutcomeOperation {
  return "result" in operation;
}

/**
 * The outcome of a decoded response: `status` and `ret`, and the out parameters if the status is `OK`. A missing string
 * is `""` there, since ASMX omits null.
 *
 * The status is the part of the value after its prefix, in any letter case and with or without underscores. The prefix is
 * that of the contract's values, or the operation's name, with or without its version and `Ret`.
 *
 * @param violations what the decoder found wrong in the response; it matters only if the status is `OK`
 * @throws DecodeError the first of `violations`, or if the response has no value
 */
export function toOutcome(
  operation: OutcomeOperation,
  response: Readonly<Record<string, unknown>>,
  violations: readonly DecodeError[] = [],
): OutcomeValue {
  const ret = response[operation.result];
  if (typeof ret !== "string") throw violations[0] ?? missingResult(operation);
  const plan = outcomePlan(operation);
  const status = plan.statusOf(ret);
  if (status !== "OK") return { status, ret };
  const [violation] = violations;
  if (violation !== undefined) throw violation;
  const outcome: OutcomeValue = { status, ret };
  for (const member of plan.outs) {
    const value = response[member.element];
    if (value !== undefined) outcome[member.element] = value;
    else if (isSingleString(member)) outcome[member.element] = "";
  }
  return outcome;
}

function isSingleString({ type, maxOccurs }: ElementSchema): boolean {
  return maxOccurs === undefined && typeof type !== "function" && isString(type);
}

function isString(type: TypeSchema): boolean {
  return isSimple(type) && unrestricted(type) === "string";
}

function missingResult(operation: OutcomeOperation): DecodeError {
  const path = `${operation.output.element}/${operation.result}`;
  return new DecodeError(
    "MISSING_ELEMENT",
    `The response has no ${path}, which contains its status.`,
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
 * A function from a value, of the contract or of the text pages, to its status.
 *
 * @param name the name of the operation
 * @param values the values of the contract
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

/** Spellings of one status differ in letter case and underscores only. */
function fold(text: string): string {
  return text.replaceAll("_", "").toLowerCase();
}
