/** Removes secrets from the errors of an exchange. */
import { AbortError, SoapError } from "../errors/index.js";
import type { ExchangeSecrets } from "../http/index.js";
import { containsSecret, redactValue } from "./redact-values.js";

type Secrets = Pick<ExchangeSecrets, "remove">;

/** Causes of causes that are shown. */
const MAX_CAUSES = 10;

/**
 * The error without secrets in its message, its stack, its members and its causes. An error of this package is changed
 * and returned, and so are plain objects in it. An error of another program that is its cause is replaced by a copy if it
 * contains a secret; one that is not a cause is returned unchanged.
 */
export function redactError(error: unknown, secrets: Secrets): unknown {
  if (error instanceof SoapError) redactOwn(error, secrets, 0);
  return error;
}

function redactOwn(error: SoapError, secrets: Secrets, depth: number): void {
  for (const name of Object.getOwnPropertyNames(error)) {
    // A number, such as the HTTP status, is no text of the server.
    const value: unknown = Reflect.get(error, name);
    if (name === "cause" || (typeof value !== "string" && typeof value !== "object")) continue;
    const shown = redactValue(value, secrets);
    if (shown !== value) define(error, name, shown, error);
  }
  // The reason of the caller's signal is the caller's.
  if (error instanceof AbortError || error.cause === undefined) return;
  const cause = withoutSecrets(error.cause, secrets, depth + 1);
  if (cause !== error.cause) define(error, "cause", cause, error);
}

function withoutSecrets(cause: unknown, secrets: Secrets, depth: number): unknown {
  if (depth > MAX_CAUSES) return undefined;
  if (!(cause instanceof Error)) return redactValue(cause, secrets);
  if (cause instanceof SoapError) {
    redactOwn(cause, secrets, depth);
    return cause;
  }
  const copy = new Error();
  let isSame = true;
  for (const name of new Set(["message", ...Object.getOwnPropertyNames(cause)])) {
    const value: unknown = Reflect.get(cause, name);
    const shown = shownMember(value, secrets, depth);
    if (shown !== value) isSame = false;
    if (shown !== undefined) define(copy, name, shown, cause);
  }
  if (isSame) return cause;
  Object.setPrototypeOf(copy, Object.getPrototypeOf(cause));
  return copy;
}

/** The rest of a response that is not HTTP, for example, is omitted. */
function shownMember(value: unknown, secrets: Secrets, depth: number): unknown {
  if (value instanceof Error) return withoutSecrets(value, secrets, depth + 1);
  if (value instanceof Uint8Array) return containsSecret(value, secrets) ? undefined : value;
  if (!Array.isArray(value)) return redactValue(value, secrets);
  const shown = value.map((item) => shownMember(item, secrets, depth));
  return shown.every((item, index) => item === value[index]) ? value : shown;
}

/** Defines a member, enumerable only if the one of `like` is: `message` and `stack` are not. */
function define(error: Error, name: string, value: unknown, like: Error): void {
  const enumerable = Object.getOwnPropertyDescriptor(like, name)?.enumerable ?? false;
  Object.defineProperty(error, name, { value, writable: true, configurable: true, enumerable });
}
