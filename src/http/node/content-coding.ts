/** Content codings (RFC 9110 §8.4.1): gzip, deflate and br. zlib is loaded for the first body that needs it. */
import type { Readable, Transform } from "node:stream";
import { contentCodings } from "../content-codings.js";

export const ACCEPT_ENCODING = "gzip, deflate, br";

/**
 * The decoded stream of `source`; `source` itself if it has no coding.
 *
 * @param contentEncoding the Content-Encoding header
 * @returns `undefined` if the header names an unknown coding, or more than five
 */
export function decodeContent(
  source: Readable,
  contentEncoding: string | undefined,
): Readable | undefined {
  const codings = contentCodings(contentEncoding, (name) => Object.hasOwn(DECODERS, name));
  return codings?.reduceRight<Readable>((decoded, name) => {
    const decoder = DECODERS[name];
    return decoder === undefined ? decoded : decodeLater(decoded, decoder);
  }, source);
}

/** The codings of requests over `node:http(s)`. */
export type RequestCoding = "gzip" | "deflate" | "br";

/** Encodes a body, outside the main thread. */
export function encodeContent(coding: RequestCoding, body: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    ENCODERS[coding](body, (error, encoded) => (error === null ? resolve(encoded) : reject(error)));
  });
}

type Encode = (body: Uint8Array, done: (error: Error | null, encoded: Uint8Array) => void) => void;

const ENCODERS: Readonly<Record<RequestCoding, Encode>> = {
  gzip: (body, done) => zlib().gzip(body, done),
  deflate: (body, done) => zlib().deflate(body, done),
  // The default quality, 11, suits data that is compressed once and sent often.
  br: (body, done) => {
    const { BROTLI_PARAM_QUALITY } = zlib().constants;
    zlib().brotliCompress(body, { params: { [BROTLI_PARAM_QUALITY]: 4 } }, done);
  },
};

const zlib = () => process.getBuiltinModule("node:zlib");

/** Decoders by the name of the coding; they get the first byte of the content. */
const DECODERS: Readonly<Record<string, (firstByte: number) => Transform>> = {
  gzip: () => zlib().createGunzip(),
  "x-gzip": () => zlib().createGunzip(),
  br: () => zlib().createBrotliDecompress(),
  // Many servers, such as old versions of IIS, omit the zlib wrapper, whose first byte ends in 8 (RFC 1950 §2.2).
  deflate: (firstByte) =>
    (firstByte & 0x0f) === 8 ? zlib().createInflate() : zlib().createInflateRaw(),
};

/** Selects the decoder when the first byte arrives; an empty body (of a 304, or of some errors) stays empty. */
function decodeLater(source: Readable, decoder: (firstByte: number) => Transform): Readable {
  const { PassThrough, pipeline } = process.getBuiltinModule("node:stream");
  const decoded = new PassThrough();
  const endEmpty = () => decoded.end();
  source.once("end", endEmpty);
  source.once("error", (error) => decoded.destroy(error));
  source.once("readable", () => {
    const first: Uint8Array | null = source.read();
    const firstByte = first?.[0];
    if (firstByte === undefined) return;
    source.off("end", endEmpty);
    source.unshift(first);
    pipeline(source, decoder(firstByte), decoded, () => {});
  });
  // Before the first byte there is no pipeline yet that would pass the end on.
  decoded.once("close", () => {
    if (!source.readableEnded) source.destroy();
  });
  return decoded;
}
