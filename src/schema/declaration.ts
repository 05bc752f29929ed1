/**
 * The text form of elements and attributes in a wire schema:
 *
 *     iNodeID: int                         an element of a built-in type
 *     sName?: string                       optional; `*` is any number of times, `+` at least once, as in a DTD
 *     eStatus: NODE_STATUS                 of a type in `refs`, or an enumeration in `enums`
 *     aNodes?: (HIERARCHY*: HIERARCHY)     an array of the elements in parentheses
 *     sPassword?: string secret            the words `nillable`, `open` and `secret` behind the type
 *
 * A property that this form cannot express needs an object.
 */
import { isBuiltin } from "./builtins.js";
import { unknownKeyword } from "./check/unknown-keyword.js";
import { ANY_TYPE, parseDeclaration } from "./declaration-text.js";
import type { SimpleType } from "./simple-type.js";
import type {
  AttributeSchema,
  ComplexType,
  ComplexTypes,
  DeclaredParticle,
  ElementSchema,
  Particle,
  TypeReference,
} from "./types.js";

/** The words behind the type of an element, and of an attribute. Each sets the property of its name. */
const ELEMENT_WORDS = ["nillable", "open", "secret"] as const;
const ATTRIBUTE_WORDS = ["secret"] as const;

/**
 * A particle of a type with its texts parsed.
 *
 * @throws UnsupportedSchemaError (`UNKNOWN_KEYWORD`) if a text has an unknown form, word or type
 */
export function particleOf(declared: DeclaredParticle, type: ComplexType): Particle {
  if (typeof declared === "string") return elementOf(declared, type);
  if ("element" in declared || "any" in declared) return declared;
  const inner = (particles: readonly DeclaredParticle[]) =>
    particles.map((each) => particleOf(each, type));
  return "choice" in declared
    ? { ...declared, choice: inner(declared.choice) }
    : { ...declared, sequence: inner(declared.sequence) };
}

function elementOf(text: string, scope: ComplexType): ElementSchema {
  const { name, occurs, type, item, flags } = parseDeclaration(text, ELEMENT_WORDS);
  const { namespace } = scope;
  return {
    element: name,
    type:
      type === undefined
        ? { namespace, item: elementOf(item, scope) }
        : typeNamed(type, text, scope),
    ...((occurs === "?" || occurs === "*") && { minOccurs: 0 }),
    ...((occurs === "*" || occurs === "+") && { maxOccurs: "unbounded" }),
    ...flags,
  };
}

/** Like `particleOf`, for an attribute. */
export function attributeOf(
  declared: string | AttributeSchema,
  scope: ComplexType,
): AttributeSchema {
  if (typeof declared !== "string") return declared;
  const declaration = parseDeclaration(declared, ATTRIBUTE_WORDS);
  const { name, occurs, item, type = `(${item})`, flags } = declaration;
  if (occurs === "*" || occurs === "+") throw unknownKeyword(occurs, JSON.stringify(declared));
  return {
    attribute: name,
    type: simpleTypeNamed(type, scope) ?? unknownType(type, declared),
    ...(occurs === "" && { required: true }),
    ...flags,
  };
}

function typeNamed(name: string, text: string, scope: ComplexType): TypeReference {
  const simple = simpleTypeNamed(name, scope);
  if (simple !== undefined) return simple;
  if (name === ANY_TYPE) return { any: "content" };
  const { refs } = scope;
  const found = (types: ComplexTypes | undefined) => own(types, name) ?? unknownType(name, text);
  return typeof refs === "function" ? () => found(refs()) : found(refs);
}

function simpleTypeNamed(name: string, { enums }: ComplexType): SimpleType | undefined {
  const enumeration = own(enums, name);
  if (enumeration !== undefined) return { enumeration };
  return isBuiltin(name) ? name : undefined;
}

/** Own entries only: a type may be called `constructor`. */
function own<Value>(
  entries: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined {
  return entries !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined;
}

function unknownType(name: string, text: string): never {
  throw unknownKeyword(name, `${JSON.stringify(text)} (not a built-in type, nor in refs or enums)`);
}
