/** Finds what is unknown in a wire schema: keys of objects, words of texts, names of types. */
import { isBuiltin } from "../builtins.js";
import { attributesOf, isComplex, particlesOf, resolveType } from "../content.js";
import type { FaultSchema, MessageSchema, PartsSchema } from "../message.js";
import type { Operation } from "../operation.js";
import type { MappedType, SimpleType } from "../simple-type.js";
import type { ArrayType, ComplexType, Occurs, Particle, TypeSchema } from "../types.js";
import { KNOWN_KEYS } from "./known-keys.js";
import { unknownKeyword } from "./unknown-keyword.js";

type ObjectType = ComplexType | ArrayType;

/** Types that are known whole, with all that they refer to. */
const known = new WeakSet<ObjectType>();

/** Every method throws UnsupportedSchemaError (`UNKNOWN_KEYWORD`). */
export class SchemaCheck {
  /** It grows while it is worked off: a chain of types may be too long for recursion. */
  readonly #types = new Set<ObjectType>();

  operation(operation: Operation): void {
    const { name, input, output, headers = {}, faults = {} } = operation;
    checkKeys(operation, "operation", `the operation ${name}`);
    checkKeys(headers, "headers", `the headers of ${name}`);
    for (const message of [input, output, headers.input, headers.output]) {
      if (message !== undefined) this.#message(message);
    }
    for (const fault of Object.values(faults)) this.#parts(fault, "fault");
    for (const type of this.#types) this.#members(type);
    for (const type of this.#types) known.add(type);
  }

  #message(message: MessageSchema | PartsSchema): void {
    if ("parts" in message) {
      this.#parts(message, "parts");
      return;
    }
    const { element, type } = message;
    checkKeys(message, "message", `the message ${element}`);
    if (type === undefined) this.#complex(message);
    else this.#type(type);
  }

  #parts(message: FaultSchema, kind: "parts" | "fault"): void {
    checkKeys(message, kind, "the parts of a message");
    for (const part of message.parts) this.#particle(part);
  }

  /** Adds a type to those that are to be checked, or checks it if it is simple. */
  #type(type: TypeSchema): void {
    if (typeof type === "object" && "any" in type) checkKeys(type, "anyContent", "a type");
    else if (isComplex(type) || (typeof type === "object" && "item" in type)) {
      if (!known.has(type)) this.#types.add(type);
    } else checkSimple(type);
  }

  #members(type: ObjectType): void {
    const place = type.name === undefined ? "a type" : `the type ${type.name}`;
    if ("item" in type) {
      checkKeys(type, "array", place);
      this.#particle(type.item);
    } else {
      checkKeys(type, "complex", place);
      this.#complex(type);
    }
  }

  #complex(type: ComplexType): void {
    const { extends: base, value, types } = type;
    if (base !== undefined) this.#type(resolveType(base));
    if (value !== undefined) checkSimple(value);
    for (const particle of particlesOf(type)) this.#particle(particle);
    for (const attribute of attributesOf(type)) {
      checkKeys(attribute, "attribute", `the attribute ${attribute.attribute}`);
      checkSimple(attribute.type);
    }
    for (const each of Object.values(types?.() ?? {})) this.#type(each);
  }

  #particle(particle: Particle): void {
    if ("element" in particle) {
      checkKeys(particle, "element", `the element ${particle.element}`);
      checkOccurrence(particle, `the element ${particle.element}`);
      this.#type(resolveType(particle.type));
      return;
    }
    const kind = "any" in particle ? "wildcard" : "choice" in particle ? "choice" : "group";
    checkKeys(particle, kind, `a ${kind}`);
    checkOccurrence(particle, `a ${kind}`);
    if ("any" in particle) checkWildcard(particle.any);
    else {
      const inner = "choice" in particle ? particle.choice : particle.sequence;
      for (const each of inner) this.#particle(each);
    }
  }
}

function checkSimple(type: SimpleType): void {
  if (typeof type === "string") {
    if (!isBuiltin(type)) throw unknownKeyword(type, "a type");
  } else if ("enumeration" in type) checkKeys(type, "enumeration", "an enumeration");
  else if ("list" in type) {
    checkKeys(type, "list", "a list");
    checkSimple(type.list);
  } else if ("union" in type) {
    checkKeys(type, "union", "a union");
    for (const member of type.union) checkSimple(member);
  } else if ("restricts" in type) {
    checkKeys(type, "restricted", "a type with facets");
    checkKeys(type.facets, "facets", "a type with facets");
    checkSimple(type.restricts);
  } else {
    checkKeys(type, "mapped", "a type");
    checkSimple(type.builtin);
    if (!Object.hasOwn(MAPPED_TO, type.as))
      throw unknownKeyword(type.as, `a mapped ${type.builtin}`);
  }
}

const MAPPED_TO: Readonly<Record<MappedType["as"], true>> = {
  Date: true,
  number: true,
  string: true,
  bigint: true,
  Attachment: true,
};

/** Values of an occurrence by the interface; what a newer version writes may be any. */
function checkOccurrence(
  {
    minOccurs = 0,
    maxOccurs = "unbounded",
    occurs,
  }: { minOccurs?: unknown; maxOccurs?: unknown; occurs?: Occurs },
  place: string,
): void {
  if (occurs !== undefined) checkKeys(occurs, "occurs", place);
  if (minOccurs !== 0) throw unknownKeyword(`minOccurs: ${minOccurs}`, place);
  if (maxOccurs !== "unbounded") throw unknownKeyword(`maxOccurs: ${maxOccurs}`, place);
}

const WILDCARD_KEYWORDS = new Set(["##any", "##other", "##local"]);

function checkWildcard(any: string): void {
  for (const word of any.split(" ")) {
    if (word.startsWith("##") && !WILDCARD_KEYWORDS.has(word)) {
      throw unknownKeyword(word, "a wildcard");
    }
  }
}

function checkKeys(value: object, kind: keyof typeof KNOWN_KEYS, place: string): void {
  const keys = KNOWN_KEYS[kind];
  for (const key in value) {
    if (!Object.hasOwn(keys, key)) throw unknownKeyword(key, place);
  }
}
