/** NTLMv2 (MS-NLMP) over HTTP (MS-NTHT): a Windows sign-in per connection. @node-ntlm/core makes its messages. */

import { releasing } from "../../bytes/index.js";
import { SecurityError } from "../../errors/index.js";
import { onAbort } from "../signal/abort-listener.js";
import { type HttpRequest, type HttpResponse, type Transport, withTraits } from "../transport.js";
import { type HttpTransportOptions, httpTransport } from "./node-transport.js";

/** A Windows account. */
export interface NtlmCredentials {
  /** The name of the user, without the domain. */
  readonly username: string;
  /** The password. It is never sent: only a proof of it is. */
  readonly password: string;
  /** The domain of the user; default: empty, for an account of the server. */
  readonly domain?: string;
  /** The name of this machine, which the server may log; default: empty. */
  readonly workstation?: string;
}

/**
 * A transport for Node that signs each of its connections in with a Windows account, as IIS and others with Windows
 * authentication require. A connection stays signed in as long as it is kept alive; after it was closed, the next request
 * signs in again. Rejected credentials are not tried again, which could lock the account: the response is the 401.
 * Needs the package @node-ntlm/core.
 *
 * @param options of the transport; `maxSockets` is the largest number of connections, each with one request at a time
 * @throws from the transport: SecurityError (`UNUSABLE`) if @node-ntlm/core is not installed, (`ALGORITHM`) if the server
 *   only supports an older version of NTLM; the errors of `httpTransport`
 */
export function ntlm(credentials: NtlmCredentials, options: HttpTransportOptions = {}): Transport {
  const lanes = new Lanes(options);
  const send: Transport = async (request) => {
    const lane = await lanes.acquire(request.signal);
    try {
      const response = await signedIn(lane, request, credentials);
      return { ...response, body: withRelease(response.body, () => lanes.release(lane)) };
    } catch (error) {
      lanes.release(lane);
      throw error;
    }
  };
  const closable: Transport = Object.assign(send, { close: () => lanes.close() });
  return withTraits(closable, { usesNetwork: true });
}

/** At most one connection to each origin, with one request at a time: the sign-in belongs to the connection. */
interface Lane {
  readonly transport: Transport;
  readonly signedIn: Set<string>;
}

const DEFAULT_LANES = 16;

class Lanes {
  readonly #options: HttpTransportOptions;
  readonly #idle: Lane[] = [];
  readonly #waiting: ((lane: Lane) => void)[] = [];
  #made = 0;

  constructor(options: HttpTransportOptions) {
    this.#options = options;
  }

  /** @throws the signal's reason if it aborts while all lanes are in use */
  async acquire(signal: AbortSignal | undefined): Promise<Lane> {
    signal?.throwIfAborted();
    // The one that was used last is the most likely to be connected.
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#made < (this.#options.maxSockets ?? DEFAULT_LANES)) {
      this.#made++;
      const transport = httpTransport({ ...this.#options, maxSockets: 1 });
      return { transport, signedIn: new Set() };
    }
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        reject(signal?.reason);
      };
      const go = (lane: Lane) => {
        release();
        resolve(lane);
      };
      const release = onAbort(signal, abort);
      this.#waiting.push(go);
    });
  }

  /** Closes the connections that are not in use. */
  close(): void {
    for (const { transport, signedIn } of this.#idle) {
      transport.close?.();
      signedIn.clear();
    }
  }

  release(lane: Lane): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(lane);
    else next(lane);
  }
}

async function signedIn(
  { transport, signedIn }: Lane,
  request: HttpRequest,
  { username, password, domain = "", workstation = "" }: NtlmCredentials,
): Promise<HttpResponse> {
  const { origin } = new URL(request.url);
  if (signedIn.has(origin)) {
    const response = await transport(request);
    if (response.status !== 401) return response;
    await drain(response);
    signedIn.delete(origin);
  }
  const { createType1Message, createType3Message, parseType2Message } = await library();
  const identity = { username, password, domain, workstation };
  // Without the body, which would be sent twice.
  const hello = withAuthorization(request, createType1Message(identity));
  const greeting = await transport(request.body === undefined ? hello : { ...hello, body: "" });
  const challenge = challengeOf(greeting);
  if (greeting.status === 401 && challenge === undefined) return greeting;
  await drain(greeting);
  signedIn.add(origin);
  if (challenge === undefined) return transport(request);
  const message = parseType2Message(challenge);
  if (message.targetInfo === undefined || (message.negotiateFlags & EXTENDED_SECURITY) === 0) {
    throw new SecurityError(
      "ALGORITHM",
      `${origin} supports only NTLMv1, which reveals the password to eavesdroppers: the password was not used.`,
    );
  }
  const response = await transport(
    withAuthorization(request, createType3Message(message, identity)),
  );
  if (response.status === 401) signedIn.delete(origin);
  return response;
}

/** NTLMSSP_NEGOTIATE_EXTENDED_SESSIONSECURITY (MS-NLMP §2.2.2.5). */
const EXTENDED_SECURITY = 0x00080000;

/** `NTLM` and the challenge of the server; `undefined` if the response has none. */
function challengeOf({ headers }: HttpResponse): string | undefined {
  return /\bNTLM [\w+/=]+/.exec(headers.get("www-authenticate") ?? "")?.[0];
}

function withAuthorization(request: HttpRequest, value: string): HttpRequest {
  request.secrets?.addHeader("authorization", value);
  return { ...request, headers: { ...request.headers, Authorization: value } };
}

/** Reads the rest of the body, so that the connection can be used again. */
async function drain({ body }: HttpResponse): Promise<void> {
  for await (const _ of body);
}

async function library() {
  try {
    return await import("@node-ntlm/core");
  } catch (error) {
    const message =
      "NTLM needs @node-ntlm/core, which is not installed: npm install @node-ntlm/core.";
    throw new SecurityError("UNUSABLE", message, { cause: error });
  }
}

/** The body, with a call of `release` when it has been read or left. */
function withRelease(body: HttpResponse["body"], release: () => void): HttpResponse["body"] {
  const chunks = body[Symbol.asyncIterator]();
  let isReleased = false;
  const done = () => {
    if (!isReleased) release();
    isReleased = true;
  };
  async function* all(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (;;) {
        const next = await chunks.next();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      done();
    }
  }
  return releasing(all(), () => {
    void chunks.return?.();
    done();
  });
}
