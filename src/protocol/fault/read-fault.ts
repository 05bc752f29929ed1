/** Reads Fault elements of SOAP 1.1 (§4.4) and SOAP 1.2 (part 1 §5.4). */
import type { ExpandedName, XmlElement } from "../../xml/index.js";
import type { FaultContent } from "./fault.js";

/** The content of a Fault element of either version; missing parts are empty. */
export function readFault(fault: XmlElement): FaultContent {
  return fault.elements("faultcode").length > 0 ? readFault11(fault) : readFault12(fault);
}

function readFault11(fault: XmlElement): FaultContent {
  const text = (local: string) => fault.elements(local)[0]?.text.trim();
  const reason = text("faultstring") ?? "";
  return {
    faultCode: fault.elements("faultcode")[0]?.qname ?? NO_CODE,
    subcodes: [],
    reason,
    reasons: [
      { language: fault.elements("faultstring")[0]?.attribute("lang") ?? "", text: reason },
    ],
    role: text("faultactor"),
    node: undefined,
    detailElement: fault.elements("detail")[0],
  };
}

function readFault12(fault: XmlElement): FaultContent {
  const [code] = fault.elements("Code");
  const reasons = (fault.elements("Reason")[0]?.elements("Text") ?? []).map((element) => ({
    language: element.attribute("lang") ?? "",
    text: element.text.trim(),
  }));
  return {
    faultCode: code?.elements("Value")[0]?.qname ?? NO_CODE,
    subcodes: code === undefined ? [] : subcodes(code),
    reason: reasons[0]?.text ?? "",
    reasons,
    role: fault.elements("Role")[0]?.text.trim(),
    node: fault.elements("Node")[0]?.text.trim(),
    // ASMX writes an unqualified <detail> in faults of SOAP 1.2, too.
    detailElement: fault.elements("Detail")[0] ?? fault.elements("detail")[0],
  };
}

const NO_CODE: ExpandedName = { namespace: "", local: "unknown" };

function subcodes(code: XmlElement): ExpandedName[] {
  const found: ExpandedName[] = [];
  let [subcode] = code.elements("Subcode");
  while (subcode !== undefined) {
    const [value] = subcode.elements("Value");
    if (value !== undefined) found.push(value.qname);
    [subcode] = subcode.elements("Subcode");
  }
  return found;
}
