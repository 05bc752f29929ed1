/** PIN codes that the simulator issues: unique, in the same order in every run, and easy to distinguish. */
import { MAX_PIN_CODE } from "../../rescue/facts/index.js";

const FIRST = 482_913;
/** It has no factor in common with the number of codes, so that each code occurs once. */
const STEP = 70_919;
/** Without codes that begin with 0, so that a number shows all digits. */
const LOWEST = 100_000;

export class PinCodes {
  readonly #issued: number[] = [];

  /** The oldest first. */
  get issued(): readonly number[] {
    return this.#issued;
  }

  /** @returns `undefined` if no code is left */
  issue(): number | undefined {
    const count = this.#issued.length;
    const total = MAX_PIN_CODE + 1 - LOWEST;
    if (count >= total) return undefined;
    const pinCode = LOWEST + ((FIRST - LOWEST + count * STEP) % total);
    this.#issued.push(pinCode);
    return pinCode;
  }
}
