/**
 * Lays code out as a formatter would: a group stands in one line where it fits, else it is broken over several
 * (P. Wadler, A prettier printer, 2003).
 */

export type Doc =
  | string
  | readonly Doc[]
  /** Stands in one line where it fits, unless it has to be `broken`, or a group inside it has. */
  | { readonly kind: "group"; readonly content: Doc; readonly broken: boolean }
  | { readonly kind: "indent"; readonly content: Doc }
  /** A line break in a broken group; in one line a blank, or nothing. */
  | { readonly kind: "line"; readonly flat: string }
  /** In a broken group only. */
  | { readonly kind: "broken"; readonly content: string };

export const WIDTH = 100;

const line: Doc = { kind: "line", flat: " " };
const softLine: Doc = { kind: "line", flat: "" };
const trailingComma: Doc = { kind: "broken", content: "," };

function indent(content: Doc): Doc {
  return { kind: "indent", content };
}

function group(content: Doc, broken = false): Doc {
  return { kind: "group", content, broken };
}

function separated(items: readonly Doc[], separator: string): Doc[] {
  const docs: Doc[] = [];
  for (const item of items) {
    if (docs.length > 0) docs.push(separator, line);
    docs.push(item);
  }
  return docs;
}

/** `{ a: 1, b }`. */
export function objectLiteral(entries: readonly Doc[], broken = false): Doc {
  if (entries.length === 0) return "{}";
  return group(["{", indent([line, ...separated(entries, ",")]), trailingComma, line, "}"], broken);
}

/**
 * The parameters of a method, in parentheses.
 *
 * @param behind what stands behind them on their last line
 */
export function parameterList(parameters: readonly string[], column: number, behind: string): Doc {
  const list = indent([softLine, ...separated(parameters, ",")]);
  const width = column + `(${parameters.join(", ")})${behind}`.length;
  return [group(["(", list, trailingComma, softLine, ")"], width > WIDTH), behind];
}

/** `[a, b]`; several objects always stand one below the other, unlike texts. */
export function arrayLiteral(
  items: readonly Doc[],
  broken = items.length > 1 && !items.some(isText),
): Doc {
  if (items.length === 0) return "[]";
  return group(
    ["[", indent([softLine, ...separated(items, ",")]), trailingComma, softLine, "]"],
    broken,
  );
}

function isText(item: Doc): boolean {
  return typeof item === "string";
}

/** `{ a: string; b: number }` as a type. */
export function objectType(members: readonly Doc[]): Doc {
  const last: Doc = { kind: "broken", content: ";" };
  return group(["{", indent([line, ...separated(members, ";")]), last, line, "}"]);
}

/** An entry below its comment, whose lines may be several. */
export function commented(comment: string, entry: Doc): Doc {
  const lines = comment.split("\n").filter((text) => text !== "");
  return [...lines.flatMap((text) => [text, line]), entry];
}

/** A value behind its colon or equals sign: on the same line, or indented on the next. */
export function behind(head: string, value: Doc): Doc {
  return group([head, indent([line, value])]);
}

/** `A | B` behind a colon or equals sign: on the same line, or each on its own with a bar before it. */
export function unionType(members: readonly Doc[]): Doc {
  const [only] = members;
  if (members.length === 1 && only !== undefined) return [" ", only];
  const bar: Doc = { kind: "broken", content: "| " };
  const rest = members.flatMap((member, index) =>
    index === 0 ? [bar, indent(member)] : [line, "| ", indent(member)],
  );
  return group(indent([line, ...rest]));
}

/** `A & B` behind an equals sign: each object or union breaks by itself. */
export function intersection(members: readonly Doc[]): Doc {
  return members.flatMap((member, index) => (index === 0 ? [member] : [" & ", member]));
}

/** `Name<A | B>`: where it doesn't fit, the union stands below, and broken in turn each member on its own line. */
export function typeArgument(name: string, members: readonly Doc[]): Doc {
  const bar: Doc = members.length > 1 ? { kind: "broken", content: "| " } : "";
  const list = members.flatMap((member, index) =>
    index === 0 ? [bar, indent(member)] : [line, "| ", indent(member)],
  );
  return group([`${name}<`, indent([softLine, group(list)]), softLine, ">"]);
}

/**
 * @param column where the text begins
 * @param depth steps of indentation around it
 */
export function print(doc: Doc, column = 0, depth = 0): string {
  let text = "";
  let at = column;
  const put = (piece: string) => {
    text += piece;
    at += piece.length;
  };
  const visit = (part: Doc, level: number, flat: boolean): void => {
    if (typeof part === "string") put(part);
    else if (isList(part)) for (const each of part) visit(each, level, flat);
    else if (part.kind === "indent") visit(part.content, level + 1, flat);
    else if (part.kind === "broken") {
      if (!flat) put(part.content);
    } else if (part.kind === "group") {
      visit(part.content, level, flat || fits(part, WIDTH - at));
    } else if (flat) put(part.flat);
    else {
      text += `\n${"  ".repeat(level)}`;
      at = level * 2;
    }
  };
  visit(doc, depth, false);
  return text;
}

function isList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}

/** One character is kept for the comma or semicolon behind. */
function fits(doc: Doc, space: number): boolean {
  return spaceBehind(doc, space) > 0;
}

/** What is left of `space` behind a doc in one line; nothing where it has to be broken. It looks no further than that. */
function spaceBehind(doc: Doc, space: number): number {
  if (typeof doc === "string") return space - doc.length;
  if (isList(doc)) {
    let left = space;
    for (const part of doc) {
      if (left <= 0) break;
      left = spaceBehind(part, left);
    }
    return left;
  }
  if (doc.kind === "line") return space - doc.flat.length;
  if (doc.kind === "broken") return space;
  return doc.kind === "group" && doc.broken ? 0 : spaceBehind(doc.content, space);
}
