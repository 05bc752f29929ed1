/** Types of a schema in words, for comments: the type in TypeScript does not always show them. */
import type {
  EnumerationDefinition,
  SimpleDefinition,
  TypeDefinition,
} from "../../contract/index.js";
import { arrayItem } from "../model/arrays.js";
import { isOfEncoding } from "../model/reached-types.js";

/** An enumeration with longer values is described by their number. */
const MOST_VALUES_WIDTH = 60;

/** "`xs:int`", "`ISBN`, restriction of `xs:string`", "`COLOR`, one of `red`, `green`", "array of `LINE`". */
export function typePhrase(type: TypeDefinition): string {
  switch (type.kind) {
    case "builtin":
    case "any":
      return shortName(type);
    case "complex": {
      const item = type.soapArray?.item ?? arrayItem(type)?.element.type;
      return item === undefined ? complexName(type) : `array of ${shortName(item)}`;
    }
    default: {
      if (isOfEncoding(type)) return shortName(type);
      const content = simpleContent(type);
      return type.name === undefined ? content : `\`${type.name.local}\`, ${content}`;
    }
  }
}

function simpleContent(type: Exclude<SimpleDefinition, { kind: "builtin" }>): string {
  switch (type.kind) {
    case "restriction":
      return `restriction of ${shortName(type.base)}`;
    case "enumeration":
      return valuesPhrase(type);
    case "list":
      return `list of ${shortName(type.item)}`;
    case "union":
      return `union of ${type.members.map(shortName).join(", ")}`;
  }
}

function valuesPhrase({ values }: EnumerationDefinition): string {
  let text = "";
  for (const { value } of values) {
    text += `${text === "" ? "" : ", "}\`${value}\``;
    if (text.length > MOST_VALUES_WIDTH) return `one of ${values.length} values`;
  }
  return values.length === 0 ? "without values" : `one of ${text}`;
}

/** The name of a type, or a phrase for an anonymous one. */
function shortName(type: TypeDefinition): string {
  const { name, kind } = type;
  if (isOfEncoding(type)) return `\`soapenc:${name?.local}\``;
  if (kind === "builtin" || kind === "any") return `\`xs:${name.local}\``;
  if (name !== undefined) return `\`${name.local}\``;
  if (kind === "complex") return complexName(type);
  // The facets of an anonymous base are listed with those of the type.
  return kind === "restriction" ? shortName(type.base) : simpleContent(type);
}

function complexName({ name }: Pick<TypeDefinition, "name">): string {
  return name === undefined ? "anonymous complex type" : `complex type \`${name.local}\``;
}
