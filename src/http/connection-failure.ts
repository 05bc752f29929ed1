/** Explains why a connection failed, by the error codes of Node, OpenSSL, zlib, undici and Bun. */
import { ConnectionError, type Delivery } from "../errors/index.js";

/** The receiver of a request as messages show it: `host:port`, never with credentials. */
export interface Peer {
  readonly host: string;
  readonly proxy?: string | undefined;
}

/** The state of an exchange when its connection failed. */
export interface FailedExchange {
  /** Whether the head of the response was expected, or the rest of its body. */
  readonly during: "head" | "body";
  /** Default: by the code of the error, `not-sent` if there was no connection. */
  readonly delivery?: Delivery;
}

/** The error of a connection that failed before the head of the response, or during its body. */
export function connectionFailure(
  error: unknown,
  { host, proxy }: Peer,
  { during, delivery: known }: FailedExchange,
): ConnectionError {
  const { code, message } = firstCoded(error);
  const to = proxy === undefined ? host : `${host} through the proxy ${proxy}`;
  const delivery = known ?? (during === "head" && isUnconnected(code) ? "not-sent" : "unknown");
  const wrap = (text: string) => new ConnectionError(text, { cause: error, delivery });

  if (code !== undefined) {
    if (isBrokenCoding(code)) {
      return wrap(`The response of ${host} can't be decompressed: it is cut short or damaged.`);
    }
    if (during === "body") {
      const why = CLOSED.has(code) ? "the connection closed" : `the connection failed (${code})`;
      return wrap(`The response of ${host} was cut short: ${why} before its end.`);
    }
    if (CLOSED.has(code)) {
      return wrap(`No response from ${to}: the connection was closed before it arrived.`);
    }
    if (code.startsWith("HPE_") || code === UNDICI_PARSER) {
      return wrap(`No response from ${to}: the bytes received are not HTTP (${code}).`);
    }
    const certificate = CERTIFICATE[code];
    if (certificate !== undefined) {
      return wrap(
        `Can't trust ${to}: ${certificate} (${code}); to trust it, give its certificate to the transport as tls.ca, or name a file with it in NODE_EXTRA_CA_CERTS.`,
      );
    }
    if (code === "EPROTO" || code.startsWith("ERR_SSL_")) {
      return wrap(`Can't reach ${to}: ${handshakeFailure(code, message)} (${code}).`);
    }
    return wrap(`Can't reach ${to}: ${UNREACHED[code] ?? `${message} (${code})`}.`);
  }
  if (during === "body") {
    return wrap(`The response of ${host} was cut short: ${message}.`);
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

const REFUSED = "the connection was refused, so no server seems to run there";
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

/** Codes of a connection that was never made. ETIMEDOUT is not one of them: a connection in use may time out as well. */
function isUnconnected(code: string | undefined): boolean {
  return (
    code !== undefined &&
    code !== "ETIMEDOUT" &&
    (Object.hasOwn(UNREACHED, code) || Object.hasOwn(CERTIFICATE, code))
  );
}

/** TLS alerts contain the reason (RFC 8446 §6.2, RFC 5246 §7.2.2); OpenSSL puts it into the code or the message. */
function handshakeFailure(code: string, message: string): string {
  const alert = `${code} ${message}`.replaceAll("_", " ").toLowerCase();
  if (alert.includes("certificate required") || alert.includes("alert handshake failure")) {
    return "it rejected the TLS handshake, probably because it requires a client certificate (the transport's tls.cert and tls.key, or tls.pfx)";
  }
  if (/protocol version|unsupported protocol/.test(alert)) {
    return "it supports no version of TLS that is allowed here";
  }
  return "it does not support TLS, which https: requires";
}

/** Codes of zlib (Z_BUF_ERROR …) and of the brotli decoder (ERR__ERROR_FORMAT_PADDING_1 …). */
function isBrokenCoding(code: string): boolean {
  return code.startsWith("Z_") || code.startsWith("ERR__ERROR_") || code.startsWith("ERR_BROTLI_");
}

/** The code of an error or of its cause; `undefined` if there is no code. */
export function failureCode(error: unknown): string | undefined {
  return firstCoded(error).code;
}

/** The error of `fetch` in Node if the bytes received are not HTTP. */
const UNDICI_PARSER = "HTTPParserError";

/** The first error with a code in the chain of causes, or the last of them: `fetch` wraps it. */
function firstCoded(error: unknown): { code: string | undefined; message: string } {
  let inner = error;
  let message = String(error);
  for (let depth = 0; depth < 5 && inner instanceof Error; depth++) {
    message = inner.message;
    if ("code" in inner && typeof inner.code === "string") return { code: inner.code, message };
    // In Node 24 it has no code.
    if (inner.name === UNDICI_PARSER) return { code: UNDICI_PARSER, message };
    inner = inner.cause;
  }
  return { code: undefined, message };
}
