/** What a request's Header holds of what the contract has for it. */
import { encodeMessage } from "../../codec/index.js";
import { EncodeError } from "../../errors/index.js";
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../schema/index.js";
import { escapeAttribute } from "../../xml/index.js";
import type { Call } from "../call.js";
import type { HeaderBlockAttributes } from "./header-attributes.js";

const NEXT: Readonly<Record<SoapVersion, string>> = {
  soap11: "http://schemas.xmlsoap.org/soap/actor/next",
  soap12: `${ENVELOPE_NAMESPACE.soap12}/role/next`,
};

/** @throws EncodeError where a header is given that the contract has nothing for */
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
      const message = `${name} has no ${member} for what headerAttributes says of it.`;
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
  const uri = role === "next" ? NEXT[version] : role;
  const flag = (value: boolean) => (is11 ? String(Number(value)) : String(value));
  return [
    uri === undefined ? "" : ` soap:${is11 ? "actor" : "role"}="${escapeAttribute(uri)}"`,
    mustUnderstand === undefined ? "" : ` soap:mustUnderstand="${flag(mustUnderstand)}"`,
    relay === undefined || is11 ? "" : ` soap:relay="${flag(relay)}"`,
  ].join("");
}
