/** PIN codes: six digits, each given out once. */

export const HIGHEST_PIN_CODE = 999_999;

const SITE = "https://secure.logmeinrescue.com";
/** The first code, and how far it is to the next: codes that are easy to tell apart, and the same in every run. */
const FIRST = 482_913;
const STEP = 70_919;
/** Codes that are given out have six digits without a zero before them, so that a number shows them whole. */
const LOWEST = 100_000;

export class PinCodes {
  readonly #issued: number[] = [];

  /** The oldest first. */
  get issued(): readonly number[] {
    return this.#issued;
  }

  /** @returns `undefined` where none is left */
  issue(): number | undefined {
    const count = this.#issued.length;
    const all = HIGHEST_PIN_CODE + 1 - LOWEST;
    if (count >= all) return undefined;
    // The step has no factor in common with the number of codes, so that it comes to each of them.
    const pinCode = LOWEST + ((FIRST - LOWEST + count * STEP) % all);
    this.#issued.push(pinCode);
    return pinCode;
  }
}

/** As customers type it. */
export function pinText(pinCode: number): string {
  return String(pinCode).padStart(6, "0");
}

/** Where the customer joins the session. */
export function pinLink(pinCode: number): string {
  return `${SITE}/R?i=2&Code=${pinText(pinCode)}`;
}
