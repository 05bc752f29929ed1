/**
 * Elements and attributes of a wire schema that are written as text, the way a content model is written elsewhere:
 *
 *     iNodeID: int                         an element of a built-in type
 *     sName?: string                       optional; `*` is any number of times, `+` at least once, as in a DTD
 *     eStatus: NODE_STATUS                 of a type that `refs` has, or an enumeration that `enums` has
 *     aNodes?: (HIERARCHY*: HIERARCHY)     an array of the elements in parentheses
 *     sPassword?: string secret            `nillable`, `open` and `secret` behind the type
 *
 * What such a text can't say stands in an object.
 */
import { isBuiltin } from "./builtins.js";
import { ANY_TYPE, readDeclaration } from "./declaration-text.js";
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

/**
 * A particle of a type with the texts in it spelled out.
 *
 * @throws TypeError where a text declares nothing, or a type that there isn't
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
  const { name, occurs, type, item, words } = readDeclaration(text);
  const { namespace } = scope;
  return {
    element: name,
    type: type === undefined ? { namespace, item: elementOf(item, scope) } : typeNamed(type, scope),
    ...(/[?*]/.test(occurs) && { minOccurs: 0 }),
    ...(/[*+]/.test(occurs) && { maxOccurs: "unbounded" }),
    ...(words.includes(" nillable") && { nillable: true }),
    ...(words.includes(" open") && { open: true }),
    ...(words.includes(" secret") && { secret: true }),
  };
}

/** As `particleOf`, of an attribute. */
export function attributeOf(
  declared: string | AttributeSchema,
  scope: ComplexType,
): AttributeSchema {
  if (typeof declared !== "string") return declared;
  const { name, occurs, type = "", words } = readDeclaration(declared);
  return {
    attribute: name,
    type: simpleTypeNamed(type, scope) ?? unknownType(type),
    ...(occurs === "" && { required: true }),
    ...(words.includes(" secret") && { secret: true }),
  };
}

function typeNamed(name: string, scope: ComplexType): TypeReference {
  const simple = simpleTypeNamed(name, scope);
  if (simple !== undefined) return simple;
  if (name === ANY_TYPE) return { any: "content" };
  const { refs } = scope;
  const found = (types: ComplexTypes | undefined) => own(types, name) ?? unknownType(name);
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

function unknownType(name: string): never {
  throw new TypeError(`"${name}" in a wire schema is not in its refs or enums.`);
}
