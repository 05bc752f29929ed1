/** Which of a contract's faults an error is. */

import type { Operation } from "../../schema/index.js";
import type { SoapFault } from "./fault.js";

/** Tells faults by their names in the contract; `Faults` has the types of their details. */
export interface FaultGuard<Faults> {
  /** Whether a call was answered with this fault. */
  <Name extends keyof Faults & string>(
    error: unknown,
    name: Name,
  ): error is SoapFault<Faults[Name]>;
  /** The same of one operation, whose fault may have another detail than those of its name elsewhere. */
  <Own, Name extends keyof Own & string>(
    error: unknown,
    name: Name,
    operation: Operation<unknown, unknown, unknown, unknown, Own>,
  ): error is SoapFault<Own[Name]>;
}

/**
 * The guard of a contract's faults, as generated code has it.
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

/** Whether an error is a fault, of whichever copy of this package: told by its shape. */
export function isSoapFault(error: unknown): error is SoapFault {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === "FAULT" &&
    "names" in error &&
    Array.isArray(error.names)
  );
}
