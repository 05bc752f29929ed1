/** JSON laid out as a formatter would: what fits stands in one line, else its parts stand one below the other. */
import { WIDTH } from "./layout.js";

/** @returns the text with the line break that ends a file */
export function jsonFile(value: object): string {
  return `${text(value, 0, "")}\n`;
}

/** @param column where the text begins */
function text(value: unknown, column: number, indentation: string): string {
  const line = inOneLine(value, WIDTH - column - 1);
  if (line !== undefined) return line;
  const inner = `${indentation}  `;
  if (Array.isArray(value)) {
    const items = value.map((each) => inner + text(each, inner.length, inner));
    return `[\n${items.join(",\n")}\n${indentation}]`;
  }
  const entries = Object.entries(value ?? {}).map(([key, each]) => {
    const head = `${inner}${JSON.stringify(key)}: `;
    return head + text(each, head.length, inner);
  });
  return `{\n${entries.join(",\n")}\n${indentation}}`;
}

/** `undefined` where that is longer than `space`; a string or number is never broken. */
function inOneLine(value: unknown, space: number): string | undefined {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const [open, close] = isList ? ["[", "]"] : ["{ ", " }"];
  let line = "";
  for (const [key, each] of Object.entries(value)) {
    const head = isList ? "" : `${JSON.stringify(key)}: `;
    const own = inOneLine(each, space);
    if (own === undefined) return undefined;
    line += (line === "" ? open : ", ") + head + own;
    if (line.length + close.length > space) return undefined;
  }
  if (line === "") return isList ? "[]" : "{}";
  return line + close;
}
