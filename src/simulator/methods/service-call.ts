/** A call as the methods see it: who calls, and whether that one may. */
import type { CookieAccess } from "../../server/index.js";
import type { Account } from "../state/accounts.js";
import { SESSION_COOKIE } from "../state/credentials.js";
import {
  isAdministrator,
  isTechnician,
  type OrganizationNode,
} from "../state/organization-node.js";
import type { ServiceState } from "../state/state.js";
import { StatusError } from "./status-error.js";

export class ServiceCall {
  constructor(
    readonly state: ServiceState,
    readonly cookies: CookieAccess,
    private readonly authCode: unknown,
  ) {}

  /**
   * The user who calls.
   *
   * @throws StatusError when nobody is signed in, or the user is no more
   */
  user(): OrganizationNode {
    const { nodeId } = this.#account();
    const user = this.state.organization.user(nodeId);
    if (user === undefined) throw new StatusError("User_Is_Deleted", "User_Deleted_Or_Disabled");
    if (user.status === "Disabled") throw new StatusError("User_Deleted_Or_Disabled");
    return user;
  }

  /** @throws StatusError when who calls is no technician, or as `user` does */
  technician(): OrganizationNode {
    const user = this.user();
    if (!isTechnician(user)) throw new StatusError("NotTechnician");
    return user;
  }

  /**
   * @param otherwise what one who is no administrator is answered
   * @throws StatusError when who calls is none, or as `user` does
   */
  administrator(otherwise: string): OrganizationNode {
    const user = this.user();
    if (!isAdministrator(user)) throw new StatusError(otherwise);
    return user;
  }

  /**
   * Counts a call towards a limit of its user.
   *
   * @param window in ms: one call is taken in it
   * @param otherwise what one call more is answered
   * @throws StatusError when there were too many
   */
  limit(name: string, user: OrganizationNode, window: number, otherwise: string): void {
    if (!this.state.limits.take(`${name} ${user.id}`, 1, window)) throw new StatusError(otherwise);
  }

  /** An auth code that isn't empty wins over the cookie. */
  #account(): Account {
    const { credentials } = this.state;
    if (typeof this.authCode === "string" && this.authCode !== "") {
      const account = credentials.byCode(this.authCode);
      if (account === undefined) throw new StatusError("Invalid_SecretAuthCode", "NotLoggedIn");
      return account;
    }
    const account = credentials.bySession(this.cookies.get(SESSION_COOKIE));
    if (account === undefined) throw new StatusError("NotLoggedIn", "NotLoggedInAsAdmin");
    return account;
  }
}
