/**
 * Reads a multipart body as a stream (RFC 2046 §5.1), part after part: boundaries may be split over chunks, and a part is
 * never in memory as a whole.
 */
import { DecodeError } from "../../errors/index.js";
import { DelimiterSearch } from "./delimiter.js";
import { type TransferDecoder, transferDecoder } from "./transfer-encoding.js";

/** The headers of a part, by lower-case name. */
export type PartHeaders = ReadonlyMap<string, string>;

/** The longest headers of a part, and the longest text before the first part, in bytes. */
const MAX_HEADERS = 16 * 1024;
const MAX_PREAMBLE = 64 * 1024;
const MAX_PARTS = 10_000;

const LINE_BREAK = Uint8Array.of(13, 10);

export class MultipartReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #delimiter: DelimiterSearch;
  /** Bytes that were received, but not returned yet. */
  #bytes: Uint8Array = LINE_BREAK;
  /** The number of bytes at its start that are not content: a line break was added, since a delimiter begins with one. */
  #lead = LINE_BREAK.length;
  #isWhole = false;
  #place: "preamble" | "head" | "body" | "epilogue" = "preamble";
  #decoder: TransferDecoder = transferDecoder(undefined);
  #parts = 0;

  /** @throws DecodeError `MALFORMED_MIME` if `boundary` is not a boundary */
  constructor(chunks: AsyncIterable<Uint8Array>, boundary: string | undefined) {
    if (boundary === undefined || boundary === "" || boundary.length > 200) {
      throw malformed("its Content-Type has no valid boundary parameter");
    }
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#delimiter = new DelimiterSearch(boundary);
  }

  /** Skips the rest of the current part, and returns the headers of the next part; `undefined` after the last part. */
  async next(): Promise<PartHeaders | undefined> {
    await this.#skipPreamble();
    while (this.#place === "body") await this.read();
    if (this.#place === "epilogue") return undefined;
    if (++this.#parts > MAX_PARTS) {
      throw new DecodeError(
        "LIMIT",
        `The message has more than ${MAX_PARTS} parts, which is the limit.`,
        "",
      );
    }
    const headers = await this.#headers();
    this.#decoder = transferDecoder(headers.get("content-transfer-encoding"));
    this.#place = "body";
    return headers;
  }

  /** The next bytes of the part, maybe none; `undefined` at its end. */
  async read(): Promise<Uint8Array | undefined> {
    if (this.#place !== "body") return undefined;
    for (;;) {
      const piece = this.#content();
      if (piece.length > 0) return piece;
      if (this.#place !== "body") return undefined;
      await this.#fill("a part has no end");
    }
  }

  /** Reads the text after the last part, so that the connection can be used again. */
  async finish(): Promise<void> {
    while (!this.#isWhole) await this.#more();
  }

  /** Ends the exchange. */
  async cancel(): Promise<void> {
    this.#isWhole = true;
    await this.#chunks.return?.();
  }

  async #skipPreamble(): Promise<void> {
    let skipped = 0;
    while (this.#place === "preamble") {
      skipped += this.#content().length;
      if (skipped > MAX_PREAMBLE) throw malformed(NO_BOUNDARY);
      if (this.#place === "preamble") await this.#fill(NO_BOUNDARY);
    }
  }

  /** Removes the bytes that are certainly before the next delimiter line, and the line if it was received. */
  #content(): Uint8Array {
    const found = this.#delimiter.find(this.#bytes, this.#isWhole);
    const length = typeof found === "number" ? found : found.start;
    const lead = Math.min(this.#lead, length);
    const content = this.#bytes.subarray(lead, length);
    this.#lead -= lead;
    if (typeof found === "number") {
      this.#bytes = this.#bytes.subarray(length);
      return this.#place === "body" ? this.#decoder.write(content) : content;
    }
    this.#bytes = this.#bytes.subarray(found.end);
    const isBody = this.#place === "body";
    this.#place = found.closes ? "epilogue" : "head";
    return isBody ? joined(this.#decoder.write(content), this.#decoder.end()) : content;
  }

  async #headers(): Promise<PartHeaders> {
    let at = 0;
    const lines: string[] = [];
    for (;;) {
      const end = this.#bytes.indexOf(10, at);
      if ((end < 0 ? this.#bytes.length : end) > MAX_HEADERS) {
        const message = `The message has a part whose headers are longer than ${MAX_HEADERS} bytes, which is the limit.`;
        throw new DecodeError("LIMIT", message, "");
      }
      if (end < 0) {
        await this.#fill("a part ends within its headers");
        continue;
      }
      const line = new TextDecoder().decode(this.#bytes.subarray(at, end)).replace(/\r$/, "");
      at = end + 1;
      if (line === "") break;
      if (/^[ \t]/.test(line) && lines.length > 0) lines.push(`${lines.pop()} ${line.trim()}`);
      else lines.push(line);
    }
    // The delimiter follows at once if the part is empty: it begins with the line break of the empty line.
    this.#bytes = this.#bytes.subarray(at - 1);
    this.#lead = 1;
    return parseHeaders(lines);
  }

  /** @throws DecodeError with `problem` if no more bytes follow */
  async #fill(problem: string): Promise<void> {
    if (this.#isWhole) throw malformed(problem);
    await this.#more();
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    if (done === true) this.#isWhole = true;
    else if (this.#place !== "epilogue") this.#bytes = joined(this.#bytes, value);
  }
}

const NO_BOUNDARY = "it does not contain the boundary that its Content-Type names";

function parseHeaders(lines: readonly string[]): PartHeaders {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/s.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      throw malformed("a part begins with a line that is not a header");
    }
    headers.set(name.toLowerCase(), value.trim());
  }
  return headers;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function malformed(problem: string): DecodeError {
  const message = `The message is not a valid multipart body: ${problem}.`;
  return new DecodeError("MALFORMED_MIME", message, "");
}
