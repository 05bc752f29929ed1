/**
 * The four texts of generateEmailText. They are free texts, so they may contain colons, line breaks, and even the keys
 * `TEXT:`, `LINK:` and `SIGNATURE:`.
 */
import { pinCodeText } from "../facts/pin-code.js";
import type { Form } from "./text-fields.js";
import type { Fields } from "./text-values.js";

/**
 * The subject is a single line and ends at the first `TEXT:`. The link is a URL after `LINK:` that `SIGNATURE:` follows; if
 * there is more than one, the first that contains the PIN code, or else the first. The text is everything before it, the
 * signature everything after it. A key is at the start of a line, or after white space if all is in one line.
 *
 * @param pinCode the PIN code of the request
 */
export function emailFields(response: string, form: Form, pinCode: unknown): Fields {
  const gap = form === "lines" ? "\\n" : "\\s";
  const head = new RegExp(`^\\s*SUBJECT:([^]*?)${gap}TEXT:`).exec(response);
  if (head === null) return {};
  const tail = response.slice(head[0].length);
  const link = findLink(tail, gap, pinCodeText(String(pinCode)));
  if (link === undefined) return {};
  const trim = (text: string) => (form === "lines" ? text : text.trim());
  return {
    sSubject: trim(head[1] ?? ""),
    sText: trim(tail.slice(0, link.start)),
    sLink: link.url,
    sSignature: trim(tail.slice(link.end)).trimEnd(),
  };
}

interface Link {
  readonly start: number;
  readonly url: string;
  readonly end: number;
}

function findLink(text: string, gap: string, pinCode: string): Link | undefined {
  const urls = new RegExp(`${gap}LINK:[ \\t]*(https?://\\S+)[ \\t]*${gap}SIGNATURE:`, "g");
  const links = [...text.matchAll(urls)].map(toLink);
  return links.find(({ url }) => url.includes(pinCode)) ?? links[0] ?? anyLink(text, gap);
}

/** A link that is not a URL, or empty: a site can be configured without one. */
function anyLink(text: string, gap: string): Link | undefined {
  const found = new RegExp(`${gap}LINK:([^\\n]*?)${gap}SIGNATURE:`).exec(text);
  return found === null ? undefined : toLink(found);
}

function toLink(found: RegExpExecArray): Link {
  return {
    start: found.index,
    url: found[1]?.trim() ?? "",
    end: found.index + found[0].length,
  };
}
