/** Texts of the pages to the values that SOAP has in their place. */
import { lexicalOf } from "../../codec/index.js";
import { type ElementSchema, type EnumerationType, resolveType } from "../../schema/index.js";

/** The value of a member of a simple type, or of a list of them; `undefined` where the text is outside the type. */
export function textValue(member: ElementSchema, text: string): unknown {
  const type = resolveType(member.type);
  if (type === "string") return text;
  if (type === "boolean") return booleans.get(text.trim().toLowerCase());
  if (typeof type === "string") return lexicalOf(type, false).parse(text);
  if ("enumeration" in type) return enumerated(type, text, member.open === true);
  if ("item" in type) return listed(type.item, text);
  return undefined;
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ["1", true],
  ["true", true],
  ["yes", true],
  ["0", false],
  ["false", false],
  ["no", false],
]);

/** The pages are free with the letter case of such values. */
function enumerated({ enumeration }: EnumerationType, text: string, open: boolean) {
  const word = text.trim();
  const values = Object.values(enumeration);
  const value = values.find((candidate) => candidate.toLowerCase() === word.toLowerCase());
  return value ?? (open ? word : undefined);
}

/** Values parted by commas. */
function listed(item: ElementSchema, text: string): unknown[] | undefined {
  const words = text.split(",").map((word) => word.trim());
  const values = words.filter((word) => word !== "").map((word) => textValue(item, word));
  return values.includes(undefined) ? undefined : values;
}
