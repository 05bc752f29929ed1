/** The Fault element of SOAP 1.1 (§4.4) and SOAP 1.2 (part 1 §5.4). */

import type { SoapVersion } from "../schema/index.js";
import { escapeAttribute, escapeText, expanded, PrefixDeclarations } from "../xml/index.js";
import type { ServiceFault } from "./service-fault.js";

/** The codes of SOAP itself, by what either version calls them. */
const CODES: Readonly<Record<string, Readonly<Record<SoapVersion, string>>>> = {
  Client: { soap11: "Client", soap12: "Sender" },
  Server: { soap11: "Server", soap12: "Receiver" },
  MustUnderstand: { soap11: "MustUnderstand", soap12: "MustUnderstand" },
  VersionMismatch: { soap11: "VersionMismatch", soap12: "VersionMismatch" },
  DataEncodingUnknown: { soap11: "Client", soap12: "DataEncodingUnknown" },
};

/** The code of SOAP itself that a fault is of; `undefined` where it has one of its own. */
export function standardCode({ faultCode }: ServiceFault): string | undefined {
  const [first = ""] = faultCode.split(".");
  return Object.hasOwn(CODES, first) ? first : undefined;
}

/** @param detail its detail element, whole */
export function faultText(version: SoapVersion, fault: ServiceFault, detail: string): string {
  const content = version === "soap11" ? content11(fault, detail) : content12(fault, detail);
  return `<soap:Fault>${content}</soap:Fault>`;
}

function content11(fault: ServiceFault, detail: string): string {
  const { reasons, role } = fault.options;
  const actor = role === undefined ? "" : `<faultactor>${escapeText(role)}</faultactor>`;
  const reason = reasons?.[0]?.text ?? fault.message;
  return `${code11(fault)}<faultstring>${escapeText(reason)}</faultstring>${actor}${detail}`;
}

function code11(fault: ServiceFault): string {
  const { faultCode } = fault;
  const standard = standardCode(fault);
  if (standard === undefined) return named("faultcode", faultCode);
  const rest = faultCode.slice(standard.length);
  return `<faultcode>soap:${CODES[standard]?.soap11}${escapeText(rest)}</faultcode>`;
}

function content12(fault: ServiceFault, detail: string): string {
  const standard = standardCode(fault);
  const { reasons, role, subcodes = [] } = fault.options;
  // A code of one's own is a subcode here.
  const inner = standard === undefined ? [fault.faultCode, ...subcodes] : subcodes;
  const value = CODES[standard ?? "Server"]?.soap12;
  const subcode = inner.reduceRight(
    (within, code) => `<soap:Subcode>${named("soap:Value", code)}${within}</soap:Subcode>`,
    "",
  );
  const texts = (reasons ?? [{ language: "en", text: fault.message }]).map(
    ({ language, text }) =>
      `<soap:Text xml:lang="${escapeAttribute(language)}">${escapeText(text)}</soap:Text>`,
  );
  const node = role === undefined ? "" : `<soap:Role>${escapeText(role)}</soap:Role>`;
  return `<soap:Code><soap:Value>soap:${value}</soap:Value>${subcode}</soap:Code><soap:Reason>${texts.join("")}</soap:Reason>${node}${detail}`;
}

/** An element that holds a name, `{namespace}local`. */
function named(tag: string, name: string): string {
  const prefixes = new PrefixDeclarations();
  const text = prefixes.spell(expanded(name));
  return `<${tag}${prefixes.attributes}>${escapeText(text)}</${tag}>`;
}
