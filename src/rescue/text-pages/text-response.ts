/**
 * The response of a text page: a word for example `NOTLOGGEDIN`, or `OK` followed by the out parameters. The outcome equals
 * the outcome of the same response over SOAP.
 */

import { callSecrets } from "../../client/index.js";
import type { DecodeError } from "../../errors/index.js";
import type { ExchangeSecrets } from "../../http/index.js";
import {
  type Call,
  EXCERPT,
  excerptOf,
  isOutcomeOperation,
  toOutcome,
  UNLISTED,
} from "../../protocol/index.js";
import {
  type ElementSchema,
  elementsOf,
  isComplex,
  messageElements,
  type Operation,
  type OutcomeOperation,
  resolveType,
} from "../../schema/index.js";
import { TextResponseError } from "../errors.js";
import { pageOf } from "../facts/text-pages/pages.js";
import { statusCandidates, successWord } from "../facts/text-pages/responses.js";
import { emailFields } from "./text-email.js";
import { type Form, findFields, singleField } from "./text-fields.js";
import { listFields } from "./text-lists.js";
import { readMembers } from "./text-values.js";

/**
 * @param text the whole response
 * @param secrets of the call: the response may repeat them
 * @throws TextResponseError if the text is not a response of a page
 * @throws DecodeError if a successful response lacks an out parameter or has an invalid value
 */
export function textOutcome(
  operation: Operation,
  request: Call["request"],
  text: string,
  secrets: ExchangeSecrets = callSecrets({ operation, request }),
): unknown {
  const response = splitResponse(text.replace(/\r\n?/g, "\n"));
  if (response === undefined || !isOutcomeOperation(operation)) {
    throw foreignText(operation, text, secrets);
  }
  const { word } = response;
  if (word !== "OK" && word !== successWord(operation.name)) return failure(operation, word);
  const violations: DecodeError[] = [];
  const outs = readOuts(operation, request, response, violations);
  const outcome = toOutcome(operation, { ...outs, [operation.result]: "OK" }, violations);
  return { ...outcome, ret: word };
}

interface TextResponse {
  readonly word: string;
  /** The text after `OK`. */
  readonly rest: string;
  readonly form: Form;
}

/** The pages write the out parameters below `OK`, the vendor's documentation prints them next to it. */
function splitResponse(text: string): TextResponse | undefined {
  const ok = /^\s*(OK)(?:[ \t]*(\n)|[ \t]+|$)/.exec(text);
  if (ok?.[1] !== undefined) {
    return { word: ok[1], rest: text.slice(ok[0].length), form: ok[2] ? "lines" : "line" };
  }
  const other = /^\s*(?:([A-Za-z]\w*)\s*$|([A-Z][A-Z\d_]+)[ \t]*\n)/.exec(text);
  const word = other?.[1] ?? other?.[2];
  return word === undefined ? undefined : { word, rest: "", form: "lines" };
}

function failure(operation: OutcomeOperation, word: string): unknown {
  const statuses = statusCandidates(word).map(
    (candidate) => toOutcome(operation, { [operation.result]: candidate }).status,
  );
  const status = statuses.find((each) => each !== UNLISTED) ?? UNLISTED;
  return { status, ret: word };
}

function readOuts(
  operation: OutcomeOperation,
  request: Call["request"],
  { rest, form }: TextResponse,
  violations: DecodeError[],
): Record<string, unknown> {
  const { name, output, result } = operation;
  const outs = messageElements(output).filter(({ element }) => element !== result);
  const [only] = outs;
  if (only !== undefined && outs.length === 1) {
    const value = readOnlyOut(only, singleField(rest, only), name, violations);
    return { [only.element]: value };
  }
  const isEmail = outs.some(({ element }) => element === "sSignature");
  const fields = isEmail ? emailFields(rest, form, request.iPINCode) : findFields(rest, outs, form);
  return readMembers(outs, fields, name, violations);
}

/** The only out parameter: an object, a list of objects, or a simple value. */
function readOnlyOut(
  only: ElementSchema,
  text: string,
  operation: string,
  violations: DecodeError[],
): unknown {
  const path = `${operation}/${only.element}`;
  const type = resolveType(only.type);
  if (isComplex(type)) {
    const members = elementsOf(type);
    return readMembers(members, findFields(text, members, "lines"), path, violations);
  }
  const item = typeof type === "object" && "item" in type ? resolveType(type.item.type) : undefined;
  if (item !== undefined && isComplex(item)) {
    const members = elementsOf(item);
    return listFields(text, members).map((fields, index) =>
      readMembers(members, fields, `${path}[${index}]`, violations),
    );
  }
  return readMembers([only], { [only.element]: text }, operation, violations)[only.element];
}

function foreignText(
  operation: Operation,
  text: string,
  secrets: ExchangeSecrets,
): TextResponseError {
  const excerpt = pageExcerpt(text, secrets);
  const content = excerpt === "" ? "empty" : excerpt.startsWith("<") ? "markup" : "unknown text";
  return new TextResponseError(
    `The response of ${pageOf(operation.name)} is ${content}, but "OK" or a status word was expected. Check the endpoint.`,
    excerpt,
  );
}

/** The beginning of a page without secrets, with white space folded. */
export function pageExcerpt(text: string, secrets: ExchangeSecrets): string {
  return excerptOf(secrets.remove(text.slice(0, 10 * EXCERPT)));
}
