/** Reads a response: its envelope, or the error of a response without an envelope. */

import { MessageText, mediaType } from "../../bytes/index.js";
import { addExcerpt, DecodeError } from "../../errors/index.js";
import { type HttpResponse, redirectHint } from "../../http/index.js";
import type { Attachment, IncomingParts } from "../../mime/index.js";
import {
  countBytes,
  EnvelopeReader,
  EXCERPT,
  type ExpectedMessage,
  isPackage,
  leaveBody,
  openMessage,
  startOf,
  versionOfMediaType,
} from "../../protocol/index.js";
import { XmlScanner } from "../../xml/index.js";
import type { ResponseRun } from "./decode-run.js";
import { noEnvelope } from "./no-envelope.js";
import {
  type ResponseContent,
  ResponseReceiver,
  type ResponseSchema,
} from "./response-receiver.js";

/** The statuses of responses with an envelope: 200, and 500 or 400 for faults (SOAP 1.1 §6.2, SOAP 1.2 part 2 §7.5.2). */
const ENVELOPE_STATUSES: ReadonlySet<number> = new Set([200, 400, 500]);

export interface ResponseReading {
  readonly schema: ResponseSchema;
  readonly run: ResponseRun;
  /** The longest response, in bytes. */
  readonly maxBytes: number;
  /** Removes secrets from a text of the server. */
  readonly redact: (text: string) => string;
  /** The beginning of an envelope as an excerpt without secrets. */
  readonly excerpt: (start: string) => string;
  /** Removes secrets from an error of an attachment that is read after the envelope. */
  readonly redacted: (error: unknown) => unknown;
  /** Returns the envelope that is decoded instead of the received one; if it is set, the whole response is read first. */
  readonly change?: ((envelope: string) => Promise<string>) | undefined;
  /** Ends the reading of attachments. */
  readonly signal: AbortSignal;
  /** Gets the attachments that the envelope does not refer to. */
  readonly onAttachment?: ((attachment: Attachment) => unknown) | undefined;
  /** Gets the end of the exchange: attachments may follow the envelope. */
  readonly continuesUntil: (end: Promise<void>) => void;
}

/**
 * Reads and decodes a response as it arrives.
 *
 * @throws HttpError, DecodeError; ConnectionError if the body breaks off
 */
export async function readResponse(
  response: HttpResponse,
  reading: ResponseReading,
): Promise<ResponseContent> {
  const { redact } = reading;
  const type = response.headers.get("content-type");
  const oneWay = isOneWay(response, reading);
  if (!mayHaveEnvelope(response.status, mediaType(type).type)) {
    if (oneWay && response.status !== 200) return withoutContent(response);
    const body = await readExcerpt(response);
    // ASP.NET sends an empty page of its default type.
    if (oneWay && body === "") return NO_CONTENT;
    const redirect = redirectHint(response);
    const hint = redirect === undefined ? undefined : redact(redirect);
    throw noEnvelope(response, { type, body: redact(body), hint });
  }
  if (!isPackage(type)) return readEnvelope(response, type, reading);
  const { content, parts } = await readRoot(response, reading);
  try {
    await readParts(parts, content, reading);
    return content;
  } catch (error) {
    await parts.cancel();
    throw error;
  }
}

function isOneWay({ status }: HttpResponse, { schema }: ResponseReading): boolean {
  return schema.output === undefined && status >= 200 && status < 300;
}

/**
 * A response with the media type of an envelope may be a fault, whatever the error status, and a response, whatever the
 * successful one. 202 without an envelope is the response of a one-way call (WS-I BP 1.1 R1112, R2714).
 */
function mayHaveEnvelope(status: number, type: string): boolean {
  if (ENVELOPE_STATUSES.has(status)) return type !== "text/html";
  if (status < 300) return versionOfMediaType(type) !== undefined || isPackage(type);
  return status > 400 && versionOfMediaType(type) !== undefined;
}

/** Reads the envelope of a package. */
async function readRoot(
  response: HttpResponse,
  reading: ResponseReading,
): Promise<{ readonly content: ResponseContent; readonly parts: IncomingParts }> {
  const type = response.headers.get("content-type");
  const chunks = response.body[Symbol.asyncIterator]();
  try {
    const whole = { [Symbol.asyncIterator]: () => chunks };
    const { contentType, envelope, parts } = await openMessage(type, whole, reading.maxBytes);
    const run = { ...reading.run, parts };
    const root = { ...response, body: envelope };
    const content = await readEnvelope(root, contentType, { ...reading, run });
    return { content, parts };
  } catch (error) {
    await leaveBody(chunks);
    throw error;
  }
}

