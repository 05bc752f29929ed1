/** Messages in .NET's own bytes. */
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../schema/index.js";
import { XSD_NAMESPACE, XSI_NAMESPACE } from "../../xml/index.js";

const XSI = ` xmlns:xsi="${XSI_NAMESPACE}"`;

/** The envelope with the prefixes that ASMX always declares. */
export function asmxEnvelope(version: SoapVersion, body: string, header: string): string {
  const head = header === "" ? "" : `<soap:Header>${header}</soap:Header>`;
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPE_NAMESPACE[version]}"${XSI} xmlns:xsd="${XSD_NAMESPACE}">${head}<soap:Body>${body}</soap:Body></soap:Envelope>`;
}

/** Elements as .NET writes them: an empty one in one tag, a CR as it is, so that readers see a LF; `xsi` is declared outside. */
export function asmxText(elements: string): string {
  const text = withoutEndTags(elements.replaceAll(XSI, ""));
  if (!text.includes("&#13;")) return text;
  return text.replace(/>[^<>]*</g, (content) => content.replaceAll("&#13;", "\r"));
}

/** `<a></a>` as `<a />`. In well-formed text an end tag right after a start tag is that one's; `<b />` is none. */
function withoutEndTags(text: string): string {
  let result = "";
  let done = 0;
  for (let end = text.indexOf("></"); end !== -1; end = text.indexOf("></", end + 1)) {
    const start = text.lastIndexOf("<", end);
    if (text[start + 1] === "/" || text[end - 1] === "/") continue;
    result += `${text.slice(done, end)} />`;
    done = text.indexOf(">", end + 1) + 1;
  }
  return result + text.slice(done);
}
