/** JSON laid out like a formatter: a list or an object is printed on one line if it fits. */
import { WIDTH } from "../typescript/layout.js";

/** @returns the text with the line break that ends a file */
export function jsonFile(value: object): string {
  return `${layOut(value, { column: 0, indentation: "", isLast: true }).text}\n`;
}

interface LaidOut {
  readonly text: string;
  /** All of it on one line; `undefined` if that is longer than any line. */
  readonly line: string | undefined;
}

interface Place {
  readonly column: number;
  readonly indentation: string;
  /** Whether no comma follows. */
  readonly isLast: boolean;
}

function layOut(value: unknown, { column, indentation, isLast }: Place): LaidOut {
  if (typeof value !== "object" || value === null) {
    const text = JSON.stringify(value);
    return { text, line: text };
  }
  const isList = Array.isArray(value);
  const [open, close, space] = isList ? ["[", "]", ""] : ["{", "}", " "];
  const inner = `${indentation}  `;
  const entries = Object.entries(value);
  const parts: string[] = [];
  let line: string | undefined = "";
  for (const [key, each] of entries) {
    const head = isList ? "" : `${JSON.stringify(key)}: `;
    const part = layOut(each, {
      column: inner.length + head.length,
      indentation: inner,
      isLast: parts.length === entries.length - 1,
    });
    parts.push(inner + head + part.text);
    if (line === undefined || part.line === undefined) line = undefined;
    else line += (line === "" ? "" : ", ") + head + part.line;
    if (line !== undefined && line.length > WIDTH) line = undefined;
  }
  if (parts.length === 0) return { text: open + close, line: open + close };
  if (line !== undefined) line = open + space + line + space + close;
  if (line !== undefined && column + line.length + (isLast ? 0 : 1) <= WIDTH) {
    return { text: line, line };
  }
  return { text: `${open}\n${parts.join(",\n")}\n${indentation}${close}`, line };
}
