/** Says in a sentence why a connection failed, from the codes of Node, OpenSSL, zlib, undici and Bun. */
import { ConnectionError } from "../errors/index.js";

/** Whom a request goes to, as messages name them: `host:port`, never with credentials. */
export interface Peer {
  readonly host: string;
  readonly proxy?: string | undefined;
}

/** What failed at whom; `host` is the service's, and messages say by which proxy it was to be reached. */
export function connectionFailure(
  error: unknown,
  { host, proxy }: Peer,
  during: "head" | "body",
): ConnectionError {
  const { code, message } = firstCoded(error);
  const to = proxy === undefined ? host : `${host} through the proxy ${proxy}`;
  const wrap = (text: string) => new ConnectionError(text, { cause: error });

  if (code !== undefined) {
    if (isBrokenCoding(code)) {
      return wrap(`The answer of ${host} can't be decompressed: it is cut short or damaged.`);
    }
    if (during === "body") {
      const why = CLOSED.has(code) ? "the connection closed" : `the connection failed (${code})`;
      return wrap(`The answer of ${host} was cut short: ${why} before all of it was there.`);
    }
    if (CLOSED.has(code)) {
      return wrap(`No answer from ${to}: the connection was closed before one came.`);
    }
    if (code.startsWith("HPE_") || code === UNDICI_PARSER) {
      return wrap(`No answer from ${to}: what came back is not HTTP (${code}).`);
    }
    const certificate = CERTIFICATE[code];
    if (certificate !== undefined) {
      return wrap(
        `Can't trust ${to}: ${certificate} (${code}); the transport's tls.ca can have a certificate to trust, or NODE_EXTRA_CA_CERTS name a file with one.`,
      );
    }
    if (code === "EPROTO" || code.startsWith("ERR_SSL_")) {
      return wrap(`Can't reach ${to}: ${handshakeFailure(code, message)} (${code}).`);
    }
    return wrap(`Can't reach ${to}: ${UNREACHED[code] ?? `${message} (${code})`}.`);
  }
  if (during === "body") {
    return wrap(`The answer of ${host} was cut short before all of it was there: ${message}.`);
  }
  return wrap(`Can't reach ${to}: ${message}.`);
}

const CLOSED = new Set([
  "ECONNRESET",
  "EPIPE",
  "ECONNABORTED",
  "UND_ERR_SOCKET",
  "ERR_STREAM_PREMATURE_CLOSE",
  "ConnectionClosed",
]);

const REFUSED = "the connection was refused, so nothing seems to run there";
const UNKNOWN_HOST = "no host has this name";
const NO_ROUTE = "there is no network route to it";
const TOO_SLOW = "connecting took too long";
const UNREACHED: Readonly<Record<string, string>> = {
  ECONNREFUSED: REFUSED,
  ConnectionRefused: REFUSED,
  ENOTFOUND: UNKNOWN_HOST,
  EAI_AGAIN: "its name could not be looked up, as happens without a network",
  EHOSTUNREACH: NO_ROUTE,
  ENETUNREACH: NO_ROUTE,
  ETIMEDOUT: TOO_SLOW,
  UND_ERR_CONNECT_TIMEOUT: TOO_SLOW,
};

const UNKNOWN_ISSUER = "its certificate is not signed by an authority known here";
const SELF_SIGNED = "its certificate is self-signed";
const CERTIFICATE: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: SELF_SIGNED,
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by a self-signed authority",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_ISSUER,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_ISSUER,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_ISSUER,
  CERT_HAS_EXPIRED: "its certificate has expired",
  CERT_NOT_YET_VALID: "its certificate is not valid yet",
  CERT_REVOKED: "its certificate was revoked",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
};

/** Alerts tell what the other side does not like (RFC 8446 §6.2, RFC 5246 §7.2.2); OpenSSL has them in code or message. */
function handshakeFailure(code: string, message: string): string {
  const said = `${code} ${message}`.replaceAll("_", " ").toLowerCase();
  if (said.includes("certificate required") || said.includes("alert handshake failure")) {
    return "it refused the TLS handshake, as one does that wants a client certificate (the transport's tls.cert and tls.key, or tls.pfx)";
  }
  if (/protocol version|unsupported protocol/.test(said)) {
    return "it speaks no version of TLS that is allowed here";
  }
  return "it does not speak TLS as https: needs it";
}

/** Codes of zlib (Z_BUF_ERROR …) and of the brotli decoder (ERR__ERROR_FORMAT_PADDING_1 …). */
function isBrokenCoding(code: string): boolean {
  return code.startsWith("Z_") || code.startsWith("ERR__ERROR_") || code.startsWith("ERR_BROTLI_");
}

/** The code of an error or of what caused it; `undefined` where there is none. */
export function failureCode(error: unknown): string | undefined {
  return firstCoded(error).code;
}

/** The error of `fetch` in Node where what came is not HTTP. */
const UNDICI_PARSER = "HTTPParserError";

/** The first error with a code down the causes, or the last of them: `fetch` hides it in one. */
function firstCoded(error: unknown): { code: string | undefined; message: string } {
  let inner = error;
  let message = String(error);
  for (let depth = 0; depth < 5 && inner instanceof Error; depth++) {
    message = inner.message;
    if ("code" in inner && typeof inner.code === "string") return { code: inner.code, message };
    // That of Node 24 has no code.
    if (inner.name === UNDICI_PARSER) return { code: UNDICI_PARSER, message };
    inner = inner.cause;
  }
  return { code: undefined, message };
}
