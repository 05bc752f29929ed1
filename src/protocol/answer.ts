/** From an HTTP response to what its envelope holds, or to the error that says why there is none. */

import { MessageText } from "../bytes/index.js";
import type { DecodeRun } from "../codec/index.js";
import { DecodeError, HttpError } from "../errors/index.js";
import { type HttpResponse, redirectHint } from "../http/index.js";
import type { Attachment, IncomingParts } from "../mime/index.js";
import { XmlScanner } from "../xml/index.js";
import type { AnswerSchema } from "./answer-schema.js";
import { countBytes, EXCERPT, excerptOf, leaveBody } from "./body-text.js";
import { type EnvelopeContent, EnvelopeReader } from "./envelope.js";
import { isPackage } from "./package/outgoing-message.js";

/** The statuses that carry an envelope: OK, and 500 or 400 for faults (SOAP 1.1 §6.2, SOAP 1.2 part 2 §7.5.2). */
const ENVELOPE_STATUSES: ReadonlySet<number> = new Set([200, 400, 500]);

/** Media types of envelopes: what comes as one of these may be a fault, whatever error the status tells. */
const ENVELOPE_TYPE = /^(?:text\/xml|application\/soap\+xml)\b/i;

function mayBeEnvelope({ status }: HttpResponse, type = ""): boolean {
  if (ENVELOPE_STATUSES.has(status)) return !type.startsWith("text/html");
  return status > 400 && ENVELOPE_TYPE.test(type);
}

export interface AnswerOptions {
  /** A longer answer is a `LIMIT` error. */
  readonly maxBytes: number;
  /** Takes out of a text what an error must not show. */
  readonly hide: (text: string) => string;
  /** Gives the envelope that is decoded in place of the one that came; with it the answer is read whole. */
  readonly change?: ((envelope: string) => Promise<string>) | undefined;
  /** Ends the reading of attachments. */
  readonly signal: AbortSignal;
  /** Takes the attachments that nothing in the envelope refers to. */
  readonly onAttachment?: ((attachment: Attachment) => unknown) | undefined;
  /** Is told until when the exchange goes on: attachments may come after the envelope. */
  readonly goesOn: (until: Promise<void>) => void;
}

/**
 * Reads and decodes the answer as it comes in.
 *
 * @throws HttpError, DecodeError, ConnectionError when the body breaks off
 */
export async function readAnswer(
  response: HttpResponse,
  schema: AnswerSchema,
  run: DecodeRun,
  options: AnswerOptions,
): Promise<EnvelopeContent> {
  const { hide } = options;
  const type = response.headers.get("content-type");
  const isOneWay = schema.output === undefined && response.status >= 200 && response.status < 300;
  if (isOneWay && response.status !== 200) return nothing(response);
  if (!mayBeEnvelope(response, type)) {
    const excerpt = await readExcerpt(response);
    // A type of nothing: ASP.NET's own, where nobody set another.
    if (isOneWay && excerpt === "") return NOTHING;
    const redirect = redirectHint(response);
    const hint = redirect === undefined ? undefined : `: ${hide(redirect)}`;
    throw noEnvelope(response.status, type, hide(excerpt), hint);
  }
  if (!isPackage(type)) return readEnvelope({ response, type }, schema, run, options);
  const { content, parts } = await readRoot(response, schema, run, options);
  try {
    await takeParts(parts, content, options);
    return content;
  } catch (error) {
    await parts.cancel();
    throw error;
  }
}

/** The envelope of a message in several parts. */
async function readRoot(
  response: HttpResponse,
  schema: AnswerSchema,
  run: DecodeRun,
  options: AnswerOptions,
): Promise<{ readonly content: EnvelopeContent; readonly parts: IncomingParts }> {
  // Loaded for the first that comes.
  const { openPackage } = await import("./package/message-package.js");
  const type = response.headers.get("content-type");
  const chunks = response.body[Symbol.asyncIterator]();
  try {
    const whole = { [Symbol.asyncIterator]: () => chunks };
    const { contentType, envelope, parts } = await openPackage(type, whole, options.maxBytes);
    const root = { ...response, body: envelope };
    const content = await readEnvelope(
      { response: root, type: contentType },
      schema,
      { ...run, parts },
      options,
    );
    return { content, parts };
  } catch (error) {
    await leaveBody(chunks);
    throw error;
  }
}

