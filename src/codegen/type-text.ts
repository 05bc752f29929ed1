/** TypeScript types of the contract's types. */
import type { ElementDeclaration, TypeDefinition } from "../wsdl/index.js";
import { arrayItem, isRepeated } from "./arrays.js";
import { type Doc, objectType } from "./layout.js";
import type { Model } from "./model.js";
import { memberName } from "./names.js";

const NUMBERS = new Set(
  "byte short int unsignedByte unsignedShort unsignedInt float double".split(" "),
);
const BIG_INTEGERS = new Set(
  "long unsignedLong integer nonNegativeInteger nonPositiveInteger positiveInteger negativeInteger".split(
    " ",
  ),
);
const BINARIES = new Set(["base64Binary", "hexBinary"]);

/** What the codec of a built-in type gives and takes; decimals, dates and durations are strings. */
function builtinText(name: string): string {
  if (name === "boolean") return "boolean";
  if (NUMBERS.has(name)) return "number";
  if (BIG_INTEGERS.has(name)) return "bigint";
  return BINARIES.has(name) ? "Uint8Array" : "string";
}

export function typeText(type: TypeDefinition, model: Model): string {
  if (type.kind === "builtin") return builtinText(type.name.local);
  const item = arrayItem(type);
  return item === undefined ? model.nameOf(type) : arrayText(item, model);
}

function arrayText(item: ElementDeclaration, model: Model): string {
  const text = typeText(item.type, model);
  return item.nillable ? `(${text} | null)[]` : `${text}[]`;
}

/** The type of a member's value. */
export function memberText(member: ElementDeclaration, model: Model): string {
  if (isRepeated(member)) return arrayText(member, model);
  const text = typeText(member.type, model);
  return member.nillable ? `${text} | null` : text;
}

export interface Property {
  readonly name: string;
  readonly type: string;
  readonly hasQuestionToken: boolean;
}

export function property(member: ElementDeclaration, model: Model): Property {
  return {
    name: memberName(member.name.local),
    type: memberText(member, model),
    hasQuestionToken: member.minOccurs === 0,
  };
}

/** The members as an object type. */
export function propertiesType(properties: readonly Property[], before: readonly Doc[] = []): Doc {
  const members = properties.map(
    ({ name, type, hasQuestionToken }) => `${name}${hasQuestionToken ? "?" : ""}: ${type}`,
  );
  return objectType([...before, ...members]);
}

/** The names of enumerations and structures that members refer to. */
export function referredNames(members: readonly ElementDeclaration[], model: Model): string[] {
  return members.flatMap(({ type }) => {
    if (type.kind === "builtin") return [];
    const item = arrayItem(type);
    return item === undefined ? [model.nameOf(type)] : referredNames([item], model);
  });
}
