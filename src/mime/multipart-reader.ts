/**
 * A multipart body read as it comes (RFC 2046 §5.1), part after part: boundaries may be split over chunks, and a part is
 * never held as a whole.
 */
import { DecodeError } from "../errors/index.js";
import { DelimiterSearch } from "./delimiter.js";
import { type TransferDecoder, transferDecoder } from "./transfer-encoding.js";

/** By lower-case name. */
export type PartHeaders = ReadonlyMap<string, string>;

/** Of one part, and of what stands before the first; in bytes. */
const MAX_HEADERS = 16 * 1024;
const MAX_PREAMBLE = 64 * 1024;
const MAX_PARTS = 10_000;

const LINE_BREAK = Uint8Array.of(13, 10);

export class MultipartReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #delimiter: DelimiterSearch;
  /** What was read and not given yet. */
  #bytes: Uint8Array = LINE_BREAK;
  /** Bytes at its start that only stand there since a delimiter begins with a line break, and are not content. */
  #lead = LINE_BREAK.length;
  #isWhole = false;
  #place: "preamble" | "head" | "body" | "epilogue" = "preamble";
  #decoder: TransferDecoder = transferDecoder(undefined);
  #parts = 0;

  /** @throws DecodeError where `boundary` is none */
  constructor(chunks: AsyncIterable<Uint8Array>, boundary: string | undefined) {
    if (boundary === undefined || boundary === "" || boundary.length > 200) {
      throw malformed("its Content-Type names no boundary that its parts are told apart by");
    }
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#delimiter = new DelimiterSearch(boundary);
  }

  /** Goes on to the next part, past what is left of this one; `undefined` behind the last. */
  async next(): Promise<PartHeaders | undefined> {
    await this.#skipPreamble();
    while (this.#place === "body") await this.read();
    if (this.#place === "epilogue") return undefined;
    if (++this.#parts > MAX_PARTS) {
      throw new DecodeError("LIMIT", `The message has more than ${MAX_PARTS} parts.`, "");
    }
    const headers = await this.#headers();
    this.#decoder = transferDecoder(headers.get("content-transfer-encoding"));
    this.#place = "body";
    return headers;
  }

  /** The next piece of the part, which may be empty; `undefined` at its end. */
  async read(): Promise<Uint8Array | undefined> {
    if (this.#place !== "body") return undefined;
    for (;;) {
      const piece = this.#content();
      if (piece.length > 0) return piece;
      if (this.#place !== "body") return undefined;
      await this.#fill("a part of it has no end");
    }
  }

  /** Reads what stands behind the last part, so that the connection can be used again. */
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

  /** Takes what is certain to stand before the next delimiter, and the delimiter where it is there. */
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
        const message = `A part's headers are longer than ${MAX_HEADERS} bytes.`;
        throw new DecodeError("LIMIT", message, "");
      }
      if (end < 0) {
        await this.#fill("a part of it ends within its headers");
        continue;
      }
      const line = new TextDecoder().decode(this.#bytes.subarray(at, end)).replace(/\r$/, "");
      at = end + 1;
      if (line === "") break;
      if (/^[ \t]/.test(line) && lines.length > 0) lines.push(`${lines.pop()} ${line.trim()}`);
      else lines.push(line);
    }
    // Where the part is empty, its delimiter follows at once.
    this.#bytes = joined(LINE_BREAK, this.#bytes.subarray(at));
    this.#lead = LINE_BREAK.length;
    return parseHeaders(lines);
  }

  /** @throws DecodeError where no more comes; `lack` says what is missing then */
  async #fill(lack: string): Promise<void> {
    if (this.#isWhole) throw malformed(lack);
    await this.#more();
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    if (done === true) this.#isWhole = true;
    else if (this.#place !== "epilogue") this.#bytes = joined(this.#bytes, value);
  }
}

const NO_BOUNDARY = "the boundary that it names doesn't occur in it";

function parseHeaders(lines: readonly string[]): PartHeaders {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/s.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      throw malformed("a part of it begins with a line that is no header");
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

function malformed(why: string): DecodeError {
  return new DecodeError("MALFORMED_MIME", `The message is no valid multipart body: ${why}.`, "");
}
