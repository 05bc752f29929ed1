/** Statements, laid out as a formatter would. */

import { behind, type Doc, print, WIDTH } from "./layout.js";
import { type Paragraphs, tsdocBlock } from "./tsdoc.js";

export interface Constant {
  readonly name: string;
  readonly type?: { readonly name: string; readonly parameters: readonly string[] };
  readonly value: Doc;
  readonly asConst?: boolean;
  readonly documentation?: Paragraphs;
  readonly isExported?: boolean;
}

export function constant(declaration: Constant): string {
  const { name, type, value, asConst = false, documentation = [], isExported = true } = declaration;
  const start = `${isExported ? "export " : ""}const ${name}`;
  const text = `${assigned(start, type, value)}${asConst ? " as const" : ""};`;
  return tsdocBlock(documentation) + text;
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
