/** Headers of requests and responses. */
import type { HttpHeaders } from "./transport.js";

/** The headers of a response from an object with lower-case names; a repeated header has a list of values. */
export function httpHeaders(
  values: Readonly<Record<string, string | readonly string[] | undefined>>,
): HttpHeaders {
  const own = (name: string) => (Object.hasOwn(values, name) ? values[name] : undefined);
  return {
    get(name) {
      const value = own(name);
      return typeof value === "object" ? value.join(", ") : value;
    },
    get setCookie() {
      const value = own("set-cookie");
      return typeof value === "string" ? [value] : (value ?? []);
    },
    entries() {
      const entries: (readonly [string, string])[] = [];
      for (const name of Object.keys(values)) {
        const value = name === "set-cookie" ? undefined : values[name];
        if (value === undefined) continue;
        entries.push([name, typeof value === "object" ? value.join(", ") : value]);
      }
      return entries;
    },
  };
}

/** Whether a request has the header `name` (lower case), in any letter case. */
export function hasHeader(headers: Readonly<Record<string, string>>, name: string): boolean {
  return headerName(headers, name) !== undefined;
}

/** The name of the header `name` (lower case) as the request spells it; `undefined` if the request does not have it. */
export function headerName(
  headers: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  for (const key in headers) {
    if (key.length === name.length && key.toLowerCase() === name) return key;
  }
  return undefined;
}
