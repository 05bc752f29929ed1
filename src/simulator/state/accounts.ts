/** Who can sign in: the users of the organization, and some who are refused. */
import { PASSWORD } from "./documented-accounts.js";
import type { Organization } from "./organization.js";

export interface Account {
  readonly email: string;
  /** The node of the organization that is this user; there is none where the user is deleted. */
  readonly nodeId: number;
  /** What login answers instead of signing in. */
  readonly refusal?: string;
}

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
