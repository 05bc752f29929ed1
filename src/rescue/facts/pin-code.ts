/** PIN codes. */
import { SITE } from "./endpoint.js";

export const MAX_PIN_CODE = 999_999;

const DIGITS = String(MAX_PIN_CODE).length;

/** Whether a number is a PIN code; a smaller one than 100000 has leading zeros. */
export function isPinCode(pinCode: number): boolean {
  return Number.isInteger(pinCode) && pinCode >= 0 && pinCode <= MAX_PIN_CODE;
}

/**
 * The number of a PIN code as the text pages get it: its digits, with or without leading zeros.
 *
 * @returns NaN if it is not a PIN code
 */
export function pinCodeNumber(text: string): number {
  return /^\d+$/.test(text) && text.length <= DIGITS ? Number(text) : Number.NaN;
}

/** A PIN code as customers type it: six digits with leading zeros. */
export function pinCodeText(pinCode: number | string): string {
  return String(pinCode).padStart(DIGITS, "0");
}

/** The address with which a customer joins the session. */
export function joinUrl(pinCode: number): string {
  return `${SITE}/R?i=2&Code=${pinCodeText(pinCode)}`;
}
