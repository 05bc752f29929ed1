/** The address of a request, with its credentials separated from the part that may be shown. */
import { encodeBase64 } from "../../bytes/index.js";
import { ConnectionError } from "../../errors/index.js";

export interface RequestUrl {
  readonly url: URL;
  /** The Authorization header for the user and password of the address (RFC 7617 §2); `url` does not contain them. */
  readonly authorization: string | undefined;
}

/** @throws ConnectionError if it is not an http: or https: URL; the message contains no credentials */
export function parseRequestUrl(text: string): RequestUrl {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== "http:" && url.protocol !== "https:")) {
    // In a text that is not a URL, everything before an @ may be credentials.
    const shown = text.replace(/^.*@/s, "…@");
    throw new ConnectionError(`The address "${shown}" is not an http: or https: URL.`, {
      delivery: "not-sent",
    });
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
    return part; // It contains a % that is not an escape.
  }
}
