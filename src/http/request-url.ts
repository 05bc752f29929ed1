/** The address of a request, with what may be shown of it kept apart from what may not. */
import { encodeBase64 } from "../bytes/index.js";
import { ConnectionError } from "../errors/index.js";

export interface RequestUrl {
  readonly url: URL;
  /** The Authorization header of a user and password in the address (RFC 7617 §2), which `url` no longer has. */
  readonly authorization: string | undefined;
}

/** @throws ConnectionError where it is no http: or https: address; the message has no credentials. */
export function parseRequestUrl(text: string): RequestUrl {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== "http:" && url.protocol !== "https:")) {
    // Of what can't be taken apart, all up to an @ may be credentials.
    const shown = text.replace(/^.*@/s, "…@");
    throw new ConnectionError(`The address "${shown}" is not an http: or https: URL.`);
  }
  if (url.username === "" && url.password === "") return { url, authorization: undefined };
  const credentials = new TextEncoder().encode(
    `${unescaped(url.username)}:${unescaped(url.password)}`,
  );
  url.username = "";
  url.password = "";
  return { url, authorization: `Basic ${encodeBase64(credentials)}` };
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // A bare % is what it says.
  }
}
