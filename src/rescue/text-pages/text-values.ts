/** Values of the text pages, converted to the values that SOAP has for the same members. */
import { lexicalOf } from "../../codec/index.js";
import { DecodeError } from "../../errors/index.js";
import { type ElementSchema, type EnumerationType, resolveType } from "../../schema/index.js";

/** Texts by the names of the members. */
export type Fields = Readonly<Record<string, string | undefined>>;

/**
 * The values of members. Missing members and invalid values are added to `violations`.
 *
 * @param path the path of the object that has the members
 */
export function readMembers(
  members: readonly ElementSchema[],
  fields: Fields,
  path: string,
  violations: DecodeError[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const member of members) {
    const name = member.element;
    const text = fields[name];
    const value = text === undefined ? undefined : textValue(member, text);
    if (value !== undefined) values[name] = value;
    else if (text !== undefined) violations.push(invalid(`${path}/${name}`));
    else if (member.minOccurs !== 0) violations.push(missing(`${path}/${name}`));
  }
  return values;
}

function invalid(path: string): DecodeError {
  const message = `The response of the text page has an invalid value for ${path}.`;
  return new DecodeError("INVALID_VALUE", message, path);
}

function missing(path: string): DecodeError {
  const message = `The response of the text page lacks ${path}.`;
  return new DecodeError("MISSING_ELEMENT", message, path);
}

/**
 * The value of a member of a simple type, or of a list of simple types.
 *
 * @returns `undefined` if the text is not valid for the type
 */
export function textValue(member: ElementSchema, text: string): unknown {
  const type = resolveType(member.type);
  if (type === "string") return text;
  if (type === "boolean") return BOOLEANS.get(text.trim().toLowerCase());
  if (typeof type === "string") return lexicalOf(type, false).parse(text);
  if ("enumeration" in type) return enumerationValue(type, text, member.open === true);
  if ("item" in type) return listValue(type.item, text);
  return undefined;
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["1", true],
  ["true", true],
  ["yes", true],
  ["0", false],
  ["false", false],
  ["no", false],
]);

/** The pages write the values of enumerations in any letter case. */
function enumerationValue({ enumeration }: EnumerationType, text: string, open: boolean) {
  const word = text.trim();
  const values = Object.values(enumeration);
  const value = values.find((candidate) => candidate.toLowerCase() === word.toLowerCase());
  return value ?? (open ? word : undefined);
}

function listValue(item: ElementSchema, text: string): unknown[] | undefined {
  const words = text.split(",").map((word) => word.trim());
  const values = words.filter((word) => word !== "").map((word) => textValue(item, word));
  return values.includes(undefined) ? undefined : values;
}
