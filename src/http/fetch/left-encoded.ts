/**
 * Bodies that `fetch` left encoded. The one of Node decodes a list of codings only if it knows each item, and passes the
 * bytes on for `gzip, identity`; browsers ignore such items.
 */
import { releasing } from "../../bytes/index.js";
import { ConnectionError } from "../../errors/index.js";
import { contentCodings, namesIn } from "../content-codings.js";

/** The codings that platforms decode, each as many as it knows (RFC 9110 §8.4.1, RFC 8878, RFC 9842). */
const CODINGS: ReadonlySet<string> = new Set([
  "gzip",
  "x-gzip",
  "deflate",
  "br",
  "zstd",
  "dcb",
  "dcz",
]);

type Bytes = AsyncIterable<Uint8Array>;

/**
 * The codings of a body that the platform may have left, in the order in which they were applied.
 *
 * @param contentEncoding the Content-Encoding header; `undefined` if it is missing, or a browser does not show it
 * @returns `undefined` if the header names an unknown coding, or more than five
 */
export function leftCodings(contentEncoding: string | undefined): readonly string[] | undefined {
  const codings = contentCodings(contentEncoding, (name) => CODINGS.has(name));
  const isPlain = codings?.length === namesIn(contentEncoding ?? "").length;
  return isPlain ? [] : codings;
}

export interface DecodingFailures {
  readonly explain: (error: unknown) => unknown;
  readonly unknown: () => ConnectionError;
}

/**
 * Decodes a body if its first byte shows that the platform has not done it.
 *
 * @param failures the errors for damaged data, and for a coding that the platform does not have
 */
export function decodeLeft(
  body: Bytes,
  codings: readonly string[],
  { explain, unknown }: DecodingFailures,
): Bytes {
  const chunks = body[Symbol.asyncIterator]();
  async function* decoded(): AsyncGenerator<Uint8Array, void, undefined> {
    const start = await firstOf(chunks);
    if (start === undefined) return;
    let bytes = withFirst(start, chunks);
    if (isEncoded(start, codings.at(-1))) {
      bytes = codings.reduceRight(
        (encoded, coding) => decompressed(encoded, coding, unknown),
        bytes,
      );
    }
    try {
      yield* bytes;
    } catch (error) {
      throw error instanceof ConnectionError ? error : explain(error);
    }
  }
  return releasing(decoded(), () => void chunks.return?.());
}

/** The first bytes of XML, MIME and text, in common charsets: `<`, `-`, white space, or a part of a byte order mark. */
const STARTS_OF_TEXT: ReadonlySet<number> = new Set([
  0x3c, 0x2d, 0x20, 0x09, 0x0d, 0x0a, 0xef, 0xfe, 0xff, 0x00,
]);

function isEncoded([first = 0]: Uint8Array, outermost: string | undefined): boolean {
  if (outermost === "gzip" || outermost === "x-gzip") return first === 0x1f;
  return !STARTS_OF_TEXT.has(first);
}

async function firstOf(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> {
  let next = await chunks.next();
  while (next.done !== true && next.value.byteLength === 0) next = await chunks.next();
  return next.done === true ? undefined : next.value;
}

async function* withFirst(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

async function* decompressed(
  encoded: Bytes,
  coding: string,
  unknown: () => ConnectionError,
): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks = encoded[Symbol.asyncIterator]();
  const first = await firstOf(chunks);
  if (first === undefined) return;
  const pair = decompression(formatOf(coding, first[0]));
  if (pair === undefined) throw unknown();
  const { readable, writable } = pair;
  void passOn(withFirst(first, chunks), writable.getWriter());
  const reader = readable.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** `undefined` if the platform does not have the format: not every one has brotli. */
function decompression(format: string): BytePair | undefined {
  try {
    return Reflect.construct(DecompressionStream, [format]);
  } catch {
    return undefined;
  }
}

interface BytePair {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
}

const FORMATS: ReadonlyMap<string, string> = new Map([
  ["x-gzip", "gzip"],
  ["br", "brotli"],
]);

function formatOf(coding: string, firstByte = 0): string {
  // Without the zlib wrapper, whose first byte ends in 8 (RFC 1950 §2.2).
  if (coding === "deflate" && (firstByte & 0x0f) !== 8) return "deflate-raw";
  return FORMATS.get(coding) ?? coding;
}

/** An error of the source becomes that of the reader. */
async function passOn(
  chunks: Bytes,
  writer: WritableStreamDefaultWriter<Uint8Array>,
): Promise<void> {
  try {
    for await (const chunk of chunks) await writer.write(chunk);
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
  }
}
