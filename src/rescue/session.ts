/**
 * The cookie session: signs in before the first call that needs it, once for however many wait, and again when the
 * service says that nobody is signed in.
 */
import { aborted } from "../client/index.js";
import type { Call, Interceptor, Reply } from "../protocol/index.js";
import { statusOf } from "./reply-status.js";

/** One sign-in, which the calls that wait for it and those after it share. */
interface SignIn {
  readonly done: Promise<void>;
  open: boolean;
  /** Whether a call was answered under it. */
  answered: boolean;
}

/** They take the credentials that a session is opened with. */
const WITHOUT_SESSION: ReadonlySet<string> = new Set(["requestAuthCode", "requestAuthCodeSSO"]);

/**
 * Each call is tried a second time at most. NotLoggedIn always says that the session is over. NotLoggedInAsAdmin, which
 * is all that startSession and its kin have to say, may mean that or that the account is no administrator: a new session
 * tells, and once one did, it isn't tried again.
 *
 * @param signIn opens a session by a login that may pass through here, or throws what each call that waits for it is to
 *   throw; the next call tries again
 */
export function session(signIn: () => Promise<void>): Interceptor {
  let current: SignIn | undefined;
  let noAdministrator = false;

  const signedIn = (): SignIn => {
    if (current !== undefined) return current;
    const started = { done: signIn(), open: false, answered: false };
    started.done.then(
      () => {
        started.open = true;
      },
      () => end(started),
    );
    current = started;
    return started;
  };
  /** Ends a session unless another call has done so and the next may be there already. */
  const end = (ended: SignIn | undefined) => {
    if (current === ended) current = undefined;
  };
  /** A login went well: that of a sign-in under way, or one of the caller's. */
  const opened = () => {
    if (current === undefined || current.open) {
      current = { done: Promise.resolve(), open: true, answered: false };
      noAdministrator = false;
    }
  };
  const isOver = (status: unknown, used: SignIn | undefined): boolean => {
    if (status !== "NotLoggedInAsAdmin") return status === "NotLoggedIn";
    if (used?.answered === false) noAdministrator = true;
    return !noAdministrator;
  };
  /** Sends a call under a session, and says whether that turned out to be over. */
  const sendUnder = async (used: SignIn | undefined, send: () => Promise<Reply>) => {
    const reply = await send();
    const over = isOver(statusOf(reply), used);
    if (used !== undefined) used.answered = true;
    return { reply, over };
  };

  return (next) => async (call) => {
    const { name } = call.operation;
    if (WITHOUT_SESSION.has(name)) return next(call);
    if (name === "login" || name === "logout") {
      const reply = await next(call);
      if (name === "logout") current = undefined;
      else if (statusOf(reply) === "OK") opened();
      return reply;
    }
    const first = hasAuthCode(call) ? current : signedIn();
    await untilOpen(first, call);
    const { reply, over } = await sendUnder(first, () => next(call));
    if (!over) return reply;
    end(first);
    const second = signedIn();
    await untilOpen(second, call);
    return (await sendUnder(second, () => next(call))).reply;
  };
}

/** Waits for a sign-in as long as the call's own signal lets it; the sign-in goes on for the others. */
function untilOpen(signIn: SignIn | undefined, { operation, signal }: Call): Promise<void> {
  if (signIn === undefined) return Promise.resolve();
  if (signal === undefined) return signIn.done;
  return new Promise((resolve, reject) => {
    const leave = () => reject(aborted(operation.name, signal));
    if (signal.aborted) return leave();
    signal.addEventListener("abort", leave, { once: true });
    signIn.done.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
  });
}

function hasAuthCode({ request }: Call): boolean {
  return typeof request.sAuthCode === "string" && request.sAuthCode !== "";
}
