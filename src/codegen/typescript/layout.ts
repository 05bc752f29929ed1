/**
 * Lays out text like a formatter: a group is printed on one line if it fits, else its line breaks are printed
 * (P. Wadler, A prettier printer, 2003).
 */
import { textWidth } from "./text-width.js";

export type Doc =
  | string
  | readonly Doc[]
  /** Printed on one line if it fits there and neither it nor a group inside is `isBroken`. */
  | { readonly kind: "group"; readonly content: Doc; readonly isBroken: boolean }
  | { readonly kind: "indent"; readonly content: Doc }
  /** A line break in a broken group; else the text `flat`. */
  | { readonly kind: "line"; readonly flat: string }
  /** A line break that breaks the groups around it. */
  | { readonly kind: "hard-line" }
  /** Whole lines, by the steps of indentation before them. They break the groups around them. */
  | { readonly kind: "lines"; readonly at: (depth: number) => readonly string[] }
  /** Printed in a broken group only. */
  | { readonly kind: "if-broken"; readonly content: string }
  /** A space, or an indented line break if not even the first part of the content fits behind the space. */
  | { readonly kind: "fluid"; readonly content: Doc };

/** The longest line, in characters. */
export const WIDTH = 100;

/** A line break or a space. */
export const line: Doc = { kind: "line", flat: " " };
/** A line break or nothing. */
export const softLine: Doc = { kind: "line", flat: "" };
export const hardLine: Doc = { kind: "hard-line" };

export function indent(content: Doc): Doc {
  return { kind: "indent", content };
}

export function group(content: Doc, isBroken = false): Doc {
  return { kind: "group", content, isBroken };
}

export function ifBroken(content: string): Doc {
  return { kind: "if-broken", content };
}

export function fluid(content: Doc): Doc {
  return { kind: "fluid", content };
}

export function lines(at: (depth: number) => readonly string[]): Doc {
  return { kind: "lines", at };
}

/** Docs one after the other: one text if all of them are. */
export function concat(...docs: readonly Doc[]): Doc {
  let text = "";
  for (const doc of docs) {
    if (typeof doc !== "string") return docs;
    text += doc;
  }
  return text;
}

/** The items with the separator between them. */
export function join(items: readonly Doc[], separator: Doc): Doc {
  const docs: Doc[] = [];
  for (const item of items) {
    if (docs.length > 0) docs.push(separator);
    docs.push(item);
  }
  return docs;
}

/** A doc in a broken group, and the steps of indentation around it. */
interface Command {
  readonly doc: Doc;
  readonly depth: number;
}

/** @returns the text, its lines joined by `\n` */
export function printDoc(doc: Doc): string {
  const printer = new DocPrinter();
  printer.print(doc);
  return printer.text;
}

class DocPrinter {
  text = "";
  #column = 0;
  /** What is still to print, the next at the end. */
  readonly #stack: Command[] = [];

  print(doc: Doc): void {
    this.#stack.push({ doc, depth: 0 });
    for (let next = this.#stack.pop(); next !== undefined; next = this.#stack.pop()) {
      const { doc: part, depth } = next;
      if (isList(part)) this.#printList(part, depth);
      else if (!this.#printLeaf(part, depth)) this.#printContent(part, depth);
    }
  }

  #printList(docs: readonly Doc[], depth: number): void {
    let start = 0;
    while (start < docs.length && this.#printLeaf(docs[start] ?? "", depth)) start++;
    for (let index = docs.length - 1; index >= start; index--) {
      this.#stack.push({ doc: docs[index] ?? "", depth });
    }
  }

  /** @returns `false` for a doc that consists of others; it is not printed */
  #printLeaf(doc: Doc, depth: number): doc is Leaf {
    if (typeof doc === "string") this.#put(doc);
    else if (isList(doc)) return false;
    else {
      switch (doc.kind) {
        case "line":
        case "hard-line":
          this.#breakLine(depth);
          break;
        case "lines":
          for (const text of doc.at(depth)) {
            this.text += text;
            this.#breakLine(depth);
          }
          break;
        case "if-broken":
          this.#put(doc.content);
          break;
        default:
          return false;
      }
    }
    return true;
  }

  #printContent(doc: Container, depth: number): void {
    if (doc.kind === "group") this.#printGroup(doc, depth);
    else if (doc.kind === "fluid") this.#printFluid(doc.content, depth);
    else this.#stack.push({ doc: doc.content, depth: depth + 1 });
  }

  #printGroup(part: Extract<Container, { readonly kind: "group" }>, depth: number): void {
    const flat = new FlatText(WIDTH - this.#column);
    if (flat.add(part) && this.#restFits(flat.space)) {
      this.text += flat.text;
      this.#column = WIDTH - flat.space;
    } else this.#stack.push({ doc: part.content, depth });
  }

  #printFluid(doc: Doc, depth: number): void {
    const left = spaceBehind(doc, WIDTH - this.#column - 1);
    if (left === Infinity || this.#restFits(left)) {
      this.#put(" ");
      this.#stack.push({ doc, depth });
    } else {
      this.#breakLine(depth + 1);
      this.#stack.push({ doc, depth: depth + 1 });
    }
  }

  #put(text: string): void {
    this.text += text;
    this.#column += textWidth(text);
  }

  #breakLine(depth: number): void {
    this.text += `\n${"  ".repeat(depth)}`;
    this.#column = depth * 2;
  }

  /** Whether there is space for what is still to print, up to the next possible line break. */
  #restFits(space: number): boolean {
    let left = space;
    for (let index = this.#stack.length - 1; index >= 0 && left >= 0; index--) {
      left = spaceBehind(this.#stack[index]?.doc ?? "", left);
      if (left === Infinity) return true;
    }
    return left >= 0;
  }
}

/** Text on one line. */
class FlatText {
  text = "";

  /** @param space the space that is left on the line */
  constructor(public space: number) {}

  /** @returns whether the doc may be on one line and fits there */
  add(doc: Doc): boolean {
    if (typeof doc === "string") return this.#put(doc);
    if (isList(doc)) {
      for (const part of doc) if (!this.add(part)) return false;
      return true;
    }
    switch (doc.kind) {
      case "group":
        return !doc.isBroken && this.add(doc.content);
      case "indent":
        return this.add(doc.content);
      case "fluid":
        return this.#put(" ") && this.add(doc.content);
      case "line":
        return this.#put(doc.flat);
      case "if-broken":
        return true;
      case "hard-line":
      case "lines":
        return false;
    }
  }

  #put(text: string): boolean {
    this.text += text;
    this.space -= textWidth(text);
    return this.space >= 0;
  }
}

/** The space that is left behind a doc in a broken group; infinite if there is a possible line break before. */
function spaceBehind(doc: Doc, space: number): number {
  if (typeof doc === "string") return space - textWidth(doc);
  if (isList(doc)) {
    let left = space;
    for (const part of doc) {
      if (left < 0 || left === Infinity) break;
      left = spaceBehind(part, left);
    }
    return left;
  }
  switch (doc.kind) {
    case "group":
    case "indent":
      return spaceBehind(doc.content, space);
    case "if-broken":
      return space - doc.content.length;
    default:
      return Infinity;
  }
}

type Container = Extract<Doc, { readonly kind: "group" | "indent" | "fluid" }>;
type Leaf = Exclude<Doc, Container | readonly Doc[]>;

function isList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}