/** Waits for the parts that are bytes of values, and for those that nothing refers to. */
async function readParts(
  parts: IncomingParts,
  content: ResponseContent,
  { signal, onAttachment, continuesUntil, redacted }: ResponseReading,
): Promise<void> {
  const finished = parts.run(signal, onAttachment, redacted);
  continuesUntil(finished);
  const values = content.kind === "message" ? [content.value, content.header] : [];
  await parts.fill(values);
  if (onAttachment !== undefined) await finished;
}

/** @param type the media type of the envelope */
async function readEnvelope(
  response: HttpResponse,
  type: string | undefined,
  reading: ResponseReading,
): Promise<ResponseContent> {
  const { maxBytes, redact } = reading;
  const { status } = response;
  const text = new MessageText(type);
  const envelope = new EnvelopeText(reading);
  const excerpt = () => reading.excerpt(startOf(envelope.start, text));
  const chunks = response.body[Symbol.asyncIterator]();
  let bytes = 0;
  try {
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
      bytes = countBytes(bytes, next.value, maxBytes);
      envelope.write(text.write(next.value));
    }
    if (bytes === 0) {
      if (isOneWay(response, reading)) return NO_CONTENT;
      throw noEnvelope(response, { type, body: "" });
    }
    envelope.write(text.end());
    const content = await envelope.end();
    // Its Header may come after the message.
    if (content.kind === "message") reading.run.onMessage(content.value);
    for (const violation of reading.run.violations) addExcerpt(violation, excerpt());
    // With another status only a fault is a response of the service.
    if (content.kind === "fault" || status < 300 || ENVELOPE_STATUSES.has(status)) return content;
    throw noEnvelope(response, { type, body: redact(envelope.start) });
  } catch (error) {
    await leaveBody(chunks);
    if (error instanceof DecodeError) addExcerpt(error, excerpt());
    if (status === 200 || !isNotSoap(error, status)) throw error;
    if (isOneWay(response, reading)) return NO_CONTENT;
    throw noEnvelope(response, { type, body: redact(startOf(envelope.start, text)) });
  }
}

/** The text of an envelope, decoded as it arrives, or after its change. */
class EnvelopeText {
  readonly #reading: ResponseReading;
  readonly #receiver: ResponseReceiver;
  readonly #reader: EnvelopeReader<ExpectedMessage>;
  readonly #scanner: XmlScanner;
  /** The first characters. */
  start = "";
  #whole = "";
  #startsWithSpace = false;

  constructor(reading: ResponseReading) {
    this.#reading = reading;
    this.#receiver = new ResponseReceiver(reading.schema, reading.run);
    this.#reader = new EnvelopeReader(this.#receiver);
    this.#scanner = new XmlScanner(this.#reader, reading.run.budget, this.#reader);
  }

  write(text: string): void {
    const piece = this.start === "" ? text.replace(/^[ \t\r\n]+/, "") : text;
    this.#startsWithSpace ||= piece.length < text.length;
    if (this.start.length < EXCERPT) this.start += piece.slice(0, EXCERPT);
    if (this.#reading.change === undefined) this.#scanner.write(piece);
    else this.#whole += piece;
  }

  async end(): Promise<ResponseContent> {
    const { run, change } = this.#reading;
    if (this.#startsWithSpace && this.start.startsWith("<?xml")) {
      run.onDeviation("space-before-declaration", "Envelope");
    }
    if (change !== undefined) this.#scanner.write(await change(this.#whole));
    this.#scanner.end();
    return this.#receiver.response(this.#reader.end());
  }
}

const NO_CONTENT: ResponseContent = { kind: "message", value: undefined, header: undefined };

/** The response of a one-way operation: its body is read, so that the connection can be used again. */
async function withoutContent(response: HttpResponse): Promise<ResponseContent> {
  for await (const _ of response.body);
  return NO_CONTENT;
}

/** Whether the response is something else than SOAP, rather than SOAP with an error. */
function isNotSoap(error: unknown, status: number): boolean {
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
    // The status is the error; the excerpt only helps.
    excerpt = startOf(excerpt, text);
  }
  await leaveBody(chunks);
  return excerpt;
}
