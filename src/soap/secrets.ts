/** What a request holds that must not be shown, and texts without it: a server may show what it was sent. */
import { type ElementSchema, type Operation, resolveType, type SequenceType } from "./schema.js";
import { escapeText } from "./xml/chars.js";

/** Takes the secrets of a request out of a text that came back, as they are and as XML has them. */
export function withoutSecrets(
  text: string,
  { input }: Operation,
  request: Readonly<Record<string, unknown>>,
): string {
  const secrets = secretsIn(input.type, request);
  return secrets.reduce(
    (shown, secret) => shown.replaceAll(secret, "***").replaceAll(escapeText(secret), "***"),
    text,
  );
}

function secretsIn(type: SequenceType, values: Readonly<Record<string, unknown>>): string[] {
  return type.sequence.flatMap((member) => secretsOf(member, values[member.element]));
}

function secretsOf(member: ElementSchema, value: unknown): string[] {
  if (typeof value === "string") return member.secret === true && value !== "" ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => secretsOf(itemOf(member), item));
  const type = resolveType(member.type);
  return typeof type === "object" && "sequence" in type
    ? secretsIn(type, { ...Object(value) })
    : [];
}

/** What the items of an array are declared as. */
function itemOf(member: ElementSchema): ElementSchema {
  const type = resolveType(member.type);
  return typeof type === "object" && "item" in type ? type.item : member;
}
