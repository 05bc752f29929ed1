/**
 * The session with a cookie: signs in before the first call that needs a session, once for all calls that wait, and again
 * when the service reports that the session is over.
 */
import { aborted, MAX_DELAY } from "../../client/index.js";
import { TimeoutError } from "../../errors/index.js";
import { onAnyAbort } from "../../http/index.js";
import type { Call, Interceptor, Next, Reply } from "../../protocol/index.js";
import { AUTH_CODE_OPERATIONS, authCodeOf } from "../facts/sign-in.js";
import { statusOf } from "../outcome-status.js";

/** One sign-in, shared by the calls that wait for it and by later calls. */
interface SignIn {
  readonly done: Promise<void>;
  succeeded: boolean;
  /** Whether a call has had a response since. */
  used: boolean;
}

/** Sends each call at most twice: the second time after a new sign-in. */
export class Session {
  readonly interceptor: Interceptor = (next) => (call) => {
    const { name } = call.operation;
    if (AUTH_CODE_OPERATIONS.has(name)) return next(call);
    if (name === "login") return this.#login(call, next);
    if (name === "logout") return this.#logout(call, next);
    return this.#send(call, next);
  };

  #current: SignIn | undefined;
  /** Whether NotLoggedInAsAdmin means that the account is not an administrator. */
  #notAdministrator = false;
  /** Runs while the session is to be renewed; it does not keep the process running. */
  #renewal: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param signIn opens a session by a login, which passes through `interceptor`. Its error is thrown to each call that waits;
   *   the next call signs in again
   * @param renewAfter the time without a call after which the session is renewed, in ms; `undefined`: it is not
   */
  constructor(
    private readonly signIn: () => Promise<void>,
    private readonly renewAfter: number | undefined,
  ) {}

  /**
   * Ends the session, if there is one. A sign-in in progress is awaited, since its session would stay open.
   *
   * @param logout calls logout, which passes through `interceptor`
   */
  async signOut(logout: () => Promise<unknown>): Promise<void> {
    const current = this.#current;
    await current?.done.catch(() => {});
    if (current !== undefined && this.#current === current) await logout();
    clearTimeout(this.#renewal);
  }

  /** Not an async function, whose state would need more memory while the call waits for its turn. */
  #send(call: Call, next: Next): Promise<Reply> {
    const first = authCodeOf(call.request) === undefined ? this.#signedIn() : this.#current;
    return sendIn(first, call, next).then((reply) => {
      if (first !== undefined) this.#renewLater();
      return this.#isOver(reply, first) ? this.#sendAgain(first, call, next) : reply;
    });
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
  async #login(call: Call, next: Next): Promise<Reply> {
    const reply = await next(call);
    const isOwn = this.#current?.succeeded === false;
    if (statusOf(reply) === "OK" && !isOwn) {
      this.#current = { done: Promise.resolve(), succeeded: true, used: false };
      this.#notAdministrator = false;
    }
    this.#renewLater();
    return reply;
  }

  async #logout(call: Call, next: Next): Promise<Reply> {
    const reply = await next(call);
    this.#current = undefined;
    clearTimeout(this.#renewal);
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

  /** A login renews the session, whatever the account may do. If it fails, the session just expires. */
  #renewLater(): void {
    if (this.renewAfter === undefined) return;
    clearTimeout(this.#renewal);
    this.#renewal = setTimeout(() => {
      if (this.#current?.succeeded === true) this.signIn().catch(() => {});
    }, this.renewAfter);
    this.#renewal.unref?.();
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
function untilDone({ done }: SignIn, call: Call) {
  const { timeout, signal, waitSignal } = call;
  const { name } = call.operation;
  return new Promise<void>((resolve, reject) => {
    const signals = [signal, waitSignal];
    const ended = signals.find((each) => each?.aborted);
    if (ended !== undefined) return reject(aborted(name, ended));
    const fail = (error: unknown) => {
      clearTimeout(timer);
      release();
      reject(error);
    };
    const release = onAnyAbort(signals, (each) => fail(aborted(name, each)));
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
