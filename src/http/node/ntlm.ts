/** NTLMv2 (MS-NLMP) over HTTP (MS-NTHT), whose messages are made by @node-ntlm/core: a Windows sign-in of a connection. */

import { releasing } from "../../bytes/index.js";
import { SecurityError } from "../../errors/index.js";
import type { HttpRequest, HttpResponse, Transport } from "../transport.js";
import { type HttpTransportOptions, httpTransport } from "./node-transport.js";

export interface NtlmCredentials {
  readonly username: string;
  readonly password: string;
  readonly domain?: string;
  /** The name of this machine, which the server may log. */
  readonly workstation?: string;
}

/**
 * A transport for Node that signs each of its connections in as `credentials`, as IIS and others with Windows
 * authentication want it. A connection stays signed in as long as it is kept alive; when it was closed, the next request
 * signs in again. Credentials that are refused are not tried again, which could lock the account: the answer is the 401.
 *
 * @throws from the transport: SecurityError (`UNUSABLE`) where @node-ntlm/core is not installed, (`ALGORITHM`) where the
 *   server only takes an older version of NTLM; else what `httpTransport` throws
 */
export function ntlm(credentials: NtlmCredentials, options: HttpTransportOptions = {}): Transport {
  const lanes = new Lanes(options);
  return async (request) => {
    const lane = await lanes.take(request.signal);
    try {
      const response = await signedIn(lane, request, credentials);
      return { ...response, body: giving(response.body, () => lanes.giveBack(lane)) };
    } catch (error) {
      lanes.giveBack(lane);
      throw error;
    }
  };
}

/** A connection at most to each origin, with one request at a time: what is signed in is a connection. */
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

  /** @throws the signal's reason when it aborts while all are in use */
  async take(signal: AbortSignal | undefined): Promise<Lane> {
    signal?.throwIfAborted();
    // The one that was used last is the most likely to be connected still.
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
        signal?.removeEventListener("abort", abort);
        resolve(lane);
      };
      signal?.addEventListener("abort", abort);
      this.#waiting.push(go);
    });
  }

  giveBack(lane: Lane): void {
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
  // Without the body: it would go out twice.
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
      `${origin} only takes NTLMv1, which gives the password away to who listens: nothing was sent.`,
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

/** `NTLM` and the server's challenge, where the answer has one. */
function challengeOf({ headers }: HttpResponse): string | undefined {
  return /\bNTLM [\w+/=]+/.exec(headers.get("www-authenticate") ?? "")?.[0];
}

function withAuthorization(request: HttpRequest, value: string): HttpRequest {
  return { ...request, headers: { ...request.headers, Authorization: value } };
}

/** Reads what is left, so that the connection can go on. */
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

/** The body, with a call of `give` when nothing more of it will be read. */
function giving(body: HttpResponse["body"], give: () => void): HttpResponse["body"] {
  const chunks = body[Symbol.asyncIterator]();
  let held = true;
  const done = () => {
    if (held) give();
    held = false;
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
