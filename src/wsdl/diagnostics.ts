/** Collects the problems of a WSDL while it is read, so that one error reports all of them. */
import type { Location, WsdlDiagnostic } from "../contract/index.js";
import { WsdlError } from "./errors.js";

export class Diagnostics {
  readonly #invalid: WsdlDiagnostic[] = [];
  readonly #unsupported: WsdlDiagnostic[] = [];
  readonly #warnings: WsdlDiagnostic[] = [];

  get warnings(): readonly WsdlDiagnostic[] {
    return this.#warnings;
  }

  /** Reports what makes the WSDL invalid, once: a declaration may be read for several references. */
  invalid(message: string, location: Location): void {
    const isReported = this.#invalid.some(
      (each) => each.message === message && isSamePlace(each.location, location),
    );
    if (!isReported) this.#invalid.push({ message, location });
  }

  unsupported(message: string, location: Location): void {
    this.#unsupported.push({ message, location });
  }

  /** Reports a problem that does not prevent the use of the rest. */
  warning(message: string, location: Location): void {
    this.#warnings.push({ message, location });
  }

  /** Adds the problems of a document that could not be read. */
  add({ diagnostics }: WsdlError): void {
    this.#invalid.push(...diagnostics);
  }

  /** @throws WsdlError if the WSDL is invalid or not supported */
  throwIfAny(): void {
    if (this.#invalid.length > 0) {
      throw WsdlError.of("INVALID", [...this.#invalid, ...this.#unsupported]);
    }
    if (this.#unsupported.length > 0) throw WsdlError.of("UNSUPPORTED", this.#unsupported);
  }
}

function isSamePlace(one: Location, other: Location): boolean {
  return one.file === other.file && one.line === other.line && one.column === other.column;
}
