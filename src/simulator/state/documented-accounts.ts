/** The accounts that a simulator starts with. */

/** The password of every account in `accounts`. */
export const PASSWORD = "secret";

/** An account of the simulator. */
export interface DocumentedAccount {
  /** The email address for login. */
  readonly email: string;
  /** The role of the user, and the behaviour of the service towards it. */
  readonly description: string;
}

/** The accounts that a simulator starts with. Their password is `PASSWORD`. */
export const accounts: readonly DocumentedAccount[] = [
  {
    email: "tech@example.com",
    description: "a technician whose console is running, and a master administrator",
  },
  {
    email: "admin@example.com",
    description: "an administrator who is not a technician",
  },
  {
    email: "noconsole@example.com",
    description: "a technician whose console is not running, without Lens; not an administrator",
  },
  {
    email: "deleted@example.com",
    description:
      "a deleted user: login returns Invalid; requestAuthCode returns an auth code, and calls with it report that the user is deleted",
  },
  { email: "limit@example.com", description: "login returns LimitReached" },
  { email: "ip@example.com", description: "login returns GlobalIpRestricted" },
];
