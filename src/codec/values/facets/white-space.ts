/** The normalization of white space before a text is checked (XML Schema part 2 §4.3.6). */
import type { Facets, SimpleType } from "../../../schema/index.js";
import { collapseSpace, replaceSpace } from "../../../xml/index.js";

type WhiteSpace = NonNullable<Facets["whiteSpace"]>;

export function normalized(text: string, whiteSpace: WhiteSpace): string {
  if (whiteSpace === "preserve") return text;
  return whiteSpace === "replace" ? replaceSpace(text) : collapseSpace(text);
}

/** The facet of a type. Each member of a union has its own, so that a union itself preserves white space. */
export function whiteSpaceOf(type: SimpleType): WhiteSpace {
  if (typeof type === "string") return builtinWhiteSpace(type);
  if ("restricts" in type) return type.facets.whiteSpace ?? whiteSpaceOf(type.restricts);
  if ("builtin" in type) return builtinWhiteSpace(type.builtin);
  return "list" in type ? "collapse" : "preserve";
}

function builtinWhiteSpace(name: string): WhiteSpace {
  if (name === "string" || name === "anySimpleType") return "preserve";
  return name === "normalizedString" ? "replace" : "collapse";
}
