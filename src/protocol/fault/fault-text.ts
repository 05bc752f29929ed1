/** Writes Fault elements of SOAP 1.1 (§4.4) and SOAP 1.2 (part 1 §5.4). */

import type { SoapVersion } from "../../schema/index.js";
import {
  type ExpandedName,
  escapeAttribute,
  escapeText,
  PrefixDeclarations,
} from "../../xml/index.js";
import type { FaultContent } from "./fault.js";
import { nameOfCode, standardCode } from "./fault-code.js";

/**
 * The text of a Fault element; the envelope declares the prefix `soap`. SOAP 1.1 has no subcodes, only the first reason,
 * and no Node: they are omitted.
 *
 * @param detail the text of the whole detail element; `""` for a fault without detail
 */
export function faultText(
  version: SoapVersion,
  fault: Omit<FaultContent, "reason" | "detailElement">,
  detail: string,
): string {
  const content = version === "soap11" ? content11(fault, detail) : content12(fault, detail);
  return `<soap:Fault>${content}</soap:Fault>`;
}

type Fault = Parameters<typeof faultText>[1];

function content11({ faultCode, reasons, role }: Fault, detail: string): string {
  const actor = role === undefined ? "" : `<faultactor>${escapeText(role)}</faultactor>`;
  const reason = escapeText(reasons[0]?.text ?? "");
  return `${code11(faultCode)}<faultstring>${reason}</faultstring>${actor}${detail}`;
}

function code11(faultCode: ExpandedName): string {
  const code = standardCode(faultCode);
  if (code === undefined) return named("faultcode", faultCode);
  const dot = faultCode.local.indexOf(".");
  const refinement = dot < 0 ? "" : faultCode.local.slice(dot);
  return `<faultcode>soap:${nameOfCode(code, "soap11").local}${escapeText(refinement)}</faultcode>`;
}

function content12({ faultCode, subcodes, reasons, role, node }: Fault, detail: string): string {
  const code = standardCode(faultCode);
  // SOAP 1.2 allows another code only as a subcode.
  const inner = code === undefined ? [faultCode, ...subcodes] : subcodes;
  const value = nameOfCode(code ?? "Server", "soap12").local;
  const subcode = inner.reduceRight(
    (within, each) => `<soap:Subcode>${named("soap:Value", each)}${within}</soap:Subcode>`,
    "",
  );
  const texts = reasons.map(
    ({ language, text }) =>
      `<soap:Text xml:lang="${escapeAttribute(language)}">${escapeText(text)}</soap:Text>`,
  );
  const uri = (tag: string, text: string | undefined) =>
    text === undefined ? "" : `<soap:${tag}>${escapeText(text)}</soap:${tag}>`;
  return `<soap:Code><soap:Value>soap:${value}</soap:Value>${subcode}</soap:Code><soap:Reason>${texts.join("")}</soap:Reason>${uri("Node", node)}${uri("Role", role)}${detail}`;
}

/** An element with a name as its text. */
function named(tag: string, name: ExpandedName): string {
  const prefixes = new PrefixDeclarations();
  const text = prefixes.spell(name);
  return `<${tag}${prefixes.attributes}>${escapeText(text)}</${tag}>`;
}
