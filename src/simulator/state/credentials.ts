/** Who calls: by an auth code, or by the session that a cookie names. */
import { randomBytes } from "node:crypto";
import type { Account } from "./accounts.js";
import type { Clock } from "./clock.js";

export const SESSION_COOKIE = "ASP.NET_SessionId";

/** A session ends when it was not used for so long, in ms. */
const SESSION_IDLE = 20 * 60_000;

const SESSION_ID_LENGTH = 24;
/** As long as the code in the vendor's documentation. */
const AUTH_CODE_LENGTH = 79;

interface Session {
  readonly account: Account;
  usedAt: number;
}

export class Credentials {
  readonly #sessions = new Map<string, Session>();
  readonly #codes = new Map<string, Account>();

  constructor(private readonly clock: Clock) {}

  /** The emails of the live sessions. */
  get sessions(): readonly string[] {
    return [...this.#sessions.values()]
      .filter((session) => this.#isLive(session))
      .map(({ account }) => account.email);
  }

  /** The emails of the accounts that have an auth code. */
  get authCodes(): readonly string[] {
    return [...this.#codes.values()].map(({ email }) => email);
  }

  /** @returns the id for the cookie */
  open(account: Account): string {
    for (const [id, session] of this.#sessions) if (!this.#isLive(session)) this.close(id);
    const id = token(SESSION_ID_LENGTH);
    this.#sessions.set(id, { account, usedAt: this.clock.now() });
    return id;
  }

  close(id: string): void {
    this.#sessions.delete(id);
  }

  /** The account of a live session, which counts as used by that. */
  bySession(id: string | undefined): Account | undefined {
    const session = id === undefined ? undefined : this.#sessions.get(id);
    if (session === undefined || !this.#isLive(session)) return undefined;
    session.usedAt = this.clock.now();
    return session.account;
  }

  /** A new auth code; an earlier one of the account ends. */
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

  #isLive({ usedAt }: Session): boolean {
    return this.clock.now() - usedAt < SESSION_IDLE;
  }
}

/** Lower-case letters and digits. */
function token(length: number): string {
  const alphabet = "abcdefghijklmnopqrstuvwxyz012345";
  return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join("");
}
