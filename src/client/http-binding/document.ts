/** The response of an HTTP binding: an XML document, whose root is the element of the Body over SOAP. */
import {
  type DecodeRun,
  elementFrame,
  type Frame,
  FrameReader,
  messageFrame,
  partsFrame,
  type Values,
} from "../../codec/index.js";
import { addExcerpt, DecodeError, HttpError } from "../../errors/index.js";
import { type HttpResponse, redirectHint, retryAfter } from "../../http/index.js";
import { EXCERPT, excerptOf, readText } from "../../protocol/index.js";
import {
  type MessageSchema,
  messageElements,
  type PartsSchema,
  resolveType,
} from "../../schema/index.js";
import { type StartTag, XmlScanner } from "../../xml/index.js";
import type { ResponseRun } from "../response/decode-run.js";

interface DocumentReading {
  /** The longest response, in bytes. */
  readonly maxBytes: number;
  /** Removes secrets from a text of the server. */
  readonly redact: (text: string) => string;
  /** The beginning of a document as an excerpt without secrets. */
  readonly excerpt: (start: string) => string;
  /** See `SoapClientOptions`. */
  readonly replaceForbiddenCharacters?: boolean | undefined;
}

/**
 * @param output `undefined` if the operation has no response
 * @throws HttpError, DecodeError; ConnectionError if the body breaks off
 */
export async function readDocument(
  response: HttpResponse,
  output: MessageSchema | PartsSchema | undefined,
  run: ResponseRun,
  { maxBytes, redact, excerpt, replaceForbiddenCharacters = false }: DocumentReading,
): Promise<Values | undefined> {
  const isError = response.status < 200 || response.status >= 300;
  const text = await readText(response, maxBytes, (error, start) => {
    if (isError) return httpError(response, start, redact);
    addExcerpt(error, excerpt(start));
    return error;
  });
  if (isError) throw httpError(response, text, redact);
  if (output === undefined) return undefined;
  // The response of a method without a result is empty.
  if (text === "" && messageElements(output).length === 0) return {};
  try {
    const value = decode(text, output, run, replaceForbiddenCharacters);
    run.onMessage(value);
    return value;
  } catch (error) {
    if (error instanceof DecodeError) addExcerpt(error, excerpt(text.slice(0, 2 * EXCERPT)));
    throw error;
  }
}

function httpError(
  response: HttpResponse,
  text: string,
  redact: (text: string) => string,
): HttpError {
  const { status } = response;
  const excerpt = excerptOf(redact(text));
  // ASMX explains in plain text what is wrong with a parameter.
  const explanation = excerpt.startsWith("<") ? "" : excerpt;
  const reason = redact(redirectHint(response) ?? explanation);
  const message = `The server responded with status ${status}${reason === "" ? "" : `: ${reason}`}`;
  return new HttpError(message, status, excerpt, retryAfter(response));
}

function decode(
  text: string,
  output: MessageSchema | PartsSchema,
  run: DecodeRun,
  replaces: boolean,
): Values {
  let value: Values | undefined;
  const outermost = rootFrame(output, run, (decoded) => {
    value = decoded;
  });
  const scanner = new XmlScanner(new DocumentReader(outermost), run.budget, {
    tolerates(kind, path) {
      if (kind === "forbidden-character" && !replaces) return false;
      run.onDeviation(kind, path.join("/"));
      return true;
    },
  });
  scanner.write(text);
  scanner.end();
  outermost.close();
  if (value === undefined)
    throw new DecodeError("UNEXPECTED_MESSAGE", "The document is empty.", "");
  return value;
}

/** Reads a document as the child of a frame. */
class DocumentReader extends FrameReader {
  constructor(private readonly outermost: Frame) {
    super();
  }

  protected override root(tag: StartTag): Frame {
    return this.outermost.child(tag);
  }
}

/** The document as it is, for a part that is any XML; `undefined` for other parts. */
function anyFrame({ parts }: PartsSchema, done: (value: Values) => void): Frame | undefined {
  const [only, ...others] = parts;
  if (only === undefined || others.length > 0) return undefined;
  const type = resolveType(only.type);
  if (typeof type !== "object" || !("any" in type)) return undefined;
  return {
    child: (tag) => elementFrame(tag, (root) => done({ [only.member ?? only.element]: root })),
    text() {},
    close() {},
  };
}

/** A frame around the root: its one child is the document. */
function rootFrame(
  output: MessageSchema | PartsSchema,
  run: DecodeRun,
  done: (value: Values) => void,
): Frame {
  if ("parts" in output) return anyFrame(output, done) ?? partsFrame(output, run, "response", done);
  return {
    child(tag) {
      const { element } = output;
      const { local } = tag.name;
      if (local === element) return messageFrame(output, run, tag, done);
      const message = `The document is <${local}>; ${element} was expected.`;
      throw new DecodeError("UNEXPECTED_MESSAGE", message, local);
    },
    text() {},
    close() {},
  };
}
