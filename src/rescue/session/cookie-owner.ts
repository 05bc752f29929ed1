/** A session belongs to a cookie, so a transport that keeps cookies serves one account at each host. */
import { OptionsError } from "../../errors/index.js";
import { type Transport, traitsOf } from "../../http/index.js";

/** The accounts by transport and host. */
const owners = new WeakMap<Transport, Map<string, string>>();

/**
 * Reserves the cookies of a transport for the session of an account.
 *
 * @throws OptionsError if the transport keeps the cookies of another account at the host
 */
export function reserveCookies(
  transport: Transport | undefined,
  endpoint: string,
  email: string,
): void {
  if (transport === undefined || traitsOf(transport).keepsCookies !== true) return;
  const accounts = owners.get(transport) ?? new Map<string, string>();
  owners.set(transport, accounts);
  const { host } = new URL(endpoint);
  const account = email.toLowerCase();
  const owner = accounts.get(host) ?? account;
  if (owner !== account) {
    throw new OptionsError(
      `transport keeps the session cookie of ${owner} at ${host}, so calls of ${account} would be made in the session of the other account. Create a transport for each account, for example cookies(httpTransport()).`,
    );
  }
  accounts.set(host, account);
}
