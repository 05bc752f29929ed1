/** HTTP authentication with every call: Basic and Bearer. A user and password in the endpoint's URL do as well. */
import { encodeBase64 } from "../../bytes/index.js";
import { SecurityError } from "../../errors/index.js";
import type { Interceptor } from "../call.js";

/**
 * Basic authentication (RFC 7617), in UTF-8.
 *
 * @throws SecurityError (`UNUSABLE`) for a user name with a colon, which can't be told from the password (§2)
 */
export function basicAuth({
  username,
  password,
}: {
  readonly username: string;
  readonly password: string;
}): Interceptor {
  if (username.includes(":")) {
    throw new SecurityError("UNUSABLE", "A user name of Basic authentication can't have a colon.");
  }
  const credentials = encodeBase64(new TextEncoder().encode(`${username}:${password}`));
  return authorized(() => `Basic ${credentials}`);
}

/**
 * A bearer token (RFC 6750 §2.1).
 *
 * @param token the token, or what gives it for each call: from a cache of its own, so that it is fetched and renewed
 *   when that is due
 */
export function bearerAuth(token: string | (() => string | Promise<string>)): Interceptor {
  return authorized(async () => `Bearer ${typeof token === "string" ? token : await token()}`);
}

function authorized(value: () => string | Promise<string>): Interceptor {
  return (next) => async (call) =>
    next({ ...call, headers: { ...call.headers, Authorization: await value() } });
}
