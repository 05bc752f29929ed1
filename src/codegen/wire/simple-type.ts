/** Simple types as wire schema (XML Schema part 2). */
import type { BuiltinType, EnumerationDefinition, SimpleDefinition } from "../../contract/index.js";
import { type BuiltinName, isBuiltin, type SimpleType } from "../../schema/index.js";
import { isAttachmentReference } from "../model/mappings.js";
import type { Model } from "../model/model.js";
import { isStringEnumeration } from "../model/reached-types.js";
import { facetsOf } from "./facets.js";
import type { WireTypes } from "./wire-types.js";

/** A built-in type by its name, or an enumeration: what a text can name. `undefined` if the type needs an object. */
export function plainType(
  type: SimpleDefinition,
  model: Model,
): BuiltinName | EnumerationDefinition | undefined {
  if (isAttachmentReference(type)) return undefined;
  if (model.hasFacets && isRestricted(type)) return undefined;
  switch (type.kind) {
    case "builtin":
      return model.mappings.has(builtinName(type)) ? undefined : builtinName(type);
    case "enumeration":
      return isStringEnumeration(type) ? type : plainType(type.base, model);
    case "restriction":
      return plainType(type.base, model);
    case "list":
    case "union":
      return undefined;
  }
}

export function simpleWire(type: SimpleDefinition, types: WireTypes): SimpleType {
  const plain = plainType(type, types.model);
  if (typeof plain === "string") return plain;
  if (plain !== undefined) return { enumeration: types.enumeration(plain) };
  if (isAttachmentReference(type)) return { builtin: "anyURI", as: "Attachment" };
  return types.model.hasFacets ? restrictedWire(type, types) : unrestrictedWire(type, types);
}

function restrictedWire(type: SimpleDefinition, types: WireTypes): SimpleType {
  const facets = facetsOf(type, true);
  const restricts = unrestrictedWire(type, types);
  return Object.keys(facets).length === 0 ? restricts : { restricts, facets };
}

/** Without the facets of the type itself and of those that it restricts. */
function unrestrictedWire(type: SimpleDefinition, types: WireTypes): SimpleType {
  switch (type.kind) {
    case "builtin": {
      const builtin = builtinName(type);
      const as = types.model.mappings.get(builtin);
      return as === undefined ? builtin : { builtin, as };
    }
    case "enumeration":
      if (isStringEnumeration(type)) return { enumeration: types.enumeration(type) };
      return unrestrictedWire(type.base, types);
    case "restriction":
      return unrestrictedWire(type.base, types);
    case "list":
      return { list: simpleWire(type.item, types) };
    case "union":
      return { union: type.members.map((member) => memberWire(member, types)) };
  }
}

/** A member of a union: a text that violates its facets belongs to another member (part 2 §2.5.1.3). */
function memberWire(type: SimpleDefinition, types: WireTypes): SimpleType {
  if (types.model.hasFacets) return simpleWire(type, types);
  const restricts = memberBase(type, types);
  const facets = facetsOf(type, false);
  return Object.keys(facets).length === 0 ? restricts : { restricts, facets };
}

/** The type without its facets; the items of a list keep theirs. */
function memberBase(type: SimpleDefinition, types: WireTypes): SimpleType {
  if (type.kind === "list") return { list: memberWire(type.item, types) };
  const isDerived = type.kind === "restriction" || type.kind === "enumeration";
  return isDerived && plainType(type, types.model) === undefined && !isAttachmentReference(type)
    ? memberBase(type.base, types)
    : simpleWire(type, types);
}

/** Whether a wire schema with facets has some of the type. */
function isRestricted(type: SimpleDefinition): boolean {
  return Object.keys(facetsOf(type, true)).length > 0;
}

function builtinName({ name }: BuiltinType): BuiltinName {
  if (isBuiltin(name.local)) return name.local;
  throw new TypeError(`${name.key} is not a built-in type.`);
}
