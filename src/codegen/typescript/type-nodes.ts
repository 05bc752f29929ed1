/** Types of TypeScript as data. */
import type { Documentation } from "./doc-comment.js";
import type { Module } from "./module.js";

export type TypeNode =
  | KeywordType
  | LiteralType
  | Reference
  | ArrayType
  | UnionType
  | IntersectionType
  | ObjectType
  | FunctionType
  | KeyOfType
  | TypeOfType
  | IndexedAccessType;

export interface KeywordType {
  readonly kind: "keyword";
  readonly name:
    | "bigint"
    | "boolean"
    | "never"
    | "null"
    | "number"
    | "string"
    | "undefined"
    | "unknown"
    | "void";
}

export interface LiteralType {
  readonly kind: "literal";
  readonly value: string;
}

/** A name, as a type or as a value. */
export interface Reference {
  readonly kind: "reference";
  readonly name: string;
  /** The module that exports the name; `undefined` for a global or local name. */
  readonly module: Module | undefined;
  /** The module is imported as a whole under this name: `schema.getOrder`. */
  readonly namespace: string | undefined;
  readonly typeArguments: readonly TypeNode[];
}

export interface ArrayType {
  readonly kind: "array";
  readonly item: TypeNode;
}

export interface UnionType {
  readonly kind: "union";
  /** At least two, none of them a union. */
  readonly members: readonly TypeNode[];
}

export interface IntersectionType {
  readonly kind: "intersection";
  /** At least two, none of them an intersection. */
  readonly members: readonly TypeNode[];
}

export interface ObjectType {
  readonly kind: "object";
  readonly properties: readonly Property[];
}

/** A property of an object type, an interface or a class. */
export interface Property {
  readonly name: string;
  readonly type: TypeNode;
  readonly isOptional?: boolean;
  readonly isReadonly?: boolean;
  readonly documentation?: Documentation;
}

export interface FunctionType {
  readonly kind: "function";
  readonly parameters: readonly Parameter[];
  readonly result: TypeNode;
}

export interface Parameter {
  readonly name: string;
  readonly type: TypeNode;
  readonly isOptional?: boolean;
}

/** `keyof T`. */
export interface KeyOfType {
  readonly kind: "keyof";
  readonly type: TypeNode;
}

/** `typeof value`. */
export interface TypeOfType {
  readonly kind: "typeof";
  readonly value: Reference;
}

/** `T[K]`. */
export interface IndexedAccessType {
  readonly kind: "indexed-access";
  readonly object: TypeNode;
  readonly index: TypeNode;
}

export function keyword(name: KeywordType["name"]): KeywordType {
  return { kind: "keyword", name };
}

/** A string as a type. */
export function literalType(value: string): LiteralType {
  return { kind: "literal", value };
}

/** A name that a module exports. */
export function imported(
  name: string,
  module: Module,
  typeArguments: readonly TypeNode[] = [],
): Reference {
  return { kind: "reference", name, module, namespace: undefined, typeArguments };
}

/** A name that a module exports, by the name under which the whole module is imported. */
export function importedFrom(namespace: string, module: Module, name: string): Reference {
  return { kind: "reference", name, module, namespace, typeArguments: [] };
}

/** A global or local name. */
export function local(name: string, typeArguments: readonly TypeNode[] = []): Reference {
  return { kind: "reference", name, module: undefined, namespace: undefined, typeArguments };
}

export function arrayOf(item: TypeNode): ArrayType {
  return { kind: "array", item };
}

/** The union of types, each once; `never` for an empty list. */
export function union(types: readonly TypeNode[]): TypeNode {
  const flat = types.flatMap((type) => (type.kind === "union" ? type.members : [type]));
  return combined("union", distinct(flat)) ?? keyword("never");
}

/** The type or null. */
export function nullable(type: TypeNode): TypeNode {
  return union([type, keyword("null")]);
}

/** The intersection of types; `unknown` for an empty list. */
export function intersection(types: readonly TypeNode[]): TypeNode {
  const flat = types.flatMap((type) => (type.kind === "intersection" ? type.members : [type]));
  return combined("intersection", flat) ?? keyword("unknown");
}

export function objectType(properties: readonly Property[]): ObjectType {
  return { kind: "object", properties };
}

export function functionType(parameters: readonly Parameter[], result: TypeNode): FunctionType {
  return { kind: "function", parameters, result };
}

export function keyOf(type: TypeNode): KeyOfType {
  return { kind: "keyof", type };
}

export function typeOf(value: Reference): TypeOfType {
  return { kind: "typeof", value };
}

export function indexedAccess(object: TypeNode, index: TypeNode): IndexedAccessType {
  return { kind: "indexed-access", object, index };
}

function combined(
  kind: "union" | "intersection",
  members: readonly TypeNode[],
): TypeNode | undefined {
  const [first, second] = members;
  return second === undefined ? first : { kind, members };
}

function distinct(types: readonly TypeNode[]): readonly TypeNode[] {
  if (types.length < 2) return types;
  return [...new Map(types.map((type) => [keyOfType(type), type])).values()];
}

/** The same for equal types. */
function keyOfType(type: TypeNode): string {
  return type.kind === "keyword" ? type.name : JSON.stringify(type);
}
