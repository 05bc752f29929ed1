/** Challenges of WWW-Authenticate headers (RFC 9110 §11.6.1, RFC 7616 §3.3). */

/** A Digest challenge with the parameters of the server by their names in lower case. */
export type Challenge = ReadonlyMap<string, string>;

const TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
const PARAMETER = new RegExp(
  `[\\s,]*(${TOKEN})\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|(${TOKEN}))`,
  "y",
);
const SCHEME = new RegExp(`[\\s,]*(${TOKEN})(?=[\\s,]|$)`, "y");
/** Data of another scheme, such as NTLM, or text that is not well-formed. */
const OTHER = /[\s,]*[^\s,]+/y;

/** The Digest challenges of a header, which may contain those of other schemes. */
export function digestChallenges(header: string): readonly Challenge[] {
  const challenges: Challenge[] = [];
  let parameters = new Map<string, string>();
  let at = 0;
  const next = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(header);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  for (;;) {
    const parameter = next(PARAMETER);
    if (parameter !== null) {
      const [, name = "", quoted, token = ""] = parameter;
      parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, "$1") ?? token);
      continue;
    }
    const scheme = next(SCHEME)?.[1];
    if (scheme !== undefined) {
      parameters = new Map();
      if (scheme.toLowerCase() === "digest") challenges.push(parameters);
    } else if (next(OTHER) === null) return challenges;
  }
}
