/** Type guards for faults. They check the shape of an error, so they work for errors of another copy of this package. */

import type { Operation } from "../../schema/index.js";
import type { SoapFault } from "./fault.js";

/** A type guard for the faults of a contract; `Faults` has the types of their details by name. */
export interface FaultGuard<Faults> {
  /** Whether an error is the fault `name` of the contract. */
  <Name extends keyof Faults & string>(
    error: unknown,
    name: Name,
  ): error is SoapFault<Faults[Name]>;
  /** Whether an error is the fault `name` of one operation, whose detail may differ from that of other operations. */
  <Own, ResponseHeader, Name extends keyof Own & string>(
    error: unknown,
    name: Name,
    operation: Operation<unknown, unknown, unknown, ResponseHeader, Own>,
  ): error is SoapFault<Own[Name], ResponseHeader>;
}

/**
 * Makes the guard for the faults of a contract; generated code exports it as `isFault`.
 *
 * @example
 * catch (error) {
 *   if (isFault(error, "InvalidPin")) return error.detail.pin;
 *   throw error;
 * }
 */
export function faultGuard<Faults>(): FaultGuard<Faults> {
  return (
    error: unknown,
    name: string,
    operation?: Operation,
  ): error is SoapFault<Faults[keyof Faults & string]> =>
    isSoapFault(error) &&
    error.names.includes(name) &&
    (operation === undefined || error.operation === operation.name);
}

/** Whether an error is a fault. In contrast to `instanceof` it also works for errors of another copy of this package. */
export function isSoapFault(error: unknown): error is SoapFault {
  // An error of another realm, such as Jest's, is not an instance of this Error either.
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    error.code === "FAULT" &&
    "faultCode" in error &&
    "names" in error &&
    Array.isArray(error.names)
  );
}
