/** Compares requests with recorded ones: by what a caller regards as the same request. */
import { mediaType } from "../bytes/index.js";
import { REDACTED } from "../redaction/index.js";
import type { HarRequest } from "./har.js";

/** The properties that the same requests share. */
export interface RequestKey {
  /** Method, address and SOAPAction. */
  readonly target: string;
  /** Without what differs in each call: the Header of an envelope, with its ids and times, and the names of MIME parts. */
  readonly body: string;
}

/** @param request without its secrets, as it was recorded */
export function keyOf({ method, url, headers, postData }: HarRequest): RequestKey {
  const mimeType = postData?.mimeType ?? "";
  const header = headers.find(({ name }) => name.toLowerCase() === "soapaction")?.value;
  const bare = header?.replace(/^"|"$/g, "") ?? mediaType(mimeType).parameters.get("action");
  return {
    target: `${method} ${url}${bare === undefined ? "" : ` (${bare})`}`,
    body: withoutPartNames(mimeType, textOf(postData)).replace(HEADER, ""),
  };
}

const HEADER = /<(?:([\w.-]+):)?Header[\s>](?:.*?<\/(?:[\w.-]+:)?Header\s*>)/s;

function textOf(body: HarRequest["postData"]): string {
  return body?.encoding === "base64" ? atob(body.text ?? "") : (body?.text ?? "");
}

function withoutPartNames(mimeType: string, body: string): string {
  const boundary = mediaType(mimeType).parameters.get("boundary");
  if (boundary === undefined || boundary === "") return body;
  const ids = [...body.matchAll(/^content-id:[ \t]*<([^>\r\n]+)>/gim)].map(([, id = ""]) => id);
  return [boundary, ...ids].reduce(
    (text, name, index) =>
      text.replaceAll(name, `part ${index}`).replaceAll(encodeURIComponent(name), `part ${index}`),
    body,
  );
}

/** Whether a text was recorded as another one, in which secrets are replaced. */
export function isRecordedAs(recorded: string, sent: string): boolean {
  if (recorded === sent) return true;
  const [start = "", ...rest] = recorded.split(REDACTED);
  const end = rest.pop();
  if (end === undefined || !sent.startsWith(start)) return false;
  let at = start.length;
  for (const part of rest) {
    const found = sent.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return sent.length - end.length >= at && sent.endsWith(end);
}

/** The first difference between a body and the recorded one, for an error message. */
export function difference(recorded: string, sent: string): string {
  let at = 0;
  while (at < recorded.length && recorded[at] === sent[at]) at++;
  const from = Math.max(0, at - 30);
  const shown = (text: string) => JSON.stringify(text.slice(from, at + 30));
  return `${shown(sent)} instead of ${shown(recorded)}`;
}
