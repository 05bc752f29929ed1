/**
 * Requests that a page of another site makes a browser send. By DNS rebinding its name leads to this machine, and its forms
 * need no permission (Fetch standard §2.2.2).
 */
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { mediaType } from "../bytes/index.js";
import { type Cors, corsHeaders } from "./cors.js";

export interface GuardOptions {
  /** The address at which the server listens. */
  readonly host: string;
  /** Further names by which clients may address the server. */
  readonly allowedHosts: readonly string[];
  readonly cors: Cors;
}

const LOOPBACK = /^(?:localhost|(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\]|::1)$/i;

/** The types of a body that a form of any page can send. */
const FORM_TYPES: ReadonlySet<string> = new Set([
  "",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
]);

/** Why a request is rejected, for its sender; `undefined` if it is accepted. */
export function rejection(
  { method = "GET", headers }: Pick<IncomingMessage, "method" | "headers">,
  options: GuardOptions,
): string | undefined {
  return hostRejection(headers, options) ?? originRejection(method, headers, options);
}

/** A server that only this machine reaches has no other names than those of loopback. */
function hostRejection(
  { host: header }: IncomingHttpHeaders,
  { host, allowedHosts }: GuardOptions,
): string | undefined {
  // Only HTTP/1.0 has no Host, and no browser sends that.
  if (header === undefined || !LOOPBACK.test(host)) return undefined;
  const name = header.replace(/:\d*$/, "").toLowerCase();
  const isKnown =
    LOOPBACK.test(name) ||
    [host, ...allowedHosts].some((each) => [name, header].includes(each.toLowerCase()));
  return isKnown
    ? undefined
    : "The header Host is not a name of this server. Allow it with allowedHosts (--allow-host).";
}

function originRejection(
  method: string,
  headers: IncomingHttpHeaders,
  { cors }: GuardOptions,
): string | undefined {
  const { origin, host = "" } = headers;
  if (method !== "POST" || origin === undefined || isOwn(origin, host)) return undefined;
  if (corsHeaders(cors, headers) !== undefined) return undefined;
  return FORM_TYPES.has(mediaType(headers["content-type"] ?? "").type)
    ? "The request is the form of a page of another origin. Allow the origin with cors."
    : undefined;
}

/** A proxy may have another scheme than the server. */
function isOwn(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
