/** The blocks of a request's Header that the contract has. */
import { encodeMessage } from "../../codec/index.js";
import { EncodeError } from "../../errors/index.js";
import type { SoapVersion } from "../../schema/index.js";
import { escapeAttribute } from "../../xml/index.js";
import type { Call } from "../call.js";
import type { HeaderBlockAttributes } from "./header-attributes.js";
import { NEXT_ROLE } from "./roles.js";

/** @throws EncodeError if a value does not fit the contract, or the contract has no Header for it */
export function requestHeaderText(
  { operation, header, headerAttributes = {} }: Call,
  version: SoapVersion,
): string {
  if (header === undefined || header === null) return "";
  const schema = operation.headers?.input ?? { parts: [] };
  const name = `${operation.name}'s header`;
  const given: Readonly<Record<string, unknown>> = { ...Object(header) };
  const attributes: Record<string, string> = {};
  for (const [member, each] of Object.entries(headerAttributes)) {
    if (each === undefined) continue;
    if (given[member] === undefined) {
      const message = `${name} has no ${member}, but headerAttributes has attributes for it.`;
      throw new EncodeError(message, `${name}/${member}`);
    }
    attributes[member] = attributesText(each, version);
  }
  return encodeMessage(schema, given, name, { version, attributes });
}

function attributesText(
  { role, mustUnderstand, relay }: HeaderBlockAttributes,
  version: SoapVersion,
): string {
  const is11 = version === "soap11";
  const uri = role === "next" ? NEXT_ROLE[version] : role;
  const flag = (value: boolean) => (is11 ? String(Number(value)) : String(value));
  return [
    uri === undefined ? "" : ` soap:${is11 ? "actor" : "role"}="${escapeAttribute(uri)}"`,
    mustUnderstand === undefined ? "" : ` soap:mustUnderstand="${flag(mustUnderstand)}"`,
    relay === undefined || is11 ? "" : ` soap:relay="${flag(relay)}"`,
  ].join("");
}
