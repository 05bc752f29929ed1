/** Errors of messages that violate their types. */
import type { TypedText, Violation } from "../codec/index.js";
import { DecodeError, EncodeError, type FacetViolation } from "../errors/index.js";
import type { MessageSchema, PartsSchema } from "../schema/index.js";
import { requirement } from "./rules.js";
import type { Step } from "./structure/check.js";
import { checkMessage } from "./structure/check-message.js";
import { violatedRule } from "./text/check-text.js";

/** A message that is validated. */
export interface ValidatedMessage {
  /** The name of the operation. */
  readonly operation: string;
  /** `request` or `response`. */
  readonly kind: "request" | "response";
  /** What to do about a violation, as a sentence. */
  readonly advice: string;
  /** Removes secrets from a text. */
  readonly redact: (text: string) => string;
}

/** The longest excerpt of a value in an error, in characters. */
const EXCERPT = 40;

/** The error of a message that is to be sent; `undefined` if it fits its schema. */
export function outgoingError(
  schema: MessageSchema | PartsSchema,
  value: unknown,
  message: ValidatedMessage,
): EncodeError | undefined {
  const [issue] = checkMessage(schema, value, { facets: true });
  if (issue === undefined) return undefined;
  const { violation, text } = issue;
  const path = pathText(nameOf(schema, message), issue.path);
  const error = new EncodeError(sentence({ violation, text, path }, message), path);
  return withViolation(error, violation, message);
}

/** The error of a decoded message, apart from its texts; `undefined` if it fits its schema. */
export function incomingError(
  schema: MessageSchema | PartsSchema,
  value: unknown,
  message: ValidatedMessage,
): DecodeError | undefined {
  const [issue] = checkMessage(schema, value, { facets: true, isDecoded: true });
  if (issue === undefined) return undefined;
  const { violation, text } = issue;
  return decodeError(
    { violation, text, path: pathText(nameOf(schema, message), issue.path) },
    message,
  );
}

/** The error of a text in a message while it is decoded. */
export function textError(
  { type, text, path, secret }: TypedText,
  message: ValidatedMessage,
): DecodeError | undefined {
  const violation = violatedRule(type, text);
  if (violation === undefined) return undefined;
  return decodeError({ violation, path, text: secret ? undefined : text }, message);
}

/** A violation with its place. */
interface Place {
  readonly violation: Violation;
  readonly path: string;
  /** `undefined` if it must not be shown. */
  readonly text: string | undefined;
}

function decodeError(place: Place, message: ValidatedMessage): DecodeError {
  const { path, violation } = place;
  const error = new DecodeError("FACET", sentence(place, message), path);
  return withViolation(error, violation, message);
}

function sentence({ violation, path, text }: Place, message: ValidatedMessage): string {
  const { operation, kind, advice, redact } = message;
  const { facet, limit } = violation;
  const shown = text === undefined ? "" : ` ${excerpt(text, redact)}`;
  const rule = DESCRIBED.has(facet) ? "its contract" : `${facet} ${shortened(limit)}`;
  return `The ${kind} of ${operation} violates ${rule}: ${path}${shown} ${requirement(violation)}. ${advice}`;
}

/** Rules whose values are descriptions. */
const DESCRIBED: ReadonlySet<string> = new Set([
  "type",
  "required",
  "unknown",
  "choice",
  "nillable",
]);

function shortened(limit: string): string {
  return limit.length > EXCERPT ? `${limit.slice(0, EXCERPT)}…` : limit;
}

/** A part of a secret is hidden as well, since the whole text is compared. */
function excerpt(text: string, redact: (text: string) => string): string {
  if (redact(text) !== text) return "(a hidden value)";
  const { length } = text;
  const start = JSON.stringify(text.slice(0, EXCERPT));
  return length > EXCERPT ? `(${start} and ${length - EXCERPT} more characters)` : `(${start})`;
}

function withViolation<Failure extends DecodeError | EncodeError>(
  error: Failure,
  { facet, limit }: Violation,
  { operation }: ValidatedMessage,
): Failure {
  const violation: FacetViolation = { operation, facet, limit };
  return Object.assign(error, { violation });
}

function nameOf(schema: MessageSchema | PartsSchema, { operation }: ValidatedMessage): string {
  return "parts" in schema ? operation : schema.element;
}

/** As in the errors of the codec: `getQuote/items[2]/symbol`. */
function pathText(name: string, path: readonly Step[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : `${text}/${step}`),
    name,
  );
}
