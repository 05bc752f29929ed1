/** The accounts that can sign in: the users of the organization, and some whose sign-in fails. */
import { PASSWORD } from "./documented-accounts.js";
import type { Organization } from "./organization.js";

export interface Account {
  readonly email: string;
  /** The id of the user's node. A deleted user has no node with this id. */
  readonly nodeId: number;
  /** The status of login, if it always fails. */
  readonly loginStatus?: string;
}

const FAILING: readonly Account[] = [
  { email: "deleted@example.com", nodeId: 190, loginStatus: "Invalid" },
  { email: "limit@example.com", nodeId: 191, loginStatus: "LimitReached" },
  { email: "ip@example.com", nodeId: 192, loginStatus: "GlobalIpRestricted" },
];

/** @returns `undefined` if there is no account with this email address or the password is wrong */
export function findAccount(
  organization: Organization,
  email: string,
  password: string,
): Account | undefined {
  const failing = FAILING.find((account) => account.email === email.toLowerCase());
  if (failing !== undefined) return password === PASSWORD ? failing : undefined;
  const user = organization.userByEmail(email);
  if (user === undefined || user.password === "" || user.password !== password) return undefined;
  return { email: user.email, nodeId: user.id };
}
