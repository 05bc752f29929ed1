/** Simple types as wire schema (XML Schema part 2). */
import type {
  BuiltinType,
  EnumerationDefinition,
  FacetName,
  SimpleDefinition,
} from "../../contract/index.js";
import { type BuiltinName, type Facets, isBuiltin, type SimpleType } from "../../schema/index.js";
import { isAttachmentReference } from "../model/mappings.js";
import type { Model } from "../model/model.js";
import { isStringEnumeration } from "../model/reached-types.js";
import type { WireTypes } from "./wire-types.js";

/** A built-in type by its name, or an enumeration: what a text can name. `undefined` if the type needs an object. */
export function plainType(
  type: SimpleDefinition,
  model: Model,
): BuiltinName | EnumerationDefinition | undefined {
  if (isAttachmentReference(type)) return undefined;
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
  switch (type.kind) {
    case "builtin": {
      const builtin = builtinName(type);
      const as = types.model.mappings.get(builtin);
      return as === undefined ? builtin : { builtin, as };
    }
    case "enumeration":
    case "restriction":
      return simpleWire(type.base, types);
    case "list":
      return { list: simpleWire(type.item, types) };
    case "union":
      return { union: type.members.map((member) => memberWire(member, types)) };
  }
}

/** A member of a union: a text that violates its facets belongs to another member (part 2 §2.5.1.3). */
function memberWire(type: SimpleDefinition, types: WireTypes): SimpleType {
  const restricts = simpleWire(type, types);
  const facets = facetsOf(type);
  return Object.keys(facets).length === 0 ? restricts : { restricts, facets };
}

/** The facets of a type and of those that it restricts; the type itself has the last word. */
function facetsOf(type: SimpleDefinition): Facets {
  if (type.kind !== "restriction" && type.kind !== "enumeration") return {};
  const facets: Writable<Facets> = { ...facetsOf(type.base) };
  for (const { name, value } of type.facets) {
    if (isBound(name)) facets[name] = value.trim();
    else if (isCount(name)) facets[name] = Number(value);
  }
  if (type.kind === "enumeration" && !isStringEnumeration(type)) {
    facets.values = type.values.map(({ value }) => value);
  }
  return facets;
}

type Writable<Of> = { -readonly [Name in keyof Of]: Of[Name] };

const BOUNDS = ["minInclusive", "maxInclusive", "minExclusive", "maxExclusive"] as const;
const COUNTS = ["length", "minLength", "maxLength", "totalDigits", "fractionDigits"] as const;

function isBound(name: FacetName): name is (typeof BOUNDS)[number] {
  return BOUNDS.some((each) => each === name);
}

function isCount(name: FacetName): name is (typeof COUNTS)[number] {
  return COUNTS.some((each) => each === name);
}

function builtinName({ name }: BuiltinType): BuiltinName {
  if (isBuiltin(name.local)) return name.local;
  throw new TypeError(`${name.key} is not a built-in type.`);
}
