/** Names of elements, parameters and headers whose values are secrets. */
import {
  type ComplexType,
  type ElementSchema,
  elementsOf,
  messageElements,
  type Operation,
  resolveType,
  type TypeSchema,
} from "../schema/index.js";

/** Names of secrets, of any kind of value: `authcode`, `pwd`, `sConfPwd`. */
export const SECRET_NAME =
  /password|passphrase|passwd|pwd|secret|auth[-_]?code|token|api[-_]?key|access[-_]?key/i;
/** The same at the end of an element's name: `requestAuthCodeResult` is not a secret, `sAuthCode` is. */
const SECRET_ENDING = new RegExp(`(?:${SECRET_NAME.source})$`, "i");

/** Whether the text of an element is a secret. */
export function isSecretElement(local: string, secret: ReadonlySet<string>): boolean {
  return secret.has(local) || SECRET_ENDING.test(local);
}

/** Headers with credentials or cookies. */
const SECRET_HEADERS: ReadonlySet<string> = new Set([
  "authorization",
  "proxy-authorization",
  "cookie",
  "set-cookie",
  "x-api-key",
]);

/** Whether the value of a header is a secret. */
export function isSecretHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return SECRET_HEADERS.has(lower) || SECRET_NAME.test(lower);
}

/** Headers of requests that contain no credentials (RFC 9110, SOAP 1.1 §6.1.1, W3C Trace Context, and common ones). */
const PUBLIC_HEADER =
  /^(?:accept(?:-.+)?|cache-control|connection|content-.+|date|expect|from|host|if-.+|keep-alive|max-forwards|mime-version|origin|pragma|priority|range|referer|sec-.+|soapaction|te|trailer|transfer-encoding|upgrade|user-agent|via|traceparent|tracestate|x-correlation-id|x-forwarded-.+|x-request-id|x-requested-with)$/i;

/** Shorter values of a kind that need not be secret, such as user names and cookies, are words of other texts, too. */
export const MIN_UNCERTAIN = 8;

/**
 * Whether a header of a request can be shown. An unknown header may contain a credential, which has at least eight
 * characters.
 */
export function isPublicHeader(name: string, value: string): boolean {
  return !isSecretHeader(name) && (PUBLIC_HEADER.test(name) || value.length < MIN_UNCERTAIN);
}

/** The local names of all elements in the messages of `operations` that their schema marks as secret. */
export function secretElements(operations: Iterable<Operation>): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<TypeSchema>();
  const visit = (element: ElementSchema): void => {
    if (element.secret === true) names.add(element.element);
    const type = resolveType(element.type);
    if (seen.has(type) || typeof type === "string") return;
    seen.add(type);
    if ("item" in type) visit(type.item);
    else if ("namespace" in type) for (const each of familyElements(type)) visit(each);
  };
  for (const { input, output, headers } of operations) {
    for (const message of [input, output, headers?.input, headers?.output]) {
      if (message !== undefined) for (const element of messageElements(message)) visit(element);
    }
  }
  return names;
}

/** The elements of a type and of the types derived from it. */
function familyElements(type: ComplexType): readonly ElementSchema[] {
  return [type, ...Object.values(type.types?.() ?? {})].flatMap(elementsOf);
}
