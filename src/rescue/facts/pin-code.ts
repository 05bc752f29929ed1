/** PIN codes. */
import { SITE } from "./endpoint.js";

export const MAX_PIN_CODE = 999_999;

const DIGITS = String(MAX_PIN_CODE).length;

/** A PIN code as customers type it: six digits with leading zeros. */
export function pinCodeText(pinCode: number | string): string {
  return String(pinCode).padStart(DIGITS, "0");
}

/** The address with which a customer joins the session. */
export function joinUrl(pinCode: number): string {
  return `${SITE}/R?i=2&Code=${pinCodeText(pinCode)}`;
}
