/** The values of empty elements: defaults and fixed values (XML Schema part 1 §3.3.1). */
import type { ElementDeclaration, SimpleDefinition, TypeDefinition } from "../../contract/index.js";
import { builtinTypeNamed } from "../../schema/index.js";
import { derivationChain } from "../shape/shape.js";

/** The default or fixed value of an element, if the empty text is not a value of its type. */
export function emptyValue({
  type,
  constraint,
}: Pick<ElementDeclaration, "type" | "constraint">): string | undefined {
  const text = constraint && textType(type);
  return text === undefined || allowsEmptyText(text) ? undefined : constraint?.value;
}

/** The type of the text in an element; `undefined` if it has elements. */
function textType(type: TypeDefinition): SimpleDefinition | undefined {
  if (type.kind === "any") return undefined;
  if (type.kind !== "complex") return type;
  return derivationChain(type).findLast(({ text }) => text !== undefined)?.text;
}

function allowsEmptyText(type: SimpleDefinition): boolean {
  switch (type.kind) {
    case "builtin":
      return builtinTypeNamed(type.name.local)?.acceptsEmpty === true;
    case "enumeration":
      return type.values.some(({ value }) => value === "");
    case "restriction":
      return allowsEmptyText(type.base);
    case "list":
      return true;
    case "union":
      return type.members.some(allowsEmptyText);
  }
}
