/** Simple types as types of TypeScript (XML Schema part 2). */
import type { SimpleDefinition } from "../../contract/index.js";
import { isAttachmentReference } from "../model/mappings.js";
import type { Model } from "../model/model.js";
import { isStringEnumeration } from "../model/reached-types.js";

const NUMBERS = new Set(
  "byte short int unsignedByte unsignedShort unsignedInt float double".split(" "),
);
const BIG_INTEGERS = new Set(
  "long unsignedLong integer nonNegativeInteger nonPositiveInteger positiveInteger negativeInteger".split(
    " ",
  ),
);
const BINARIES = new Set(["base64Binary", "hexBinary"]);
/** Lists without being said to be (part 2 §3.3.5, §3.3.10, §3.3.12). */
const LISTS = new Set(["ENTITIES", "IDREFS", "NMTOKENS"]);

/** What the codec of a built-in type gives and takes; decimals, dates and durations are strings. */
function builtinText(name: string, model: Model): string {
  for (const [builtin, mapped] of model.mappings) {
    if (builtin === name) return mapped === "Attachment" ? model.runtime(mapped) : mapped;
  }
  if (name === "boolean") return "boolean";
  if (NUMBERS.has(name)) return "number";
  if (BIG_INTEGERS.has(name)) return "bigint";
  if (LISTS.has(name)) return "string[]";
  return BINARIES.has(name) ? "Uint8Array" : "string";
}

/** The type of a value: by its name where it has one. */
export function simpleText(type: SimpleDefinition, model: Model): string {
  if (type.kind === "builtin") return builtinText(type.name.local, model);
  return model.nameOf(type) ?? simpleContent(type, model);
}

/** What a simple type's own declaration says. */
export function simpleContent(
  type: Exclude<SimpleDefinition, { kind: "builtin" }>,
  model: Model,
): string {
  if (isAttachmentReference(type)) return model.runtime("Attachment");
  switch (type.kind) {
    case "list":
      return arrayOf(simpleText(type.item, model));
    case "union":
      return unionText(type.members, model);
    default:
      return simpleText(type.base, model);
  }
}

/** Beside any string the listed ones would be lost: `Unlisted` keeps them. */
function unionText(members: readonly SimpleDefinition[], model: Model): string {
  const texts = new Set(members.map((member) => simpleText(member, model)));
  const hasListed = members.some(
    (member) => member.kind === "enumeration" && isStringEnumeration(member),
  );
  const named = [...texts].map((text) =>
    text === "string" && hasListed ? model.runtime("Unlisted") : text,
  );
  return named.length === 0 ? "string" : named.join(" | ");
}

export function arrayOf(item: string): string {
  return /^[\w$.]+(?:\[\])*$/.test(item) ? `${item}[]` : `(${item})[]`;
}
