/** Statements that are laid out by us, since ts-morph writes each on one line. */
import type { WriterFunction } from "ts-morph";
import { behind, type Doc, print, WIDTH } from "./layout.js";
import { type Paragraphs, tsdocBlock } from "./tsdoc.js";
import { type Property, propertyHead } from "./types/property.js";

export interface Constant {
  readonly name: string;
  readonly type?: { readonly name: string; readonly parameters: readonly string[] };
  readonly value: Doc;
  readonly asConst?: boolean;
  readonly documentation?: Paragraphs;
  readonly isExported?: boolean;
}

export function constant(declaration: Constant): WriterFunction {
  const { name, type, value, asConst = false, documentation = [], isExported = true } = declaration;
  const start = `${isExported ? "export " : ""}const ${name}`;
  const text = `${assigned(start, type, value)}${asConst ? " as const" : ""};`;
  return (writer) => writer.write(tsdocBlock(documentation) + text);
}

/** The value stands below where not even its bracket fits behind; before that the type's parameters do. */
function assigned(start: string, type: Constant["type"], value: Doc): string {
  if (typeof value === "string") return print(behind(`${start} =`, value));
  const { name, parameters = [] } = type ?? {};
  const inline = parameters.length === 0 ? name : `${name}<${parameters.join(", ")}>`;
  const head = inline === undefined ? `${start} =` : `${start}: ${inline} =`;
  if (head.length + " {".length <= WIDTH) return `${head} ${print(value, head.length + 1)}`;
  if (parameters.length > 0 && head.length > WIDTH) {
    return `${start}: ${name}<\n  ${parameters.join(",\n  ")}\n> = ${print(value, "> = ".length)}`;
  }
  return `${head}\n  ${print(value, 2, 1)}`;
}

/** @param type gives the type behind the equals sign */
export function typeAlias(
  name: string,
  type: (head: string) => Doc,
  documentation: Paragraphs = [],
): WriterFunction {
  const text = print(type(`export type ${name} =`));
  return (writer) => writer.write(`${tsdocBlock(documentation)}${text};`);
}

export function interfaceText(
  name: string,
  properties: readonly Property[],
  documentation: Paragraphs,
  base?: string,
): WriterFunction {
  const head = `export interface ${name}`;
  const line = base === undefined ? `${head} {` : `${head} extends ${base} {`;
  const start = line.length > WIDTH && base !== undefined ? `${head}\n  extends ${base} {` : line;
  const members = properties.map((property) => {
    const own = propertyHead(property);
    const blank = property.isUnion === true ? "" : " ";
    const type = print(property.type, 2 + own.length + blank.length, 1);
    const comment = tsdocBlock(property.documentation, 1).replace(/^(?=.)/gm, "  ");
    return `${comment}  ${own}${blank}${type};\n`;
  });
  // Written as it stands: ts-morph would indent further lines of a type in its own way.
  return (writer) => writer.write(`${tsdocBlock(documentation)}${start}\n${members.join("")}}`);
}
