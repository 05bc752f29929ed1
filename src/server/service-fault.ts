/** Faults as responses of a service, in either version of SOAP. */
import { CLASS_NAME, hasInstance } from "../errors/index.js";
import { type FaultContent, type StandardFaultCode, standardCode } from "../protocol/index.js";
import { ENVELOPE_NAMESPACE } from "../schema/index.js";
import { type ExpandedName, expanded } from "../xml/index.js";

/** Options of a fault. */
export interface ServiceFaultOptions {
  /**
   * The code: `Client` or `Server`, which are `Sender` and `Receiver` in SOAP 1.2; refined behind a dot, which only SOAP
   * 1.1 has (`Client.Authentication`); or another code, `{namespace}local`. Default `Server`.
   */
  readonly faultCode?: string;
  /** Subcodes, `{namespace}local`, from the outer to the inner one; SOAP 1.1 omits them. Default: none. */
  readonly subcodes?: readonly string[];
  /** The reason in several languages; SOAP 1.1 has the first one only. Default: the message, in English. */
  readonly reasons?: FaultContent["reasons"];
  /** The URI of the node that failed: the faultactor of SOAP 1.1, the Role of SOAP 1.2. Default: none. */
  readonly role?: string;
  /** The name of the contract's fault; `detail` is then its detail. Default: none. */
  readonly name?: string;
  /** The content of the detail: the value of the contract's fault, or `XmlElement`s if there is no `name`. Default: none. */
  readonly detail?: unknown;
  /** Blocks of the response's Header: the texts of XML elements that declare their prefixes. Default: none. */
  readonly headerBlocks?: readonly string[];
}

/** A fault that a handler throws as the response of its operation. */
export class ServiceFault extends Error {
  /** @private */
  static readonly [CLASS_NAME]: string = "ServiceFault";

  /** `SERVICE_FAULT` */
  readonly code = "SERVICE_FAULT";
  /** `ServiceFault` */
  override readonly name = "ServiceFault";
  /** The code of the fault. */
  readonly faultCode: string;

  /** @param message the reason that the client gets: it should reveal nothing of the service's internals */
  constructor(
    message: string,
    /** The options of the fault. */
    readonly options: ServiceFaultOptions = {},
  ) {
    super(message);
    this.faultCode = options.faultCode ?? "Server";
  }

  /** Whether a value is a ServiceFault, also of another copy of the package. */
  static override readonly [Symbol.hasInstance]: (value: unknown) => boolean = hasInstance;
}

/** The content of a fault for its envelope. */
export function faultContent({
  faultCode,
  message,
  options,
}: ServiceFault): Omit<FaultContent, "reason" | "detailElement"> {
  const { subcodes = [], role, reasons = [{ language: "en", text: message }] } = options;
  return {
    faultCode: codeOf(faultCode),
    subcodes: subcodes.map(expanded),
    reasons,
    role,
    node: undefined,
  };
}

/** The code of SOAP that a fault has; `undefined` if it has another one. */
export function standardCodeOf({ faultCode }: ServiceFault): StandardFaultCode | undefined {
  return standardCode(codeOf(faultCode));
}

/** A name without a namespace is one of SOAP, if SOAP has it. */
function codeOf(faultCode: string): ExpandedName {
  const code = expanded(faultCode);
  const ofSoap = { namespace: ENVELOPE_NAMESPACE.soap11, local: code.local };
  return code.namespace === "" && standardCode(ofSoap) !== undefined ? ofSoap : code;
}
