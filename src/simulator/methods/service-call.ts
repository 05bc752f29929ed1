/** A call from the view of a method: the caller, and the rights and limits of the caller. */
import { RATE_LIMITS, type RateLimitName, SESSION_COOKIE } from "../../rescue/facts/index.js";
import type { CookieAccess } from "../../server/index.js";
import type { Account } from "../state/accounts.js";
import {
  isAdministrator,
  isTechnician,
  type OrganizationNode,
} from "../state/organization-node.js";
import type { ServiceState } from "../state/state.js";
import { StatusError } from "./status-error.js";

export class ServiceCall {
  /** @param authCode the auth code of the request, if it has one */
  constructor(
    readonly state: ServiceState,
    readonly cookies: CookieAccess,
    private readonly authCode: string | undefined,
  ) {}

  /**
   * The user who calls.
   *
   * @throws StatusError if nobody is signed in, or the user is deleted or disabled
   */
  user(): OrganizationNode {
    const { nodeId } = this.#account();
    const user = this.state.organization.user(nodeId);
    if (user === undefined) throw new StatusError("User_Is_Deleted", "User_Deleted_Or_Disabled");
    if (user.status === "Disabled") throw new StatusError("User_Deleted_Or_Disabled");
    return user;
  }

  /** @throws StatusError if the caller is not a technician, and the errors of `user` */
  technician(): OrganizationNode {
    const user = this.user();
    if (!isTechnician(user)) throw new StatusError("NotTechnician");
    return user;
  }

  /**
   * @param status the status for callers who are not administrators
   * @throws StatusError if the caller is not an administrator, and the errors of `user`
   */
  administrator(status: string): OrganizationNode {
    const user = this.user();
    if (!isAdministrator(user)) throw new StatusError(status);
    return user;
  }

  /**
   * Counts the call towards a rate limit of a user.
   *
   * @throws StatusError if the call exceeds the limit
   */
  limit(name: RateLimitName, user: OrganizationNode): void {
    const accepted = this.state.rateLimits.accept(name, String(user.id));
    if (!accepted) throw new StatusError(RATE_LIMITS[name].status);
  }

  /** An auth code takes precedence over the cookie. */
  #account(): Account {
    const { credentials } = this.state;
    if (this.authCode !== undefined) {
      const account = credentials.byCode(this.authCode);
      if (account === undefined) throw new StatusError("Invalid_SecretAuthCode", "NotLoggedIn");
      return account;
    }
    const account = credentials.bySession(this.cookies.get(SESSION_COOKIE));
    if (account === undefined) throw new StatusError("NotLoggedIn", "NotLoggedInAsAdmin");
    return account;
  }
}
