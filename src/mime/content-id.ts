/** The ids of parts, and the references to them in an envelope (RFC 2045 §7, RFC 2392). */

/** The id in a Content-ID header, without its angle brackets. */
export function contentIdIn(header: string): string {
  return header.trim().replace(/^<(.*)>$/s, "$1");
}

export function cidUrl(contentId: string): string {
  return `cid:${encodeURIComponent(contentId).replaceAll("%40", "@")}`;
}

/** The ids that a `cid:` URL may refer to, as some senders do not escape the id; `undefined` if it is not a `cid:` URL. */
export function contentIdsOf(url: string): ReadonlySet<string> | undefined {
  const [, plain] = /^\s*cid:(\S+)\s*$/is.exec(url) ?? [];
  if (plain === undefined) return undefined;
  try {
    return new Set([decodeURIComponent(plain), plain]);
  } catch {
    return new Set([plain]);
  }
}

/** 128 random bits in hexadecimal digits. `crypto.randomUUID` is missing in pages that a browser loads without TLS. */
export function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
