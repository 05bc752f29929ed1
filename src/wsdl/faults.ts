/** Faults gathered while a WSDL is read, so that all of them are told at once. */
import type { Location } from "./contract.js";
import { type Fault, WsdlError } from "./errors.js";

export class Faults {
  readonly #invalid: Fault[] = [];
  readonly #unsupported: Fault[] = [];

  invalid(message: string, location: Location): void {
    this.#invalid.push({ message, location });
  }

  unsupported(message: string, location: Location): void {
    this.#unsupported.push({ message, location });
  }

  /** @throws WsdlError when there is any */
  raise(): void {
    if (this.#invalid.length > 0) {
      throw WsdlError.of("INVALID", [...this.#invalid, ...this.#unsupported]);
    }
    if (this.#unsupported.length > 0) throw WsdlError.of("UNSUPPORTED", this.#unsupported);
  }
}
