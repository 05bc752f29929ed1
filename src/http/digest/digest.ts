/** Digest authentication (RFC 7616) over any transport that shows the header WWW-Authenticate. */
import { drain, encodeBase64 } from "../../bytes/index.js";
import { ConnectionError, SecurityError } from "../../errors/index.js";
import { hasHeader } from "../headers.js";
import { parseRequestUrl } from "../request/url.js";
import {
  around,
  type HttpRequest,
  type HttpResponse,
  isReplayable,
  type Transport,
} from "../transport.js";
import { type DigestCredentials, DigestSession, isSupported } from "./authorization.js";
import { digestChallenges } from "./challenge.js";

/**
 * Adds Digest authentication (RFC 7616) to a transport: MD5, SHA-256 and SHA-512-256, also with `-sess`; the protections
 * `auth`, and `auth-int` if the server offers nothing else. Use it with `https:` if you can: without it, an attacker can
 * change the messages, and guess a weak password.
 *
 * The first request to an origin is sent without its body to get the challenge, so that the body is sent once; later
 * requests use the challenge again without asking. If the nonce has expired, the request is sent again: a server that
 * responds with 401 has not executed it. A streamed body can be sent only once, so each of these requests asks for its own
 * challenge. Rejected credentials are not tried again, which could lock the account: the response is the 401. A request
 * with a header Authorization is not changed.
 *
 * Browsers do not show the challenge to programs. Wrap `cookies` around it.
 *
 * @param transport sends the requests, such as `httpTransport(options)`; with `auth-int` it must not compress them
 * @example
 * const transport = cookies(digest({ username: "me", password: "secret" }, httpTransport()));
 * @throws SecurityError (`UNUSABLE`) if the user name has a colon, which separates it from the password
 * @throws from the transport: SecurityError (`ALGORITHM`) if the server supports none of these algorithms, (`UNUSABLE`) if
 *   it wants a hash of a streamed body, or without node:crypto; the errors of `transport`
 */
export function digest(credentials: DigestCredentials, transport: Transport): Transport {
  if (credentials.username.includes(":")) {
    throw new SecurityError(
      "UNUSABLE",
      "The user name of Digest authentication must not contain a colon.",
    );
  }
  /** By origin; `undefined` for an origin that required no authentication. */
  const sessions = new Map<string, DigestSession | undefined>();

  const send = async (request: HttpRequest, session: DigestSession | undefined) => {
    if (session === undefined) return transport(request);
    const response = await transport(authorized(request, session));
    const next = /\bnextnonce="([^"]*)"/i.exec(response.headers.get("authentication-info") ?? "");
    if (next?.[1] !== undefined) session.nextNonce = next[1];
    return response;
  };

  return around(transport, async (request) => {
    if (hasHeader(request.headers, "authorization")) return transport(request);
    const { origin } = parseRequestUrl(request.url).url;
    secretsOf(request, credentials);
    const isStreamed = !isReplayable(request.body);
    let used = sessions.get(origin);
    let isFresh = false;
    if (!sessions.has(origin) || isStreamed) {
      const greeting = await greet(transport, request);
      const session = sessionOf(greeting, credentials);
      // Without a body, the greeting was the request.
      const isUnknown = greeting.status === 401 && session === undefined;
      if (isUnknown || (request.body === undefined && session === undefined)) return greeting;
      await drain(greeting.body);
      sessions.set(origin, session);
      used = session;
      isFresh = session !== undefined;
    }
    const response = await send(request, used);
    const session = sessionOf(response, credentials);
    if (session === undefined) return response;
    sessions.delete(origin);
    if (isFresh && !isStale(response)) return response;
    await drain(response.body);
    if (isStreamed) throw expired(origin);
    sessions.set(origin, session);
    const again = await send(request, session);
    if (again.status === 401) sessions.delete(origin);
    return again;
  });
}

/** Sends a request without its body, which would be sent twice. */
async function greet(transport: Transport, request: HttpRequest): Promise<HttpResponse> {
  if (request.body === undefined) return transport(request);
  const { onDelivery, ...others } = request;
  onDelivery?.("not-sent");
  try {
    return await transport({ ...others, body: "" });
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    throw new ConnectionError(error.message, { cause: error, delivery: "not-sent" });
  }
}

/**
 * The session of the first challenge that is supported (RFC 7616 §3.7); `undefined` if the response has no challenge.
 *
 * @throws SecurityError (`ALGORITHM`) if none of them is supported
 */
function sessionOf(
  { status, headers }: HttpResponse,
  credentials: DigestCredentials,
): DigestSession | undefined {
  if (status !== 401) return undefined;
  const challenges = digestChallenges(headers.get("www-authenticate") ?? "");
  const challenge = challenges.find(isSupported);
  if (challenge !== undefined) return new DigestSession(challenge, credentials);
  if (challenges.length === 0) return undefined;
  const names = challenges.map((each) => each.get("algorithm") ?? "MD5");
  throw new SecurityError(
    "ALGORITHM",
    `The server requires Digest authentication in a form that is not supported (${names.join(", ")}).`,
  );
}

function isStale({ headers }: HttpResponse): boolean {
  return digestChallenges(headers.get("www-authenticate") ?? "").some(
    (challenge) => challenge.get("stale")?.toLowerCase() === "true",
  );
}

function authorized(request: HttpRequest, session: DigestSession): HttpRequest {
  const { url } = parseRequestUrl(request.url);
  const { method, body } = request;
  const value = session.authorization({
    method,
    uri: url.pathname + url.search,
    body: body === undefined ? "" : isReplayable(body) ? body : undefined,
  });
  request.secrets?.addHeader("authorization", value);
  return { ...request, headers: { ...request.headers, Authorization: value } };
}

/** The server knows the password: a text of it may contain it. */
function secretsOf({ secrets }: HttpRequest, { username, password }: DigestCredentials): void {
  const credentials = new TextEncoder().encode(`${username}:${password}`);
  secrets?.addHeader("authorization", `Basic ${encodeBase64(credentials)}`);
}

function expired(origin: string): ConnectionError {
  return new ConnectionError(
    `${origin} rejected its own challenge as expired, and the streamed body can't be sent again; the server has not executed the request.`,
    { delivery: "not-sent" },
  );
}
