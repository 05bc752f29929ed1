export { BodyHead, NOT_READ, observed, reason, SentRequest } from "./body-head.js";
export { clientTransport } from "./client-transport.js";
export { cookies } from "./cookies.js";
export type { DigestCredentials } from "./digest/authorization.js";
export { digest } from "./digest/digest.js";
export { type FetchTransportOptions, fetchTransport } from "./fetch/fetch-transport.js";
export { headerName, httpHeaders } from "./headers.js";
export { type HttpHandler, inMemory } from "./in-memory-transport.js";
export { ACCEPT_ENCODING, decodeContent, type RequestCoding } from "./node/content-coding.js";
export { type HttpTransportOptions, httpTransport } from "./node/node-transport.js";
export { type NtlmCredentials, ntlm } from "./node/ntlm.js";
export type { TlsOptions } from "./node/tls.js";
export { redirectHint, redirects } from "./redirects.js";
export type { Compress, RequestCompression } from "./request/compression.js";
export { reservedHeader } from "./request/headers.js";
export { retryAfter } from "./retry-after.js";
export {
  type Abortable,
  addAbortable,
  onAbort,
  onAnyAbort,
  removeAbortable,
} from "./signal/abort-listener.js";
export { joined } from "./signal/joined-signal.js";
export {
  around,
  type ExchangeSecrets,
  type HttpHeaders,
  type HttpRequest,
  type HttpResponse,
  isReplayable,
  type RequestBody,
  type Transport,
  traitsOf,
} from "./transport.js";
