/** Texts of numbers, dates and durations. */
import { collapseSpace } from "../../xml/index.js";

/**
 * The longest text of a number, date or duration, in characters. The digits of a schema's numbers and
 * years are unlimited; the time to convert them grows faster than their number.
 */
const MAX_LITERAL = 10_000;

/** A text of a form, with collapsed white space; `undefined` if it has another form or is too long. */
export function literal(wire: string, form: RegExp): string | undefined {
  if (wire.length <= MAX_LITERAL && form.test(wire)) return wire;
  const text = collapseSpace(wire);
  return text.length <= MAX_LITERAL && form.test(text) ? text : undefined;
}
