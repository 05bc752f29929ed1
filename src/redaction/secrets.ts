/** Removes the secrets of a request from texts of the server, which may repeat what it was sent. */
import {
  type ElementSchema,
  elementsOf,
  isComplex,
  type MessageSchema,
  messageElements,
  type PartsSchema,
  resolveType,
  type TypeSchema,
} from "../schema/index.js";
import { escapeText } from "../xml/index.js";

/** A request that was sent: its values by their schema, and its HTTP headers. */
export interface SentValues {
  readonly operation: { readonly input: MessageSchema | PartsSchema };
  readonly request: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Removes the secrets of a request from a text of the server, as they are and as XML escapes them: values that the schema
 * marks as secret, HTTP credentials, and a WS-Security password, which only the envelope contains.
 */
export function withoutSecrets(
  text: string,
  { operation: { input }, request, headers = {} }: SentValues,
): string {
  const secrets = messageElements(input).flatMap((member) =>
    secretsOf(member, valueIn(request, member)),
  );
  for (const [name, value] of Object.entries(headers)) {
    const [, credentials] = CREDENTIALS.exec(value) ?? [];
    if (name.toLowerCase() === "authorization" && credentials) secrets.push(credentials);
  }
  return secrets.reduce(
    (shown, secret) => shown.replaceAll(secret, "***").replaceAll(escapeText(secret), "***"),
    text.replace(PASSWORD, "$1***"),
  );
}

/** The credentials after the scheme (RFC 9110 §11.4). */
const CREDENTIALS = /^\S+ +(.+)$/;
/** The element of a password, as XML or escaped in a page, and its text. */
const PASSWORD = /((?:<|&lt;)(?:[\w.-]+:)?Password\b.*?(?:>|&gt;))[^<&]*(?:&(?!lt;)[^<&]*)*/gs;

function valueIn(
  values: Readonly<Record<string, unknown>>,
  { member, element }: ElementSchema,
): unknown {
  return values[member ?? element];
}

function secretsOf(member: ElementSchema, value: unknown): string[] {
  if (typeof value === "string") return member.secret === true && value !== "" ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => secretsOf(itemOf(member), item));
  if (typeof value !== "object" || value === null) return [];
  const values: Readonly<Record<string, unknown>> = { ...value };
  return elementsIn(resolveType(member.type)).flatMap((each) =>
    secretsOf(each, valueIn(values, each)),
  );
}

function elementsIn(type: TypeSchema): readonly ElementSchema[] {
  return isComplex(type) ? elementsOf(type) : [];
}

/** The declaration of the items of an array. */
function itemOf(member: ElementSchema): ElementSchema {
  const type = resolveType(member.type);
  return typeof type === "object" && "item" in type ? type.item : member;
}
