/** The decoder's compiled form of a type: which element and attribute goes to which member of an object. */
import type { Lexical } from "../../values/lexical.js";
import type { Presence } from "../../values/presence.js";

/** The content of an element; `builtin` is the local name of a built-in type. */
export type ContentPlan =
  | { readonly kind: "text"; readonly lexical: Lexical; readonly builtin: string | undefined }
  | { readonly kind: "complex"; readonly plan: ComplexPlan }
  | { readonly kind: "array"; readonly plan: ArrayPlan }
  | { readonly kind: "any" };

export interface AttributePlan {
  readonly name: string;
  readonly namespace: string;
  readonly secret: boolean;
  readonly lexical: Lexical;
}

export interface ComplexPlan {
  readonly form: "record" | "content";
  /** Elements may come in any order. */
  readonly unordered: boolean;
  readonly mixed: boolean;
  readonly record: RecordPlan;
  readonly value: Lexical | undefined;
  /** By local name; `undefined` if the type has no attributes. */
  readonly attributes: ReadonlyMap<string, readonly AttributePlan[]> | undefined;
  readonly requiredAttributes: readonly string[];
  readonly anyAttribute: boolean;
  /** The types that `xsi:type` may name, by `{namespace}local`. */
  readonly types: ReadonlyMap<string, () => ComplexPlan> | undefined;
  /** Only a derived type may be in its place. */
  readonly abstract: boolean;
  /** Its `{namespace}local`. */
  readonly name: string | undefined;
  /** The value of `$type`, if it is in the place of the declared type. */
  readonly typeKey: string | undefined;
}

export interface ArrayPlan {
  readonly item: MemberPlan;
  /** A SOAP array: its items may have any name. */
  readonly isSoap: boolean;
  /** The number of its dimensions. */
  readonly rank: number;
}

/** The elements of a type, or of one item of a repeated group. */
export interface RecordPlan {
  /** By local name. */
  readonly members: ReadonlyMap<string, MemberPlan>;
  readonly wildcards: readonly WildcardPlan[];
  readonly groups: readonly GroupPlan[];
  /** Members that are required. */
  readonly required: readonly string[];
  /** The rules of choices and of optional groups; `undefined` if the type has neither. */
  readonly presence: Presence | undefined;
}

/** A group that repeats: each occurrence is an item of the array `name`. */
export interface GroupPlan {
  readonly name: string;
  readonly index: number;
  readonly record: RecordPlan;
}

/** The arm of each choice, by the number of the choice: two arms of one choice exclude each other in a record. */
export type Arms = ReadonlyMap<number, number>;

export const NO_ARMS: Arms = new Map();

/** The position of an element in a record. */
export interface Position {
  /** Of the property for its value. */
  readonly name: string;
  /** In the order of the wire. */
  readonly index: number;
  /** The arms of the choices that contain it. */
  readonly arms: Arms;
  readonly many: boolean;
}

/** An element that a record has a member for. */
export interface MemberPlan extends Position {
  readonly element: string;
  readonly namespace: string;
  readonly required: boolean;
  readonly nillable: boolean;
  readonly secret: boolean;
  /** The text of an empty element, if its type has no empty value. */
  readonly empty: string | undefined;
  /** The next member with the same local name. */
  readonly next: MemberPlan | undefined;
  /** The repeated group that contains it, with its place there. */
  readonly group: { readonly plan: GroupPlan; readonly inner: MemberPlan } | undefined;
  readonly content: ContentPlan;
}

/** A place for elements that the schema does not name. */
export interface WildcardPlan extends Position {
  readonly group?: { readonly plan: GroupPlan; readonly inner: WildcardPlan };
  readonly required: boolean;
  accepts(namespace: string): boolean;
}
