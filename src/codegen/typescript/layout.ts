/**
 * Lays out text like a formatter: a group is printed on one line if it fits, else its line breaks are printed
 * (P. Wadler, A prettier printer, 2003).
 */

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

/** The items with the separator between them. */
export function join(items: readonly Doc[], separator: Doc): Doc {
  const docs: Doc[] = [];
  for (const item of items) {
    if (docs.length > 0) docs.push(separator);
    docs.push(item);
  }
  return docs;
}

interface Command {
  readonly doc: Doc;
  readonly depth: number;
  readonly isFlat: boolean;
}

/** @returns the text, its lines joined by `\n` */
export function printDoc(doc: Doc): string {
  let text = "";
  let column = 0;
  const stack: Command[] = [{ doc, depth: 0, isFlat: false }];
  const breakLine = (depth: number) => {
    text += `\n${"  ".repeat(depth)}`;
    column = depth * 2;
  };
  for (let command = stack.pop(); command !== undefined; command = stack.pop()) {
    const { doc: part, depth, isFlat } = command;
    if (typeof part === "string") {
      text += part;
      column += part.length;
    } else if (isList(part)) {
      pushAll(stack, part, depth, isFlat);
    } else {
      switch (part.kind) {
        case "group":
          stack.push({
            doc: part.content,
            depth,
            isFlat: isFlat || fits(part, WIDTH - column, stack),
          });
          break;
        case "indent":
          stack.push({ doc: part.content, depth: depth + 1, isFlat });
          break;
        case "line":
          if (isFlat) {
            text += part.flat;
            column += part.flat.length;
          } else breakLine(depth);
          break;
        case "hard-line":
          breakLine(depth);
          break;
        case "lines":
          for (const each of part.at(depth)) {
            text += each;
            breakLine(depth);
          }
          break;
        case "if-broken":
          if (!isFlat) {
            text += part.content;
            column += part.content.length;
          }
          break;
        case "fluid": {
          const content = { doc: part.content, depth, isFlat };
          stack.push(content);
          if (isFlat || startFits(WIDTH - column - 1, stack)) {
            text += " ";
            column += 1;
          } else {
            stack.pop();
            breakLine(depth + 1);
            stack.push({ ...content, depth: depth + 1 });
          }
        }
      }
    }
  }
  return text;
}

/** Whether a group fits on the rest of the line, with all that follows it up to the next possible line break. */
function fits(doc: Doc, space: number, following: readonly Command[]): boolean {
  const pending: Doc[] = [doc];
  let left = space;
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (typeof part === "string") left -= part.length;
    else if (isList(part)) {
      for (let index = part.length - 1; index >= 0; index--) pending.push(part[index] ?? "");
    } else {
      if (isAlwaysBroken(part)) return false;
      left -= flatWidth(part);
      if (hasContent(part)) pending.push(part.content);
    }
    if (left < 0) return false;
  }
  return startFits(left, following);
}

/** Whether the last commands fit up to the next possible line break. */
function startFits(space: number, commands: readonly Command[]): boolean {
  const pending: Command[] = [];
  let left = space;
  let next = commands.length - 1;
  while (left >= 0) {
    const command = pending.pop() ?? commands[next--];
    if (command === undefined) return true;
    const { doc: part, isFlat } = command;
    if (typeof part === "string") left -= part.length;
    else if (isList(part)) pushAll(pending, part, 0, isFlat);
    else {
      if (part.kind === "hard-line" || part.kind === "lines") return true;
      if (!isFlat && (part.kind === "line" || part.kind === "fluid")) return true;
      if (!isFlat && part.kind === "if-broken") left -= part.content.length;
      if (isFlat) left -= flatWidth(part);
      if (hasContent(part)) pending.push({ doc: part.content, depth: 0, isFlat });
    }
  }
  return false;
}

type Part = Exclude<Doc, string | readonly Doc[]>;

function isAlwaysBroken(part: Part): boolean {
  return (
    part.kind === "hard-line" || part.kind === "lines" || (part.kind === "group" && part.isBroken)
  );
}

/** The width on one line, without the content. */
function flatWidth(part: Part): number {
  if (part.kind === "fluid") return 1;
  return part.kind === "line" ? part.flat.length : 0;
}

function hasContent(
  part: Part,
): part is Extract<Part, { readonly kind: "group" | "indent" | "fluid" }> {
  return part.kind === "group" || part.kind === "indent" || part.kind === "fluid";
}

function pushAll(stack: Command[], docs: readonly Doc[], depth: number, isFlat: boolean): void {
  for (let index = docs.length - 1; index >= 0; index--) {
    const doc = docs[index];
    if (doc !== undefined) stack.push({ doc, depth, isFlat });
  }
}

function isList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}
