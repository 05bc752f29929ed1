/** Who can sign in: the users of the organization, and some who are refused. */
import type { Organization } from "./organization.js";

/** The password of every documented account. */
export const PASSWORD = "secret";

export interface Account {
  readonly email: string;
  /** The node of the organization that is this user; there is none where the user is deleted. */
  readonly nodeId: number;
  /** What login answers instead of signing in. */
  readonly refusal?: string;
}

export interface DocumentedAccount {
  readonly email: string;
  readonly description: string;
}

/** The accounts that a simulator starts with. */
export const accounts: readonly DocumentedAccount[] = [
  {
    email: "tech@example.com",
    description: "a technician whose console is running, and a master administrator",
  },
  {
    email: "admin@example.com",
    description: "an administrator who is no technician",
  },
  {
    email: "noconsole@example.com",
    description: "a technician whose console isn't running, without Lens, and no administrator",
  },
  {
    email: "deleted@example.com",
    description:
      "a deleted user: login answers Invalid; requestAuthCode gives the code from before, and calls with that say that the user is deleted",
  },
  { email: "limit@example.com", description: "login answers LimitReached" },
  { email: "ip@example.com", description: "login answers GlobalIpRestricted" },
];

const REFUSED: readonly Account[] = [
  { email: "deleted@example.com", nodeId: 190, refusal: "Invalid" },
  { email: "limit@example.com", nodeId: 191, refusal: "LimitReached" },
  { email: "ip@example.com", nodeId: 192, refusal: "GlobalIpRestricted" },
];

/** @returns `undefined` where there is no such account or the password is wrong */
export function findAccount(
  organization: Organization,
  email: string,
  password: string,
): Account | undefined {
  const refused = REFUSED.find((account) => account.email === email.toLowerCase());
  if (refused !== undefined) return password === PASSWORD ? refused : undefined;
  const user = organization.userByEmail(email);
  if (user === undefined || user.password === "" || user.password !== password) return undefined;
  return { email: user.email, nodeId: user.id };
}
