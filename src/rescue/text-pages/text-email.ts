/**
 * The four texts of generateEmailText. They are free text, so that colons, line breaks and even the words TEXT:, LINK:
 * and SIGNATURE: stand in them.
 */
import type { Fields, Form } from "./text-fields.js";

/**
 * The subject, which is a single line, ends at the first TEXT:. The link is the URL behind a LINK: that nothing but
 * SIGNATURE: follows; where there are several such, the first with the PIN code in it, else the first. The text is all
 * before that, the signature all after. Keys count at the start of a line, or after a blank where all is one line.
 *
 * @param pin the PIN code that was asked for
 */
export function emailFields(answer: string, form: Form, pin: unknown): Fields {
  const gap = form === "lines" ? "\\n" : "\\s";
  const head = new RegExp(`^\\s*SUBJECT:([^]*?)${gap}TEXT:`).exec(answer);
  if (head === null) return {};
  const tail = answer.slice(head[0].length);
  const link = theLink(tail, gap, String(pin).padStart(6, "0"));
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

function theLink(text: string, gap: string, pin: string): Link | undefined {
  const urls = new RegExp(`${gap}LINK:[ \\t]*(https?://\\S+)[ \\t]*${gap}SIGNATURE:`, "g");
  const links = [...text.matchAll(urls)].map(toLink);
  return links.find(({ url }) => url.includes(pin)) ?? links[0] ?? anyLink(text, gap);
}

/** A link that is no URL: a site may have been set up with none. */
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
