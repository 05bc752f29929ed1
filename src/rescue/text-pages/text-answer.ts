/**
 * What a text page answers: a word such as NOTLOGGEDIN, or OK and after it the out parameters. The outcome is the one
 * that the same answer has over SOAP.
 */

import type { DecodeError } from "../../errors/index.js";
import {
  type Call,
  excerptOf,
  isOutcomeOperation,
  toOutcome,
  UNLISTED,
} from "../../protocol/index.js";
import { withoutSecrets } from "../../redaction/index.js";
import {
  type ElementSchema,
  elementsOf,
  isComplex,
  messageElements,
  type Operation,
  type OutcomeOperation,
  resolveType,
} from "../../schema/index.js";
import { TextAnswerError } from "../errors.js";
import { emailFields } from "./text-email.js";
import { type Fields, type Form, findFields, readMembers, singleField } from "./text-fields.js";
import { listFields } from "./text-lists.js";

/**
 * @param text the whole answer
 * @throws TextAnswerError where it is nothing that a page answers
 * @throws DecodeError where an OK lacks an out parameter, or has one outside its type
 */
export function textOutcome(operation: Operation, request: Call["request"], text: string): unknown {
  const answer = splitAnswer(text.replace(/\r\n?/g, "\n"));
  if (answer === undefined || !isOutcomeOperation(operation))
    throw foreign(operation, request, text);
  const { word, rest, form } = answer;
  if (!isOk(operation, word)) return failure(operation, word);
  const outs = messageElements(operation.output).filter(
    ({ element }) => element !== operation.result,
  );
  const violations: DecodeError[] = [];
  const response = outValues(operation, outs, fieldsIn(rest, form, outs, request), violations);
  const outcome = toOutcome(operation, { ...response, [operation.result]: "OK" }, violations);
  return { ...outcome, ret: word };
}

interface Answer {
  readonly word: string;
  /** What follows an OK. */
  readonly rest: string;
  readonly form: Form;
}

/** The pages put what follows an OK below it, the vendor's documentation beside it. */
function splitAnswer(text: string): Answer | undefined {
  const ok = /^\s*(OK)(?:[ \t]*(\n)|[ \t]+|$)/.exec(text);
  if (ok?.[1] !== undefined) {
    return { word: ok[1], rest: text.slice(ok[0].length), form: ok[2] ? "lines" : "line" };
  }
  const word = /^\s*(?:([A-Za-z]\w*)\s*$|([A-Z][A-Z\d_]+)[ \t]*\n)/.exec(text);
  const found = word?.[1] ?? word?.[2];
  return found === undefined ? undefined : { word: found, rest: "", form: "lines" };
}

/** TRUE is the answer to whether a technician is available, and stands for OK; FALSE is in no contract. */
function isOk({ name }: Operation, word: string): boolean {
  return word === "OK" || (word === "TRUE" && name.startsWith("isAnyTechAvailable"));
}

/** The pages write INVALIDPARAM_NODE for InvalidParam_NodeID, and so for other ids. */
function failure(operation: OutcomeOperation, word: string): unknown {
  const outcome = toOutcome(operation, { [operation.result]: word });
  if (outcome.status !== UNLISTED) return outcome;
  const { status } = toOutcome(operation, { [operation.result]: `${word}ID` });
  return { ...outcome, status };
}

/** The out parameters as texts. */
function fieldsIn(
  rest: string,
  form: Form,
  outs: readonly ElementSchema[],
  request: Call["request"],
): Fields {
  if (outs.some(({ element }) => element === "sSignature")) {
    return emailFields(rest, form, request.iPINCode);
  }
  const [only] = outs;
  return only !== undefined && outs.length === 1
    ? { [only.element]: singleField(rest, only) }
    : findFields(rest, outs, form);
}

/** The out parameters as values. One that is no simple value is the only one, and stands there whole. */
function outValues(
  { name }: Operation,
  outs: readonly ElementSchema[],
  fields: Fields,
  violations: DecodeError[],
): Record<string, unknown> {
  const [only] = outs;
  const type = only && resolveType(only.type);
  if (only === undefined || typeof type !== "object" || "enumeration" in type) {
    return readMembers(outs, fields, name, violations);
  }
  const text = fields[only.element] ?? "";
  const path = `${name}/${only.element}`;
  if (isComplex(type)) {
    const members = findFields(text, elementsOf(type), "lines");
    return { [only.element]: readMembers(elementsOf(type), members, path, violations) };
  }
  if (!("item" in type)) return readMembers(outs, fields, name, violations);
  const item = resolveType(type.item.type);
  if (!isComplex(item)) {
    return readMembers(outs, fields, name, violations);
  }
  const items = listFields(text, elementsOf(item)).map((members, index) =>
    readMembers(elementsOf(item), members, `${path}[${index}]`, violations),
  );
  return { [only.element]: items };
}

function foreign(operation: Operation, request: Call["request"], text: string): TextAnswerError {
  const { name } = operation;
  const excerpt = pageExcerpt(withoutSecrets(text, { operation, request }));
  const what = excerpt === "" ? "nothing" : excerpt.startsWith("<") ? "markup" : "something else";
  return new TextAnswerError(
    `The text page of ${name} answered with ${what} where OK or a word was expected; check the endpoint.`,
    excerpt,
  );
}

/** The first characters of a page, which may be long. */
export function pageExcerpt(text: string): string {
  return excerptOf(text.slice(0, 1_000));
}
