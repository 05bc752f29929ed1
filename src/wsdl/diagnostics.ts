/** Collects the problems of a WSDL while it is read, so that one error reports all of them. */
import { type Location, locationText, type WsdlDiagnostic } from "../contract/index.js";
import { WsdlError } from "./errors.js";

/** Reading ends after this number of problems: the others are probably consequences of the first ones. */
const MAX_PROBLEMS = 1_000;
/** Names are suggested for this number of problems: a search compares all names of the WSDL. */
const MAX_SUGGESTIONS = 20;

export class Diagnostics {
  readonly #invalid: WsdlDiagnostic[] = [];
  readonly #unsupported: WsdlDiagnostic[] = [];
  readonly #warnings: WsdlDiagnostic[] = [];
  readonly #reported = new Set<string>();
  #notAllowed = false;

  get warnings(): readonly WsdlDiagnostic[] {
    return this.#warnings;
  }

  /** Whether messages may contain suggestions. */
  get maySuggest(): boolean {
    return this.#invalid.length + this.#warnings.length < MAX_SUGGESTIONS;
  }

  /** Reports what makes the WSDL invalid, once: a declaration may be read for several references. */
  invalid(message: string, location: Location): void {
    const key = `${locationText(location)} ${message}`;
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    this.#invalid.push({ message, location });
    if (this.#invalid.length >= MAX_PROBLEMS) this.throwIfAny();
  }

  unsupported(message: string, location: Location): void {
    this.#unsupported.push({ message, location });
    if (this.#unsupported.length >= MAX_PROBLEMS) this.throwIfAny();
  }

  /** Reports a problem that does not prevent the use of the rest. */
  warning(message: string, location: Location): void {
    this.#warnings.push({ message, location });
  }

  /** Reports a reference to a document that must not be read from there. */
  notAllowed(message: string, location: Location): void {
    this.#notAllowed = true;
    this.invalid(message, location);
  }

  /** Adds the problems of a document that could not be read. */
  add({ diagnostics }: WsdlError): void {
    for (const each of diagnostics) this.#invalid.push(each);
  }

  /** @throws WsdlError if the WSDL is invalid or not supported */
  throwIfAny(): void {
    if (this.#invalid.length > 0) {
      const code = this.#notAllowed ? "NOT_ALLOWED" : "INVALID";
      throw WsdlError.of(code, [...this.#invalid, ...this.#unsupported]);
    }
    if (this.#unsupported.length > 0) throw WsdlError.of("UNSUPPORTED", this.#unsupported);
  }
}
