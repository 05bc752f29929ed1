/** Simple types as wire schema (XML Schema part 2). */
import type {
  BuiltinType,
  EnumerationDefinition,
  Facet,
  FacetName,
  SimpleDefinition,
} from "../../contract/index.js";
import {
  type BuiltinName,
  type Facets,
  isBuiltin,
  patternError,
  type SimpleType,
} from "../../schema/index.js";
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
  const restricts = memberBase(type, types);
  const facets = facetsOf(type);
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

/** The facets of a type and of those that it restricts; the type itself has the last word. */
function facetsOf(type: SimpleDefinition): Facets {
  if (type.kind !== "restriction" && type.kind !== "enumeration") return {};
  const facets: Writable<Facets> = { ...facetsOf(type.base) };
  for (const { name, value } of type.facets) {
    if (isBound(name)) facets[name] = value.trim();
    else if (isCount(name)) facets[name] = Number(value);
    else if (isWhiteSpace(name, value)) facets.whiteSpace = value;
  }
  const patterns = patternsIn(type.facets);
  if (patterns.length > 0) facets.patterns = [...(facets.patterns ?? []), patterns];
  if (type.kind === "enumeration" && !isStringEnumeration(type)) {
    facets.values = type.values.map(({ value }) => value);
  }
  return facets;
}

type Writable<Of> = { -readonly [Name in keyof Of]: Of[Name] };

const BOUNDS = ["minInclusive", "maxInclusive", "minExclusive", "maxExclusive"] as const;
const COUNTS = ["length", "minLength", "maxLength", "totalDigits", "fractionDigits"] as const;

const WHITE_SPACE = ["preserve", "replace", "collapse"] as const;

/** The patterns of one type. If one cannot be used, the others say too little: the reader of the schema reports it. */
function patternsIn(facets: readonly Facet[]): readonly string[] {
  const patterns = facets.filter(({ name }) => name === "pattern").map(({ value }) => value);
  return patterns.some((pattern) => patternError(pattern) !== undefined) ? [] : patterns;
}

function isWhiteSpace(name: FacetName, value: string): value is (typeof WHITE_SPACE)[number] {
  return name === "whiteSpace" && WHITE_SPACE.some((each) => each === value);
}

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
