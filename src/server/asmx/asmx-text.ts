/** Messages with the bytes of .NET. */
import type { XmlStyle } from "../../codec/index.js";
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../schema/index.js";
import { XSD_NAMESPACE, XSI_NAMESPACE } from "../../xml/index.js";

/** Elements as .NET writes them; the envelope declares `xsi`. */
export const ASMX_STYLE: XmlStyle = { emptyTags: true, declaresXsi: false, escapesCr: false };

/** A document as .NET writes it. */
export const ASMX_DOCUMENT_STYLE: XmlStyle = { ...ASMX_STYLE, declaresXsi: true };

/** The envelope with the prefixes that ASMX always declares. */
export function asmxEnvelope(version: SoapVersion, body: string, header: string): string {
  const head = header === "" ? "" : `<soap:Header>${header}</soap:Header>`;
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPE_NAMESPACE[version]}" xmlns:xsi="${XSI_NAMESPACE}" xmlns:xsd="${XSD_NAMESPACE}">${head}<soap:Body>${body}</soap:Body></soap:Envelope>`;
}
