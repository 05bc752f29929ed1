/** Which enumerations hold statuses. */

/**
 * What stands before the status in each value of a result enumeration: `login_` of `login_Error`, `login_OK`.
 * `undefined` where the values are no statuses: none is an OK, or they have no prefix in common.
 */
export function statusPrefix(values: readonly string[]): string | undefined {
  for (const value of values) {
    if (!value.endsWith("OK")) continue;
    const prefix = value.slice(0, -"OK".length);
    if (values.every((other) => other.startsWith(prefix) && other.length > prefix.length))
      return prefix;
  }
  return undefined;
}
