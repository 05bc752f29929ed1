/**
 * Removes secrets from messages by the names of elements, parameters and headers. Text that cannot be parsed with certainty
 * is omitted rather than shown.
 */
import { decodedForm, decodedXml } from "./decoded-text.js";
import { isSecretElement, isSecretHeader, SECRET_NAME } from "./secret-names.js";

/** The text in the place of a secret. */
export const REDACTED = "***";

/** Is called with each secret that is removed. */
export type OnSecret = (secret: string) => void;

const ignore: OnSecret = () => {};

/** A start or end tag: its beginning, and its local name. */
const TAG = /^(?=<(\/?))(<\/?(?:[^\s/>:!?]*:)?([^\s/>:!?]+))/;

/**
 * An `application/x-www-form-urlencoded` text without the values of secret parameters.
 *
 * @param secret names of further secret parameters
 */
export function redactForm(
  form: string,
  secret: ReadonlySet<string> = new Set(),
  onSecret: OnSecret = ignore,
): string {
  return form.replace(/([^&=]+)=([^&]*)/g, (pair, name: string, value: string) => {
    const decoded = decodedForm(name);
    if (!SECRET_NAME.test(decoded) && !secret.has(decoded)) return pair;
    onSecret(value);
    return `${name}=${REDACTED}`;
  });
}

/** The value of a header without its secrets; cookies keep their name and attributes. */
export function redactHeader(name: string, value: string): string {
  const lower = name.toLowerCase();
  if (lower === "set-cookie") return value.replace(/=[^;]*/, `=${REDACTED}`);
  if (lower === "cookie") return value.replace(/=[^;]*/g, `=${REDACTED}`);
  return isSecretHeader(lower) ? REDACTED : value;
}

/** The name of a secret, the separator, and the value. */
const NAME_AND_VALUE = new RegExp(
  `((?<![\\w.-])(?=[\\w.-]*(?:${SECRET_NAME.source}))[\\w.-]+["']?[ \\t]*[:=][ \\t]*)` +
    `("[^"\\n]*"?|'[^'\\n]*'?|[^\\s&<>"']+)`,
  "gi",
);

/** A text without the values that follow names of secrets: `AUTHCODE:…` of a text page, `pwd=…` of an error page. */
export function redactText(text: string, onSecret: OnSecret = ignore): string {
  return text.replace(NAME_AND_VALUE, (_, name: string, value: string) => {
    onSecret(value.replace(/^(["'])(.*)\1$/, "$2"));
    return name + REDACTED;
  });
}

/**
 * An XML text without the text of secret elements. It may be malformed or cut short: after a tag, comment or section that
 * does not end, the rest is omitted.
 *
 * @param secret local names of elements; a name that ends with a word such as `Password` is always secret
 */
export function redactXml(
  xml: string,
  secret: ReadonlySet<string>,
  onSecret: OnSecret = ignore,
): string {
  let shown = "";
  let at = 0;
  const open: string[] = [];
  const decodedSecret = (text: string) => onSecret(decodedXml(text));
  const show = (text: string) => {
    const parent = open.at(-1);
    if (parent === undefined || !isSecretElement(parent, secret)) {
      shown += redactText(text, decodedSecret);
    } else if (text !== "") {
      const [, section] = SECTION.exec(text) ?? [];
      onSecret(section ?? decodedXml(text));
      if (!shown.endsWith(REDACTED)) shown += REDACTED;
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
    shown += tag + redactText(markup.slice(tag.length), decodedSecret);
  }
  return shown;
}

const SECTION = /^<!\[CDATA\[(.*)\]\]>$/s;

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
