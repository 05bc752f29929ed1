/** URLs without credentials, for files, logs and messages that others read. */

/** The beginning of a URL up to its user information (RFC 3986 §3.2.1). Parsers accept `http:` with any number of slashes. */
const USER_INFORMATION = /^(\s*(?:(?:[a-z][\w+.-]*:)?[\\/]{2}|https?:[\\/]*))([^/\\?#]*)@/i;
/** In a URL that cannot be parsed, everything before the last `@` may be credentials. */
const BEFORE_LAST_AT = /^(\s*[a-z][\w+.-]+:[\\/]*)(.*)@/is;

/** Names of parameters whose values are credentials. */
const SECRET_NAME =
  /pass(?:wor|phr)|passw|pwd|secret|token|credential|signature|session|api[-_]?key|access[-_]?key|auth|jwt|bearer|^(?:key|sig|code|pass|sid|otp|ticket|user(?:name)?)$/i;

/** A URL, and what may not be shown of it. */
export interface ParsedSecrets {
  /** The URL without the secrets. */
  readonly shown: string;
  /** `user:password` with the escapes of the URL; `undefined` for a URL without user information. */
  readonly userInformation: string | undefined;
  /** The values of the parameters that are credentials, with the escapes of the URL. */
  readonly values: readonly string[];
}

/**
 * A URL without its user information and without parameters that are credentials by their names: in the query, in the
 * fragment, and behind semicolons in the path. Other text is unchanged.
 *
 * @param mark replaces the values of these parameters, for logs; default: the parameters are removed
 */
export function publicUrl(url: string, mark?: string): string {
  return splitUrl(url, mark).shown;
}

/** The origin and path of an address, without the parameters of the path that are credentials; `""` for a text that is not a URL. */
export function publicEndpoint(address: string): string {
  if (!URL.canParse(address)) return "";
  const { origin, pathname } = new URL(address);
  return publicUrl(origin + pathname);
}

/** Separates the secrets of a URL from the text that `publicUrl` returns. */
export function splitUrl(url: string, mark?: string): ParsedSecrets {
  const pattern =
    URL.canParse(url) || !BEFORE_LAST_AT.test(url) ? USER_INFORMATION : BEFORE_LAST_AT;
  const userInformation = pattern.exec(url)?.[2];
  const address = userInformation === undefined ? url : url.replace(pattern, "$1");
  const values: string[] = [];
  const shown = address.replace(PARAMETERS, (_, first: string, parameters: string) => {
    const separator = first === ";" ? ";" : "&";
    const kept = parameters.split(separator).flatMap((parameter) => {
      const [, name = "", value] = /^([^=]*)=(.*)$/s.exec(parameter) ?? [];
      if (value === undefined || !isSecretParameter(name)) return [parameter];
      if (SESSION_NUMBER.test(parameter)) return [parameter];
      values.push(value);
      return mark === undefined ? [] : [`${name}=${mark}`];
    });
    return kept.length === 0 ? "" : first + kept.join(separator);
  });
  return { shown, userInformation, values };
}

/** The parameters of a path, of the query and of the fragment, with the character before them. */
const PARAMETERS = /([;?#])((?<=;)[^?#]*|(?<=\?)[^#]*|(?<=#).*)/gs;

/** The number of a support session, rather than the id of a session with a server. */
const SESSION_NUMBER = /^session=\d{1,10}$/i;

function isSecretParameter(name: string): boolean {
  try {
    return SECRET_NAME.test(decodeURIComponent(name.replaceAll("+", " ")));
  } catch {
    return SECRET_NAME.test(name);
  }
}

/** A URL in a text, up to a character that URLs do not contain. */
const URLS = /\b[a-z][\w+.-]*:[\\/]{2}[^\s"'<>`|{}^]+/gi;

/** A text whose URLs are public. */
export function publicUrls(text: string): string {
  return text.replace(URLS, (url) => publicUrl(url));
}
