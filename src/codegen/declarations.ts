/** Statements that are laid out by us, since ts-morph writes each on one line. */
import type { WriterFunction } from "ts-morph";
import { type Doc, print, WIDTH } from "./layout.js";
import { type Paragraphs, tsdocBlock } from "./tsdoc.js";

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
  const start = `${isExported ? "export " : ""}const ${name}${annotation(name, type)} = `;
  const column = start.length - (start.lastIndexOf("\n") + 1);
  const text = `${start}${print(value, column)}${asConst ? " as const" : ""};`;
  return (writer) => writer.write(tsdocBlock(documentation) + text);
}

/** The type's parameters stand one below the other where they don't fit beside it. */
function annotation(name: string, type: Constant["type"]): string {
  if (type === undefined) return "";
  if (type.parameters.length === 0) return `: ${type.name}`;
  const inline = `: ${type.name}<${type.parameters.join(", ")}>`;
  const line = `export const ${name}${inline} = {`;
  return line.length <= WIDTH ? inline : `: ${type.name}<\n  ${type.parameters.join(",\n  ")}\n>`;
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
