/** URLs without credentials, for files and messages that others read. */

const USER_INFORMATION = /^([a-z][\w+.-]*:\/\/)[^/?#]*@/i;

/** Names of query parameters whose values are credentials. */
const SECRET_NAME =
  /passw(?:or)?d|pwd|secret|token|credential|signature|session|api_?key|access_?key|auth|^(?:key|sig|code|user(?:name)?)$/i;

/**
 * A URL without its user information (RFC 3986 §3.2.1) and without query parameters that are credentials by their names.
 * Other text is unchanged.
 */
export function publicUrl(url: string): string {
  const [whole = ""] = /^[^?#]*/.exec(url) ?? [];
  const path = whole.replace(USER_INFORMATION, "$1");
  if (!url.startsWith("?", whole.length)) return path + url.slice(whole.length);
  const [query = ""] = /^[^#]*/.exec(url.slice(whole.length + 1)) ?? [];
  const fragment = url.slice(whole.length + 1 + query.length);
  const kept = query.split("&").filter((parameter) => !isSecret(parameter));
  const text = kept.join("&");
  return `${path}${text === "" && query !== "" ? "" : `?${text}`}${fragment}`;
}

function isSecret(parameter: string): boolean {
  const [name = "", value] = parameter.split("=", 2);
  return value !== undefined && SECRET_NAME.test(name);
}
