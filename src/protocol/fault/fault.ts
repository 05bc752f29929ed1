/** Faults of SOAP 1.1 (§4.4) and SOAP 1.2 (part 1 §5.4) in one form. */
import { CLASS_NAME, SoapError } from "../../errors/index.js";
import type { ExpandedName, XmlElement } from "../../xml/index.js";

/** The reason of a fault in one language. */
export interface FaultReason {
  /** The language, as in `xml:lang`; `""` if the fault does not state it. */
  readonly language: string;
  /** The explanation for people. */
  readonly text: string;
}

/** The content of a fault, in the terms of SOAP 1.2; a fault of SOAP 1.1 has a part of it. */
export interface FaultContent {
  /**
   * The code: `{http://schemas.xmlsoap.org/soap/envelope/}Client` in SOAP 1.1,
   * `{http://www.w3.org/2003/05/soap-envelope}Sender` in SOAP 1.2.
   */
  readonly faultCode: ExpandedName;
  /** The subcodes, from the outer to the inner one; always empty in SOAP 1.1. */
  readonly subcodes: readonly ExpandedName[];
  /** The text of the first reason. */
  readonly reason: string;
  /** The reasons in all languages. */
  readonly reasons: readonly FaultReason[];
  /** The URI of the node that failed: the faultactor of SOAP 1.1, the Role of SOAP 1.2. */
  readonly role: string | undefined;
  /** The URI of the node in SOAP 1.2 (Node); always `undefined` in SOAP 1.1. */
  readonly node: string | undefined;
  /** The detail element, not decoded. */
  readonly detailElement: XmlElement | undefined;
}

/** The call that ended with a fault. */
export interface FaultContext<Detail> {
  /** The HTTP status of the response. */
  readonly status: number;
  /** The name of the operation. */
  readonly operation: string;
  /** See `SoapFault.names`. */
  readonly names: readonly string[];
  /** See `SoapFault.detail`. */
  readonly detail: Detail;
  /** See `SoapFault.header`. Default: `undefined`. */
  readonly header?: unknown;
}

/** The response is a fault. `isFault` of generated code finds the contract's fault and the type of its detail. */
export class SoapFault<Detail = unknown, Header = unknown>
  extends SoapError
  implements FaultContent
{
  /** @private */
  static override readonly [CLASS_NAME]: string = "SoapFault";

  /** `FAULT` */
  readonly code = "FAULT";
  /** The code of the fault, by its version of SOAP. */
  readonly faultCode: ExpandedName;
  /** The subcodes, from the outer to the inner one; always empty in SOAP 1.1. */
  readonly subcodes: readonly ExpandedName[];
  /** The text of the first reason. */
  readonly reason: string;
  /** The reasons in all languages. */
  readonly reasons: FaultContent["reasons"];
  /** The URI of the node that failed: the faultactor of SOAP 1.1, the Role of SOAP 1.2. */
  readonly role: string | undefined;
  /** The URI of the node in SOAP 1.2; always `undefined` in SOAP 1.1. */
  readonly node: string | undefined;
  /** The detail element, not decoded. */
  readonly detailElement: XmlElement | undefined;
  /** The HTTP status of the response. */
  readonly status: number;
  /** The name of the operation. */
  readonly operation: string;
  /** The names of the contract's faults that it fits: several if they have the same detail, none if it fits no fault. */
  readonly names: readonly string[];
  /** The decoded detail; `undefined` if it fits no fault of the contract. */
  readonly detail: Detail;
  /**
   * The blocks of the Header that the contract has for the response of the operation, decoded; values that do not fit their
   * types are left out. `undefined` if there is no such block. It is not enumerable, so that logs do not show it: it may
   * contain secrets of the response.
   */
  declare readonly header: Header | undefined;

  constructor(content: FaultContent, context: FaultContext<Detail>) {
    const { status, operation, names, detail, header } = context;
    super(`The server responded with a fault (${content.faultCode.local}): ${content.reason}`);
    this.faultCode = content.faultCode;
    this.subcodes = content.subcodes;
    this.reason = content.reason;
    this.reasons = content.reasons;
    this.role = content.role;
    this.node = content.node;
    this.detailElement = content.detailElement;
    this.status = status;
    this.operation = operation;
    this.names = names;
    this.detail = detail;
    Object.defineProperty(this, "header", { value: header, writable: true, configurable: true });
  }
}
