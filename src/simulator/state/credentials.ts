/** The credentials of callers: auth codes, and sessions that a cookie identifies. */
import { randomBytes } from "node:crypto";
import { SESSION_IDLE } from "../../rescue/facts/index.js";
import type { Account } from "./accounts.js";
import type { Clock } from "./clock.js";

const SESSION_ID_LENGTH = 24;
/** The length of the code in the vendor's documentation. */
const AUTH_CODE_LENGTH = 79;

interface Session {
  readonly account: Account;
  usedAt: number;
}

export class Credentials {
  readonly #sessions = new Map<string, Session>();
  readonly #codes = new Map<string, Account>();

  constructor(private readonly clock: Clock) {}

  /** The email addresses of the open sessions. */
  get sessions(): readonly string[] {
    return [...this.#sessions.values()]
      .filter((session) => this.#isOpen(session))
      .map(({ account }) => account.email);
  }

  /** The email addresses of the accounts that have an auth code. */
  get authCodes(): readonly string[] {
    return [...this.#codes.values()].map(({ email }) => email);
  }

  /**
   * Signs an account in.
   *
   * @param current the session of the caller; if it is open, it becomes a session of the account
   * @returns the value of the session cookie
   */
  open(account: Account, current?: string): string {
    for (const [id, session] of this.#sessions) if (!this.#isOpen(session)) this.close(id);
    const isOpen = current !== undefined && this.#sessions.has(current);
    const id = isOpen ? current : token(SESSION_ID_LENGTH);
    this.#sessions.set(id, { account, usedAt: this.clock.now() });
    return id;
  }

  close(id: string): void {
    this.#sessions.delete(id);
  }

  /** The account of an open session. The call restarts the idle time of the session. */
  bySession(id: string | undefined): Account | undefined {
    const session = id === undefined ? undefined : this.#sessions.get(id);
    if (session === undefined || !this.#isOpen(session)) return undefined;
    session.usedAt = this.clock.now();
    return session.account;
  }

  /** Issues an auth code and invalidates the previous one of the account. */
  issue(account: Account): string {
    for (const [code, { nodeId }] of this.#codes) {
      if (nodeId === account.nodeId) this.#codes.delete(code);
    }
    const code = token(AUTH_CODE_LENGTH);
    this.#codes.set(code, account);
    return code;
  }

  byCode(code: string): Account | undefined {
    return this.#codes.get(code);
  }

  #isOpen({ usedAt }: Session): boolean {
    return this.clock.now() - usedAt < SESSION_IDLE;
  }
}

/** Lower-case letters and digits. */
function token(length: number): string {
  const alphabet = "abcdefghijklmnopqrstuvwxyz012345";
  return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join("");
}
