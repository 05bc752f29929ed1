/**
 * Removes passwords, auth codes and cookies from messages, by the names of elements, parameters and headers. Text that
 * cannot be parsed with certainty is omitted rather than shown.
 */
import {
  type ComplexType,
  type ElementSchema,
  elementsOf,
  messageElements,
  type Operation,
  resolveType,
  type TypeSchema,
} from "../schema/index.js";

const REDACTED = "***";

/** Names of secrets, of any kind of value: `authcode`, `pwd`, `sConfPwd`. */
const SECRET_NAME = /password|passwd|pwd|secret|auth[-_]?code|token/i;
/** The same at the end of an element's name: `requestAuthCodeResult` is not a secret, `sAuthCode` is. */
const SECRET_ENDING = new RegExp(`(?:${SECRET_NAME.source})$`, "i");
/** A start or end tag: its beginning, and its local name. */
const TAG = /^(?=<(\/?))(<\/?(?:[^\s/>:!?]*:)?([^\s/>:!?]+))/;
/** Headers with credentials or cookies. */
const SECRET_HEADERS: ReadonlySet<string> = new Set([
  "authorization",
  "proxy-authorization",
  "cookie",
  "set-cookie",
  "x-api-key",
]);

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

/** A URL without the password of its authority and without secret parameters in its query. */
export function redactUrl(url: string): string {
  const [, address = "", query] = /^([^?]*)(?:\?(.*))?$/s.exec(url) ?? [];
  const shown = address.replace(/^([a-z][a-z\d+.-]*:\/\/[^/@:]*):[^/@]*@/i, `$1:${REDACTED}@`);
  return query === undefined ? shown : `${shown}?${redactForm(query)}`;
}

/** An `application/x-www-form-urlencoded` text without the values of secret parameters. */
export function redactForm(form: string): string {
  return form.replace(/([^&=]+)=([^&]*)/g, (pair, name: string) =>
    SECRET_NAME.test(decoded(name)) ? `${name}=${REDACTED}` : pair,
  );
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The value of a header without its secrets; cookies keep their name and attributes. */
export function redactHeader(name: string, value: string): string {
  const lower = name.toLowerCase();
  if (lower === "set-cookie") return value.replace(/=[^;]*/, `=${REDACTED}`);
  if (lower === "cookie") return value.replace(/=[^;]*/g, `=${REDACTED}`);
  return SECRET_HEADERS.has(lower) || SECRET_NAME.test(lower) ? REDACTED : value;
}

/** The name of a secret, the separator, and the value. */
const NAME_AND_VALUE = new RegExp(
  `((?<![\\w.-])(?=[\\w.-]*(?:${SECRET_NAME.source}))[\\w.-]+["']?[ \\t]*[:=][ \\t]*)` +
    `("[^"\\n]*"?|'[^'\\n]*'?|[^\\s&<>"']+)`,
  "gi",
);

/** A text without the values that follow names of secrets: `AUTHCODE:…` of a text page, `pwd=…` of an error page. */
export function redactText(text: string): string {
  return text.replace(NAME_AND_VALUE, `$1${REDACTED}`);
}

/**
 * An XML text without the text of secret elements. It may be malformed or cut short: after a tag, comment or section that
 * does not end, the rest is omitted.
 *
 * @param secret local names of elements; a name that ends with a word such as `Password` is always secret
 */
export function redactXml(xml: string, secret: ReadonlySet<string>): string {
  let shown = "";
  let at = 0;
  const open: string[] = [];
  const show = (text: string) => {
    const parent = open.at(-1);
    if (parent === undefined || !(secret.has(parent) || SECRET_ENDING.test(parent))) {
      shown += redactText(text);
    } else if (text !== "" && !shown.endsWith(REDACTED)) {
      shown += REDACTED;
    }
  };
  while (at < xml.length) {
    const start = xml.indexOf("<", at);
    show(start < 0 ? xml.slice(at) : xml.slice(at, start));
    if (start < 0) break;
    const end = endOfMarkup(xml, start);
    if (end === undefined) return shown + REDACTED;
    const markup = xml.slice(start, end);
    at = end;
    const [, slash, tag = "", local = ""] = TAG.exec(markup) ?? [];
    if (slash === undefined) {
      show(markup);
      continue;
    }
    if (slash === "/") {
      const opened = open.lastIndexOf(local);
      if (opened >= 0) open.length = opened;
    } else if (!markup.endsWith("/>")) {
      open.push(local);
    }
    shown += tag + redactText(markup.slice(tag.length));
  }
  return shown;
}

/** The index after the tag, comment, CDATA section or instruction at `start`; `undefined` if it does not end. */
function endOfMarkup(xml: string, start: number): number | undefined {
  for (const [open, close] of [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
    ["<?", "?>"],
  ] as const) {
    if (!xml.startsWith(open, start)) continue;
    const end = xml.indexOf(close, start + open.length);
    return end < 0 ? undefined : end + close.length;
  }
  let at = start + 1;
  while (at < xml.length) {
    const character = xml[at];
    if (character === ">") return at + 1;
    if (character === '"' || character === "'") {
      const quote = xml.indexOf(character, at + 1);
      if (quote < 0) return undefined;
      at = quote;
    }
    at += 1;
  }
  return undefined;
}
