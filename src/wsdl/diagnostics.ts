/** Faults gathered while a WSDL is read, so that all of them are told at once. */
import type { Location, Notice } from "../contract/index.js";
import { type Fault, WsdlError } from "./errors.js";

export class Faults {
  readonly #invalid: Fault[] = [];
  readonly #unsupported: Fault[] = [];
  readonly #notices: Notice[] = [];

  get notices(): readonly Notice[] {
    return this.#notices;
  }

  /** A declaration may be read in several places: what is wrong with it is told once. */
  invalid(message: string, location: Location): void {
    const isTold = this.#invalid.some(
      (each) => each.message === message && isSamePlace(each.location, location),
    );
    if (!isTold) this.#invalid.push({ message, location });
  }

  unsupported(message: string, location: Location): void {
    this.#unsupported.push({ message, location });
  }

  /** What is wrong, but is no reason to refuse the rest. */
  notice(message: string, location: Location): void {
    this.#notices.push({ message, location });
  }

  /** Takes over the faults of a document that could not be read. */
  add({ faults }: WsdlError): void {
    this.#invalid.push(...faults);
  }

  /** @throws WsdlError when there is any */
  raise(): void {
    if (this.#invalid.length > 0) {
      throw WsdlError.of("INVALID", [...this.#invalid, ...this.#unsupported]);
    }
    if (this.#unsupported.length > 0) throw WsdlError.of("UNSUPPORTED", this.#unsupported);
  }
}

function isSamePlace(one: Location, other: Location): boolean {
  return one.file === other.file && one.line === other.line && one.column === other.column;
}
