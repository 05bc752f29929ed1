/** JSON laid out as a formatter would: what fits stands in one line, else its parts stand one below the other. */
import { WIDTH } from "./layout.js";

/** @returns the text with the line break that ends a file */
export function jsonFile(value: object): string {
  return `${laidOut(value, 0, "").text}\n`;
}

interface LaidOut {
  readonly text: string;
  /** All of it in one line, which may be longer than its place has room for; `undefined` where no place has. */
  readonly line: string | undefined;
}

/** @param column where the text begins */
function laidOut(value: unknown, column: number, indentation: string): LaidOut {
  if (typeof value !== "object" || value === null) {
    const text = JSON.stringify(value);
    return { text, line: text };
  }
  const isList = Array.isArray(value);
  const [open, close, space] = isList ? ["[", "]", ""] : ["{", "}", " "];
  const inner = `${indentation}  `;
  const parts: string[] = [];
  let line: string | undefined = "";
  for (const [key, each] of Object.entries(value)) {
    const head = isList ? "" : `${JSON.stringify(key)}: `;
    const part = laidOut(each, inner.length + head.length, inner);
    parts.push(inner + head + part.text);
    if (line === undefined || part.line === undefined) line = undefined;
    else line += (line === "" ? "" : ", ") + head + part.line;
    if (line !== undefined && line.length > WIDTH) line = undefined;
  }
  if (parts.length === 0) return { text: open + close, line: open + close };
  if (line !== undefined) line = open + space + line + space + close;
  const text =
    line !== undefined && line.length < WIDTH - column
      ? line
      : `${open}\n${parts.join(",\n")}\n${indentation}${close}`;
  return { text, line };
}
