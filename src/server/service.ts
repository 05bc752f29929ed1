/** A service as a function from HTTP requests to HTTP responses. */
import {
  type HttpHandler,
  type HttpRequest,
  type HttpResponse,
  headerName,
  httpHeaders,
} from "../http/index.js";
import { respond } from "./endpoint/endpoint.js";
import { Cookies, oneChunk, readCall } from "./http-call.js";
import type { HttpReply } from "./http-exchange.js";
import type { ServiceDefinition } from "./service-definition.js";

/** A service that responds to requests in memory (`inMemory`); `serve` makes one and listens for it. */
export interface Service extends HttpHandler {
  /** The path of the service, `/API/API.asmx`. */
  readonly path: string;
  /** An address for clients with the transport `inMemory`: `http://localhost` with the path. */
  readonly url: string;
  /** The largest request, in bytes; a server rejects a longer one before it reads it. */
  readonly maxRequestBytes: number;
  /** Whether requests may have a Content-Encoding; a server and `inMemory` decode them before they call `handle`. */
  readonly acceptsCodings: boolean;
  /**
   * Responds to a request: SOAP, the HTTP bindings, `?wsdl`, help pages. Resolves when the handler of the operation has
   * finished; an error of the handler is a fault in the response.
   *
   * @param request its `signal` has to abort when the exchange ends, if it has a streamed body
   * @throws an error of the request's body
   */
  handle(request: HttpRequest): Promise<HttpResponse>;
}

/** The service of a definition. */
export function serviceOf(definition: ServiceDefinition): Service {
  const { path, profile, maxRequestBytes } = definition;
  return {
    path,
    url: `http://localhost${path}`,
    maxRequestBytes,
    acceptsCodings: profile.acceptsCodings,
    async handle(request) {
      const header = headerName(request.headers, "cookie");
      const cookies = new Cookies(header === undefined ? "" : (request.headers[header] ?? ""));
      const call = await readCall(request, maxRequestBytes, cookies);
      const reply = call === undefined ? TOO_LARGE : await respond(definition, call);
      return httpResponse(reply, cookies.written);
    },
  };
}

const TOO_LARGE: HttpReply = { status: 413, body: "" };

function httpResponse(
  { status, type, headers = {}, body }: HttpReply,
  setCookie: readonly string[],
): HttpResponse {
  const content = typeof body === "string" ? encoder.encode(body) : body;
  const isWhole = content instanceof Uint8Array;
  const values: Record<string, string | readonly string[]> = {
    "cache-control": "private, max-age=0",
  };
  if (type !== undefined) values["content-type"] = type;
  if (isWhole) values["content-length"] = String(content.byteLength);
  for (const name in headers) values[name.toLowerCase()] = headers[name] ?? "";
  if (setCookie.length > 0) values["set-cookie"] = setCookie;
  return { status, headers: httpHeaders(values), body: isWhole ? oneChunk(content) : content };
}

const encoder = new TextEncoder();
