/** Response headers over the plain object that Node, `fetch` and tests have them in. */
import type { HttpHeaders } from "./transport.js";

/** `values` by lower-case name; a list where a header came more than once. */
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
    entries: () =>
      Object.entries(values).flatMap(([name, value]) => {
        if (value === undefined || name === "set-cookie") return [];
        return [[name, typeof value === "object" ? value.join(", ") : value] as const];
      }),
  };
}

/** Whether a request's headers have `name` (lower case), in whatever case they are written. */
export function hasHeader(headers: Readonly<Record<string, string>>, name: string): boolean {
  return headerName(headers, name) !== undefined;
}

/** How a request's headers write `name` (lower case); `undefined` where they lack it. */
export function headerName(
  headers: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  for (const key in headers) {
    if (key.length === name.length && key.toLowerCase() === name) return key;
  }
  return undefined;
}
