/**
 * The sign-ins of each account in this process: the service limits their number, and wrong credentials that are sent again
 * and again can lock the account.
 */

import { type Transport, traitsOf } from "../../http/index.js";
import type { Call, Interceptor, Next, Reply } from "../../protocol/index.js";
import { SecretValues } from "../../redaction/index.js";
import { SignInError } from "../errors.js";
import { RATE_LIMITS } from "../facts/rate-limits.js";
import { statusOf } from "../outcome-status.js";

const { calls: MAX_SIGN_INS, window: WINDOW } = RATE_LIMITS.login;

/** How long a rejection is remembered by default, in ms: four tries in an hour do not lock an account that locks for minutes. */
export const DEFAULT_SIGN_IN_RETRY = 15 * 60_000;

/** Statuses of login that have the same result when the same credentials are sent again soon. Error has no known cause. */
const LASTING: ReadonlySet<string> = new Set([
  "Invalid",
  "LimitReached",
  "GlobalIpRestricted",
  "Unlisted",
]);

/** The result of a rejected login. */
export interface Rejected {
  readonly status: string;
  readonly ret: string;
}

interface Rejection extends Rejected {
  readonly password: string;
  /** By the monotonic clock, in ms. */
  readonly at: number;
}

/** The sign-ins of one account at one host. */
export class SignInRecord {
  /** The ends of the latest sign-ins, by the monotonic clock in ms. The service counts a sign-in before its response. */
  #ends: { at: number }[] = [];
  #rejections: readonly Rejection[] = [];

  /** Whether a new record would behave in the same way. Rejections are kept for a day at most. */
  get isOld(): boolean {
    const now = performance.now();
    return (
      this.#ends.every(({ at }) => now - at >= WINDOW) &&
      this.#rejections.every(({ at }) => now - at >= LONGEST_MEMORY)
    );
  }

  /**
   * @param memory how long a rejection prevents a sign-in with the same password, in ms
   * @throws SignInError (`SIGN_IN_SUSPENDED`) if the password was rejected within that time
   */
  checkPassword(email: string, password: string, memory: number): void {
    const rejection = this.#rejections.find((each) => each.password === password);
    if (rejection === undefined) return;
    const { status, ret, at } = rejection;
    const age = performance.now() - at;
    const retryAfter = Math.ceil(memoryOf(status, memory) - age);
    if (retryAfter <= 0) return;
    const next = Number.isFinite(retryAfter) ? `, or the next try in ${seconds(retryAfter)}` : "";
    throw new SignInError(
      `The client did not sign in ${email} again: the service rejected the same credentials with ${status} ${seconds(age)} ago. Wait for other credentials${next} (signInRetryAfter).`,
      status,
      ret,
      { code: "SIGN_IN_SUSPENDED", retryAfter },
    );
  }

  /**
   * Counts a sign-in.
   *
   * @returns a function to call when it ends
   * @throws SignInError (`SIGN_IN_SUSPENDED`) if the service would reject it
   */
  begin(email: string): () => void {
    const now = performance.now();
    this.#ends = this.#ends.filter(({ at }) => now - at < WINDOW);
    if (this.#ends.length >= MAX_SIGN_INS) {
      const first = Math.min(now, ...this.#ends.map(({ at }) => at));
      const retryAfter = Math.ceil(first + WINDOW - now);
      throw new SignInError(
        `The client did not sign in ${email}: this process has signed in ${MAX_SIGN_INS} times in ${WINDOW / 60_000} minutes, the limit of the service. The next sign-in is possible in ${seconds(retryAfter)}. Share one client, or use an auth code.`,
        "LimitReached",
        "",
        { code: "SIGN_IN_SUSPENDED", retryAfter },
      );
    }
    const end = { at: Number.POSITIVE_INFINITY };
    this.#ends.push(end);
    return () => {
      end.at = performance.now();
    };
  }

  /** Remembers a rejection of a password, or forgets it after another result. */
  note(password: string, { status, ret }: Rejected): void {
    const others = this.#rejections.filter((each) => each.password !== password);
    const at = performance.now();
    this.#rejections = LASTING.has(status) ? [...others, { password, status, ret, at }] : others;
  }
}

/** The time after which the client signs in again after a rejection, in ms. */
export function memoryOf(status: string, memory: number): number {
  if (!LASTING.has(status)) return 0;
  return status === "LimitReached" ? Math.min(memory, WINDOW) : memory;
}

function seconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`;
}

/** Rejections of accounts that are not used any more are removed after this time, in ms: a day. */
const LONGEST_MEMORY = 24 * 3_600_000;

/** The records by transport: a function of the caller may reach another service at the same address. */
const records = new WeakMap<object, Map<string, SignInRecord>>();

/** The key of all transports over the network: they reach the same service at the same address. */
const NETWORK = {};

/** The sign-ins of an account. */
export interface SignInAccount {
  readonly transport?: Transport | undefined;
  readonly endpoint: string;
  readonly email: string;
}

/** The record of an account; all clients of this process with the same transport share it. */
export function signInRecord({ transport, endpoint, email }: SignInAccount): SignInRecord {
  const isNetwork = transport === undefined || traitsOf(transport).usesNetwork === true;
  const reached: object = isNetwork ? NETWORK : transport;
  const accounts = records.get(reached) ?? new Map<string, SignInRecord>();
  records.set(reached, accounts);
  const key = `${new URL(endpoint).host} ${email.toLowerCase()}`;
  const existing = accounts.get(key);
  if (existing !== undefined) return existing;
  for (const [other, { isOld }] of accounts) if (isOld) accounts.delete(other);
  const record = new SignInRecord();
  accounts.set(key, record);
  return record;
}

/** Counts each login that is sent, and notes its result. It is the innermost step: a repeated login counts again. */
export function signInLimit(transport: Transport | undefined): Interceptor {
  return (next) => (call) => {
    if (call.operation.name !== "login") return next(call);
    const { endpoint, request } = call;
    return limited({ transport, endpoint, email: String(request.sEmail) }, call, next);
  };
}

async function limited(account: SignInAccount, call: Call, next: Next): Promise<Reply> {
  const record = signInRecord(account);
  const end = record.begin(account.email);
  try {
    const reply = await next(call);
    const password = String(call.request.sPassword);
    const { secrets = new SecretValues([password]) } = reply;
    record.note(password, { status: statusOf(reply) ?? "", ret: secrets.remove(retOf(reply)) });
    return reply;
  } finally {
    end();
  }
}

function retOf({ value }: Reply): string {
  return typeof value === "object" && value !== null && "ret" in value ? String(value.ret) : "";
}
