/** HTTP authentication of every call: Basic and Bearer. */
import { encodeBase64 } from "../../bytes/index.js";
import { SecurityError } from "../../errors/index.js";
import type { Interceptor } from "../call.js";

/** A user and its password. */
export interface BasicCredentials {
  /** The name of the user; it must not contain a colon. */
  readonly username: string;
  /** The password. It is sent with each request, so use it only with `https:`. */
  readonly password: string;
}

/**
 * Adds Basic authentication (RFC 7617), in UTF-8. A user and password in the address of the endpoint have the same effect.
 *
 * @throws SecurityError (`UNUSABLE`) if the user name has a colon, which separates it from the password (§2)
 */
export function basicAuth({ username, password }: BasicCredentials): Interceptor {
  if (username.includes(":")) {
    throw new SecurityError(
      "UNUSABLE",
      "The user name of Basic authentication must not contain a colon.",
    );
  }
  const credentials = encodeBase64(new TextEncoder().encode(`${username}:${password}`));
  return authorized(() => `Basic ${credentials}`);
}

/**
 * Adds a bearer token (RFC 6750 §2.1).
 *
 * @param token the token, or a function that returns it, which is called for each call: it should cache the token and
 *   renew it before it expires
 */
export function bearerAuth(token: string | (() => string | Promise<string>)): Interceptor {
  return authorized(async () => `Bearer ${typeof token === "string" ? token : await token()}`);
}

function authorized(value: () => string | Promise<string>): Interceptor {
  return (next) => async (call) =>
    next({ ...call, headers: { ...call.headers, Authorization: await value() } });
}
