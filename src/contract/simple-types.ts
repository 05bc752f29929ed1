/** Simple types (XML Schema part 1 §3.14, part 2). */
import type { Location } from "./location.js";
import type { QName } from "./qname.js";

/** A simple type: the type of an attribute or of an element that contains only text (XML Schema part 1 §3.14). */
export type SimpleDefinition =
  | BuiltinType
  | RestrictionDefinition
  | EnumerationDefinition
  | ListDefinition
  | UnionDefinition;

/** A simple type of the namespace of XML Schema (part 2 §3). */
export interface BuiltinType {
  /** Discriminates the kinds of types. */
  readonly kind: "builtin";
  /** Its name, in the namespace of XML Schema. */
  readonly name: QName;
}

/** The members of all types that a schema defines. */
export interface UserDefinition {
  /** The name of a global type; `undefined` for a type inside an element, an attribute or another type. */
  readonly name: QName | undefined;
  /** The documentation of the type (XML Schema part 1 §3.13); `undefined` if it has none. */
  readonly documentation: string | undefined;
  /** The position of the type in its schema. */
  readonly location: Location;
}

/** A simple type that is restricted by facets other than enumeration (XML Schema part 2 §4.1.2.1). */
export interface RestrictionDefinition extends UserDefinition {
  /** Discriminates the kinds of types. */
  readonly kind: "restriction";
  /** The type that is restricted. */
  readonly base: SimpleDefinition;
  /** The facets of this restriction; those of the base apply too. */
  readonly facets: readonly Facet[];
}

/** A simple type that is restricted to listed values (XML Schema part 2 §4.3.5). */
export interface EnumerationDefinition extends UserDefinition {
  /** Discriminates the kinds of types. */
  readonly kind: "enumeration";
  /** The type that is restricted. */
  readonly base: SimpleDefinition;
  /** The values, in the order of the schema. */
  readonly values: readonly EnumerationValue[];
  /** The facets beside the values. */
  readonly facets: readonly Facet[];
}

/** One value of an enumeration (XML Schema part 2 §4.3.5). */
export interface EnumerationValue {
  /** The lexical form; a QName is written as `{namespace}local`. */
  readonly value: string;
  /** The documentation of the value; `undefined` if it has none. */
  readonly documentation: string | undefined;
}

/** A list of values that are separated by white space (XML Schema part 2 §4.1.2.2). */
export interface ListDefinition extends UserDefinition {
  /** Discriminates the kinds of types. */
  readonly kind: "list";
  /** The type of each item. */
  readonly item: SimpleDefinition;
}

/** A type whose values are those of several types (XML Schema part 2 §4.1.2.3). */
export interface UnionDefinition extends UserDefinition {
  /** Discriminates the kinds of types. */
  readonly kind: "union";
  /** The types, in the order in which they are tried. */
  readonly members: readonly SimpleDefinition[];
}

/** A constraining facet (XML Schema part 2 §4.3). */
export interface Facet {
  /** Which facet it is. */
  readonly name: FacetName;
  /** Its value as it is in the schema. */
  readonly value: string;
}

/** The facets apart from enumeration, whose values are separate (XML Schema part 2 §4.3). */
export const FACETS = [
  "length",
  "minLength",
  "maxLength",
  "pattern",
  "whiteSpace",
  "minInclusive",
  "maxInclusive",
  "minExclusive",
  "maxExclusive",
  "totalDigits",
  "fractionDigits",
] as const;

/** The name of a constraining facet (XML Schema part 2 §4.3). */
export type FacetName = (typeof FACETS)[number];
