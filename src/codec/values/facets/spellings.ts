/** Other texts of a value: a pattern may exclude the usual one (XML Schema part 2 §4.3.4). */

/** The most zeros that are added on either side. Patterns for numbers of fixed lengths need a few. */
const MAX_ZEROS = 20;

const NUMBER = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const HEXADECIMAL = /^[\dA-F]*$/;

/** @param text the usual one; it comes first */
export function* spellings(value: unknown, text: string): Generator<string, undefined> {
  yield text;
  if (typeof value === "boolean") yield value ? "1" : "0";
  else if (value instanceof Uint8Array && HEXADECIMAL.test(text)) yield text.toLowerCase();
  else if (typeof value === "number" || typeof value === "bigint") {
    const [, sign = "", whole = "", fraction = ""] = NUMBER.exec(text) ?? [];
    if (whole === "") return;
    const mayHaveFraction = typeof value === "number";
    for (let behind = 0; behind <= (mayHaveFraction ? MAX_ZEROS : 0); behind++) {
      const digits = fraction + "0".repeat(behind);
      for (let before = 0; before <= MAX_ZEROS; before++) {
        const number = `${"0".repeat(before)}${whole}${digits === "" ? "" : `.${digits}`}`;
        yield `${sign}${number}`;
        if (sign === "") yield `+${number}`;
      }
    }
  }
}
