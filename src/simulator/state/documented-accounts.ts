/** The accounts that a simulator starts with. */

/** The password of every documented account. */
export const PASSWORD = "secret";

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
