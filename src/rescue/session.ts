/**
 * The session with a cookie: signs in before the first call that needs a session, once for all calls that wait, and again
 * when the service reports that the session is over.
 */
import { aborted } from "../client/index.js";
import { onAbort } from "../http/index.js";
import type { Call, Interceptor, Next, Reply } from "../protocol/index.js";
import { AUTH_CODE_OPERATIONS, authCodeOf } from "./facts/sign-in.js";
import { statusOf } from "./outcome-status.js";

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

  async send(call: Call, next: Next): Promise<Reply> {
    const first = authCodeOf(call.request) === undefined ? this.#signedIn() : this.#current;
    const { reply, over } = await this.#sendIn(first, call, next);
    if (!over) return reply;
    this.#end(first);
    return (await this.#sendIn(this.#signedIn(), call, next)).reply;
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

  /** @returns the reply, and whether it states that the session is over */
  async #sendIn(signIn: SignIn | undefined, call: Call, next: Next) {
    await untilDone(signIn, call);
    const reply = await next(call);
    const over = this.#isOver(statusOf(reply), signIn);
    if (signIn !== undefined) signIn.used = true;
    return { reply, over };
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
   * NotLoggedIn means that the session is over. NotLoggedInAsAdmin, which startSession and similar operations return
   * instead, may also mean that the account is not an administrator. The first response after a new sign-in decides.
   */
  #isOver(status: string | undefined, used: SignIn | undefined): boolean {
    if (status !== "NotLoggedInAsAdmin") return status === "NotLoggedIn";
    if (used?.used === false) this.#notAdministrator = true;
    return !this.#notAdministrator;
  }
}

/** Waits for a sign-in until the signal of the call aborts. The sign-in continues for the other calls. */
function untilDone(signIn: SignIn | undefined, { operation, signal }: Call): Promise<void> {
  if (signIn === undefined) return Promise.resolve();
  if (signal === undefined) return signIn.done;
  return new Promise((resolve, reject) => {
    const abort = () => reject(aborted(operation.name, signal));
    if (signal.aborted) return abort();
    const release = onAbort(signal, abort);
    signIn.done.then(resolve, reject).finally(release);
  });
}