/** Those whose bytes are part of a value are there when this is done, and those that nothing refers to. */
async function takeParts(
  parts: IncomingParts,
  content: EnvelopeContent,
  { signal, onAttachment, goesOn }: AnswerOptions,
): Promise<void> {
  const finished = parts.run(signal, onAttachment);
  goesOn(finished);
  const values = content.kind === "message" ? [content.value, content.header] : [];
  await parts.fill(values);
  if (onAttachment !== undefined) await finished;
}

interface EnvelopeBody {
  readonly response: HttpResponse;
  /** The media type of the envelope. */
  readonly type: string | undefined;
}

async function readEnvelope(
  { response, type }: EnvelopeBody,
  schema: AnswerSchema,
  run: DecodeRun,
  { maxBytes, hide, change }: AnswerOptions,
): Promise<EnvelopeContent> {
  const isOneWay = schema.output === undefined && response.status === 200;
  const text = new MessageText(type);
  const reader = new EnvelopeReader(schema, run);
  const scanner = new XmlScanner(reader);
  let bytes = 0;
  let start = "";
  let whole = "";
  let hasSpace = false;
  const feed = (piece: string) => {
    const given = start === "" ? piece.replace(/^[ \t\r\n]+/, "") : piece;
    hasSpace ||= given.length < piece.length;
    if (start.length < EXCERPT) start += given.slice(0, EXCERPT);
    if (change === undefined) scanner.write(given);
    else whole += given;
  };
  const chunks = response.body[Symbol.asyncIterator]();
  try {
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
      bytes = countBytes(bytes, next.value, maxBytes);
      feed(text.write(next.value));
    }
    if (bytes === 0 && isOneWay) return NOTHING;
    if (bytes === 0) throw noEnvelope(response.status, type, "");
    feed(text.end());
    if (hasSpace && start.startsWith("<?xml")) {
      run.onDeviation("space-before-declaration", "Envelope");
    }
    if (change !== undefined) scanner.write(await change(whole));
    scanner.end();
    const { content } = reader;
    // With such a status only a fault is an answer.
    if (content.kind === "fault" || ENVELOPE_STATUSES.has(response.status)) return content;
    throw noEnvelope(response.status, type, hide(start));
  } catch (error) {
    await leaveBody(chunks);
    if (response.status === 200 || !isForeign(error, response.status)) throw error;
    throw noEnvelope(response.status, type, hide(start));
  }
}

const NOTHING: EnvelopeContent = { kind: "message", value: undefined, header: undefined };

/** A one-way message was taken: whatever else is said of it is read, so that the connection can be used again. */
async function nothing(response: HttpResponse): Promise<EnvelopeContent> {
  for await (const _ of response.body);
  return NOTHING;
}

/** Whether what came is no SOAP at all, rather than SOAP that is wrong. */
function isForeign(error: unknown, status: number): boolean {
  if (!(error instanceof DecodeError)) return false;
  return (
    error.code === "NOT_SOAP" || error.code === "MALFORMED_XML" || !ENVELOPE_STATUSES.has(status)
  );
}

async function readExcerpt(response: HttpResponse): Promise<string> {
  const text = new MessageText(response.headers.get("content-type"));
  const chunks = response.body[Symbol.asyncIterator]();
  let excerpt = "";
  try {
    let next = await chunks.next();
    while (next.done !== true && excerpt.length < EXCERPT) {
      excerpt += text.write(next.value);
      next = await chunks.next();
    }
    if (next.done === true) excerpt += text.end();
  } catch {
    // The status says what is wrong; the excerpt only helps.
  }
  await leaveBody(chunks);
  return excerpt;
}

function noEnvelope(
  status: number,
  type: string | undefined,
  body: string,
  hint = STATUS_HINTS.get(status) ?? "",
): HttpError | DecodeError {
  const excerpt = excerptOf(body);
  const what =
    excerpt === "" ? "nothing" : type?.startsWith("text/html") ? "an HTML page" : "something else";
  if (status === 200) {
    const message = `The answer is ${what} where a SOAP envelope was expected; check the endpoint.`;
    return new DecodeError("NOT_SOAP", message, "");
  }
  return new HttpError(
    `The server answered with status ${status} and ${what}, not with a SOAP envelope${hint}.`,
    status,
    excerpt,
  );
}

const STATUS_HINTS: ReadonlyMap<number, string> = new Map([
  [400, ": it could not read the request"],
  [401, ": it asks for HTTP authentication"],
  [403, ": access is forbidden"],
  [404, ": there is no such endpoint"],
  [407, ": the proxy asks for authentication"],
  [415, ": it does not take this SOAP version"],
  [503, ": the service is not available now"],
]);
