/** Faults that a service answers with, of either version of SOAP. */
import type { FaultContent } from "../protocol/index.js";

export interface ServiceFaultOptions {
  /**
   * `Client` or `Server`, which are `Sender` and `Receiver` in SOAP 1.2, perhaps with more behind a dot as SOAP 1.1 has
   * it, or a code of one's own, `{namespace}local`; default `Server`.
   */
  readonly faultCode?: string;
  /** `{namespace}local`, from the outer to the inner; SOAP 1.1 has no place for them. */
  readonly subcodes?: readonly string[];
  /** The reason in several languages, instead of the one in English; SOAP 1.1 takes the first. */
  readonly reasons?: FaultContent["reasons"];
  /** The faultactor of 1.1, the Role of 1.2. */
  readonly role?: string;
  /** The fault of the contract that it is; `detail` is then that fault's detail. */
  readonly name?: string;
  /** What the detail holds: what the contract has for it, or `XmlElement`s where there is no `name`. */
  readonly detail?: unknown;
  /** Blocks of the answer's Header: XML elements that declare their own prefixes. */
  readonly headerBlocks?: readonly string[];
}

/** Thrown by a handler, it is what the service answers. */
export class ServiceFault extends Error {
  readonly code = "SERVICE_FAULT";
  override readonly name = "ServiceFault";
  readonly faultCode: string;

  /** @param message the reason, as the client is told it */
  constructor(
    message: string,
    readonly options: ServiceFaultOptions = {},
  ) {
    super(message);
    this.faultCode = options.faultCode ?? "Server";
  }
}
