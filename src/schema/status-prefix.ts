/**
 * The common prefix of the values of an enumeration of statuses: `login_` for `login_Error` and `login_OK`. `undefined` if
 * the values are not statuses: none of them is an OK, or they have no common prefix.
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
