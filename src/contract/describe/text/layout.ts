/**
 * Breaks nested groups into lines: a group that fits is one line, others have one line per item. After Wadler, "A prettier
 * printer", without its choices.
 */

import { escapeHidden } from "../../hidden-characters.js";

/** The role of a span, for the colors of a terminal. */
export type Style = "plain" | "heading" | "name" | "type" | "mark" | "note";

export interface Span {
  readonly text: string;
  readonly style: Style;
}

export type Line = readonly Span[];

export interface Group {
  readonly open: string;
  readonly close: string;
  /** Between the brackets and the items, if all are in one line. */
  readonly padding: "" | " ";
  readonly items: readonly Doc[];
  readonly separator: string;
  /** Puts as many items in a line as fit, if one line is not enough. */
  readonly fill?: true;
}

export type Doc = Span | Group | readonly Doc[];

/** Control characters of a WSDL, which a terminal would interpret, are replaced, and hidden ones are escaped. */
export function span(text: string, style: Style = "plain"): Span {
  return { text: escapeHidden(text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ")), style };
}

/** @param indent of the first line, in characters */
export function layOut(doc: Doc, width: number, indent = 0): readonly Line[] {
  const writer = new Writer(width, indent);
  writer.write(doc, indent, 0);
  return writer.lines();
}

/** How much the items of a broken group are indented. */
export const STEP = 4;

class Writer {
  readonly #lines: Span[][] = [];
  #line: Span[] = [];
  #column = 0;

  constructor(
    private readonly width: number,
    indent: number,
  ) {
    this.#indent(indent);
  }

  lines(): readonly Line[] {
    return [...this.#lines, this.#line].map(trimmed);
  }

  /** @param after the width of what must follow in the same line */
  write(doc: Doc, indent: number, after: number): void {
    if ("text" in doc) this.#put(doc);
    else if ("items" in doc) this.#group(doc, indent, after);
    else {
      doc.forEach((each, index) => {
        this.write(each, indent, headWidth(doc.slice(index + 1), after));
      });
    }
  }

  #group(group: Group, indent: number, after: number): void {
    if (this.#column + flatWidth(group) + after <= this.width) {
      this.#flat(group);
      return;
    }
    const { open, close, items, separator, fill } = group;
    this.#put(span(open));
    items.forEach((item, index) => {
      const isLast = index === items.length - 1;
      const rest = isLast ? "" : separator.trimEnd();
      const isFull = this.#column + flatWidth(item) + rest.length > this.width;
      if (fill === undefined || isFull) this.#newLine(indent + STEP);
      this.write(item, indent + STEP, rest.length);
      if (!isLast) this.#put(span(separator));
    });
    if (close !== "" && fill === undefined) this.#newLine(indent);
    this.#put(span(close));
  }

  #flat(doc: Doc): void {
    if ("text" in doc) this.#put(doc);
    else if ("items" in doc) {
      const { open, close, padding, items, separator } = doc;
      this.#put(span(open + padding));
      items.forEach((item, index) => {
        if (index > 0) this.#put(span(separator));
        this.#flat(item);
      });
      this.#put(span((close === "" ? "" : padding) + close));
    } else for (const each of doc) this.#flat(each);
  }

  #put(piece: Span): void {
    if (piece.text === "") return;
    this.#line.push(piece);
    this.#column += piece.text.length;
  }

  #newLine(indent: number): void {
    this.#lines.push(this.#line);
    this.#line = [];
    this.#column = 0;
    this.#indent(indent);
  }

  #indent(indent: number): void {
    this.#put(span(" ".repeat(indent)));
  }
}

function flatWidth(doc: Doc): number {
  if ("text" in doc) return doc.text.length;
  if (!("items" in doc)) return doc.reduce((width, each) => width + flatWidth(each), 0);
  const { open, close, padding, items, separator } = doc;
  const brackets = open.length + close.length + padding.length * (close === "" ? 1 : 2);
  const between = separator.length * Math.max(0, items.length - 1);
  return items.reduce((width, item) => width + flatWidth(item), brackets + between);
}

/** The width up to the next place at which the line may be broken. */
function headWidth(docs: readonly Doc[], after: number): number {
  let width = 0;
  for (const doc of docs) {
    if ("text" in doc) width += doc.text.length;
    else if ("items" in doc) return width + doc.open.length;
    else {
      const inner = headWidth(doc, 0);
      width += inner;
      if (hasGroup(doc)) return width;
    }
  }
  return width + after;
}

function hasGroup(doc: Doc): boolean {
  if ("text" in doc) return false;
  return "items" in doc || doc.some(hasGroup);
}

function trimmed(line: readonly Span[]): Line {
  const last = line.at(-1);
  if (last === undefined) return line;
  const text = last.text.trimEnd();
  if (text === last.text) return line;
  const rest = line.slice(0, -1);
  return text === "" ? trimmed(rest) : [...rest, { ...last, text }];
}
