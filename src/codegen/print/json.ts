/** JSON laid out like a formatter: a list or an object is printed on one line if it fits. */
import { escapeHidden } from "../../contract/index.js";
import { WIDTH } from "../typescript/layout.js";

/** @returns the text with the line break that ends a file */
export function jsonFile(value: object): string {
  const output: string[] = [];
  layOut(value, { column: 0, indentation: "", isLast: true }, output);
  return `${output.join("")}\n`;
}

interface Place {
  readonly column: number;
  readonly indentation: string;
  /** Whether no comma follows. */
  readonly isLast: boolean;
}

/**
 * Appends the text of a value to the output.
 *
 * @returns all of it on one line; `undefined` if that is longer than any line
 */
function layOut(
  value: unknown,
  { column, indentation, isLast }: Place,
  output: string[],
): string | undefined {
  if (typeof value !== "object" || value === null) {
    const text = escapeHidden(JSON.stringify(value));
    output.push(text);
    return text;
  }
  const isList = Array.isArray(value);
  const [open, close, space] = isList ? ["[", "]", ""] : ["{", "}", " "];
  const inner = `${indentation}  `;
  const entries = Object.entries(value);
  const start = output.length;
  let line: string | undefined = "";
  let count = 0;
  for (const [key, each] of entries) {
    const head = isList ? "" : `${escapeHidden(JSON.stringify(key))}: `;
    output.push(count === 0 ? `${open}\n` : ",\n", inner, head);
    count += 1;
    const place = {
      column: inner.length + head.length,
      indentation: inner,
      isLast: count === entries.length,
    };
    const part = layOut(each, place, output);
    if (line === undefined || part === undefined) line = undefined;
    else line += (line === "" ? "" : ", ") + head + part;
    if (line !== undefined && line.length > WIDTH) line = undefined;
  }
  if (count === 0) {
    output.push(open + close);
    return open + close;
  }
  if (line !== undefined) line = open + space + line + space + close;
  if (line !== undefined && column + line.length + (isLast ? 0 : 1) <= WIDTH) {
    // It replaces the lines of its parts.
    output.length = start;
    output.push(line);
  } else output.push(`\n${indentation}${close}`);
  return line;
}
