/**
 * The session with a cookie: signs in before the first call that needs a session, once for all calls that wait, and again
 * when the service reports that the session is over.
 */
import { aborted, MAX_DELAY } from "../../client/index.js";
import { TimeoutError } from "../../errors/index.js";
import { onAbort } from "../../http/index.js";
import type { Call, Interceptor, Next, Reply } from "../../protocol/index.js";
import { AUTH_CODE_OPERATIONS, authCodeOf } from "../facts/sign-in.js";
import { statusOf } from "../outcome-status.js";

/**
 * Sends each call at most twice: the second time after a new sign-in.
 *
 * @param signIn opens a session by a login, which may pass through this interceptor. Its error is thrown to each call that
 *   waits; the next call signs in again
 */
export function session(signIn: () => Promise<void>): Interceptor {
  const session = new Session(signIn);
  return (next) => (call) => {
    const { name } = call.operation;
    if (AUTH_CODE_OPERATIONS.has(name)) return next(call);
    if (name === "login") return session.login(call, next);
    if (name === "logout") return session.logout(call, next);
    return session.send(call, next);
  };
}

/** One sign-in, shared by the calls that wait for it and by later calls. */
interface SignIn {
  readonly done: Promise<void>;
  succeeded: boolean;
  /** Whether a call has had a response since. */
  used: boolean;
}

class Session {
  #current: SignIn | undefined;
  /** Whether NotLoggedInAsAdmin means that the account is not an administrator. */
  #notAdministrator = false;

  constructor(private readonly signIn: () => Promise<void>) {}

  /** Not an async function, whose state would need more memory while the call waits for its turn. */
  send(call: Call, next: Next): Promise<Reply> {
    const first = authCodeOf(call.request) === undefined ? this.#signedIn() : this.#current;
    return sendIn(first, call, next).then((reply) =>
      this.#isOver(reply, first) ? this.#sendAgain(first, call, next) : reply,
    );
  }

  /** Sends the call in a new session. */
  async #sendAgain(ended: SignIn | undefined, call: Call, next: Next): Promise<Reply> {
    this.#end(ended);
    const second = this.#signedIn();
    const repeated = await sendIn(second, call, next);
    this.#isOver(repeated, second);
    return repeated;
  }

  /** The login of a sign-in of this session, or a login by the caller. */
  async login(call: Call, next: Next): Promise<Reply> {
    const reply = await next(call);
    const isOwn = this.#current?.succeeded === false;
    if (statusOf(reply) === "OK" && !isOwn) {
      this.#current = { done: Promise.resolve(), succeeded: true, used: false };
      this.#notAdministrator = false;
    }
    return reply;
  }

  async logout(call: Call, next: Next): Promise<Reply> {
    const reply = await next(call);
    this.#current = undefined;
    return reply;
  }

  #signedIn(): SignIn {
    if (this.#current !== undefined) return this.#current;
    const started = { done: this.signIn(), succeeded: false, used: false };
    started.done.then(
      () => {
        started.succeeded = true;
      },
      () => this.#end(started),
    );
    this.#current = started;
    return started;
  }

  /** Ends a session unless another call has ended it already: the current one may be a newer session. */
  #end(ended: SignIn | undefined): void {
    if (this.#current === ended) this.#current = undefined;
  }

  /**
   * Whether a reply states that the session is over.
   *
   * NotLoggedIn means that the session is over. NotLoggedInAsAdmin, which startSession and similar operations return
   * instead, may also mean that the account is not an administrator. The first response after a new sign-in decides.
   */
  #isOver(reply: Reply, signIn: SignIn | undefined): boolean {
    const isFirst = signIn?.used === false;
    if (signIn !== undefined) signIn.used = true;
    const status = statusOf(reply);
    if (status !== "NotLoggedInAsAdmin") return status === "NotLoggedIn";
    if (isFirst) this.#notAdministrator = true;
    return !this.#notAdministrator;
  }
}

/** Sends a call, after the sign-in that it waits for. */
function sendIn(signIn: SignIn | undefined, call: Call, next: Next): Promise<Reply> {
  return signIn === undefined || signIn.succeeded ? next(call) : sendAfter(signIn, call, next);
}

/** The timeout of the call includes its wait for the sign-in. */
async function sendAfter(signIn: SignIn, call: Call, next: Next): Promise<Reply> {
  const startedAt = performance.now();
  await untilDone(signIn, call);
  const waited = Math.round(performance.now() - startedAt);
  const { operation, timeout } = call;
  try {
    return await next({ ...call, timeout: Math.max(1, timeout - waited) });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    const message = `${operation.name} took longer than ${timeout} ms, with ${waited} ms for the sign-in.`;
    throw new TimeoutError(message, { delivery: error.delivery, cause: error });
  }
}

/** Waits for a sign-in until the call ends by its signal or its timeout. The sign-in continues for the other calls. */
function untilDone({ done }: SignIn, { operation: { name }, signal, timeout }: Call) {
  return new Promise<void>((resolve, reject) => {
    if (signal?.aborted) return reject(aborted(name, signal));
    const fail = (error: unknown) => {
      clearTimeout(timer);
      release();
      reject(error);
    };
    const release = onAbort(signal, () => fail(aborted(name, signal)));
    const onTimeout = () => {
      const message = `${name} was not sent: the sign-in took longer than ${timeout} ms.`;
      const error = new TimeoutError(message, { delivery: "not-sent" });
      // The time of the call is over, so it is not repeated.
      fail(Object.assign(error, { attempts: 0, elapsed: timeout }));
    };
    const timer = setTimeout(onTimeout, Math.min(timeout, MAX_DELAY));
    done.then(() => {
      clearTimeout(timer);
      release();
      resolve();
    }, fail);
  });
}
