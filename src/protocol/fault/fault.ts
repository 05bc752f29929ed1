/** Faults of SOAP 1.1 (§4.4) and SOAP 1.2 (part 1 §5.4) as one error. */
import { CLASS_NAME, SoapError } from "../../errors/index.js";
import type { ExpandedName, XmlElement } from "../../xml/index.js";

/** What a fault says, in the words of SOAP 1.2; a 1.1 fault fills what it has. */
export interface FaultContent {
  /** `{http://schemas.xmlsoap.org/soap/envelope/}Client` in 1.1, `{http://www.w3.org/2003/05/soap-envelope}Sender` in 1.2. */
  readonly faultCode: ExpandedName;
  /** From the outer to the inner; 1.1 has none. */
  readonly subcodes: readonly ExpandedName[];
  /** The first reason. */
  readonly reason: string;
  /** Every reason with its `xml:lang`. */
  readonly reasons: readonly { readonly language: string; readonly text: string }[];
  /** The faultactor of 1.1, the Role of 1.2. */
  readonly role: string | undefined;
  /** Which node on the message's path it comes from; 1.1 has none. */
  readonly node: string | undefined;
  /** The detail as it came. */
  readonly detailElement: XmlElement | undefined;
}

/** The service answered with a fault. `isFault` tells which of the contract's it is, and types the detail. */
export class SoapFault<Detail = unknown> extends SoapError implements FaultContent {
  /** @private */
  static override readonly [CLASS_NAME]: string = "SoapFault";

  readonly code = "FAULT";
  readonly faultCode: ExpandedName;
  readonly subcodes: readonly ExpandedName[];
  readonly reason: string;
  readonly reasons: FaultContent["reasons"];
  readonly role: string | undefined;
  readonly node: string | undefined;
  readonly detailElement: XmlElement | undefined;

  /** The HTTP status of the response. */
  readonly status: number;
  /** The operation that was called. */
  readonly operation: string;
  /** The name of the fault in the contract: several if they have the same form, none if there is no such fault. */
  readonly names: readonly string[];
  /** The detail with the type of the contract; `undefined` if it fits none of them. */
  readonly detail: Detail;

  constructor(
    content: FaultContent,
    {
      status,
      operation,
      names,
      detail,
    }: Pick<SoapFault<Detail>, "status" | "operation" | "names" | "detail">,
  ) {
    super(`The service answered with a fault (${content.faultCode.local}): ${content.reason}`);
    this.status = status;
    this.operation = operation;
    this.names = names;
    this.detail = detail;
    this.faultCode = content.faultCode;
    this.subcodes = content.subcodes;
    this.reason = content.reason;
    this.reasons = content.reasons;
    this.role = content.role;
    this.node = content.node;
    this.detailElement = content.detailElement;
  }
}

/** Reads a Fault element of either version; what is missing is empty. */
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
    // ASMX writes an unqualified <detail> in 1.2 faults too.
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
