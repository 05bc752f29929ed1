/** Calls an operation at a port of a WSDL. */
import {
  HttpBindingClient,
  type HttpBindingClientOptions,
  SoapClient,
  type SoapClientOptions,
} from "../../client/index.js";
import type { Deviation } from "../../codec/index.js";
import type { Transport } from "../../http/index.js";
import { type Interceptor, isOutcomeOperation } from "../../protocol/index.js";
import type { Offer } from "./wsdl-operations.js";

export interface WsdlCallOptions {
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  /** In ms. */
  readonly timeout?: number;
  readonly transport?: Transport;
  readonly interceptors?: readonly Interceptor[];
  readonly onDeviation?: (deviation: Deviation) => void;
}

/** The messages of a call. */
export interface WsdlRequest {
  readonly body: Readonly<Record<string, unknown>>;
  /** For the Header of the envelope. */
  readonly header: Readonly<Record<string, unknown>> | undefined;
  readonly signal: AbortSignal;
}

/**
 * The outcome of an operation that has one, else its response; `undefined` for a one-way operation.
 *
 * @throws EncodeError before anything is sent; ConnectionError, TimeoutError, AbortError, HttpError, SoapFault,
 *   DecodeError
 */
export function callOffer(
  { operation, protocol }: Offer,
  options: WsdlCallOptions,
  { body, header, signal }: WsdlRequest,
): Promise<unknown> {
  if (protocol === "http-get" || protocol === "http-post") {
    const settings: HttpBindingClientOptions = { ...options, protocol };
    return new HttpBindingClient(settings).call(operation, body, { signal });
  }
  const settings: SoapClientOptions = { ...options, protocol };
  const client = new SoapClient(settings);
  const call = { signal, ...(header !== undefined && { header }) };
  return isOutcomeOperation(operation)
    ? client.outcome(operation, body, call)
    : client.call(operation, body, call);
}
