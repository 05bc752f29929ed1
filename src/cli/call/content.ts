/** The members of a message by its wire schema: which values a request can have, and where. */
import {
  type AttributeSchema,
  attributesOf,
  type ComplexType,
  derivationChain,
  type ElementSchema,
  isComplex,
  isSimple,
  type MessageSchema,
  messageType,
  type Particle,
  type PartsSchema,
  particlesOf,
  resolveType,
  type SimpleType,
  type TypeReference,
} from "../../schema/index.js";

/** The members of a record by name. */
export type Members = ReadonlyMap<string, Member>;

/** A member of a record: an element, an attribute, or one of those whose names begin with `$`. */
export interface Member {
  readonly name: string;
  /** Its value is an array of such contents. */
  readonly repeats: boolean;
  readonly required: boolean;
  readonly secret: boolean;
  /** Types may contain themselves, so that it is read on demand. */
  content(): Content;
}

/** What a member or an item contains. */
export type Content =
  | { readonly kind: "simple"; readonly type: SimpleType; readonly open: boolean }
  | RecordContent
  /** An array with items in up to `rank` dimensions. */
  | { readonly kind: "list"; readonly rank: number; item(): Content; readonly secret: boolean }
  /** An array of texts and of records with one of the members. */
  | { readonly kind: "ordered"; readonly members: Members; readonly mixed: boolean }
  /** Any element, as XML. */
  | { readonly kind: "xml" }
  /** Attributes of any name. */
  | { readonly kind: "attributes" }
  /** Bytes beside the envelope. */
  | { readonly kind: "attachment" };

export interface RecordContent {
  readonly kind: "record";
  /** The same object for the same type. */
  readonly type: object;
  /** Values of `$type`, if there are derived types. */
  readonly typeNames: readonly string[];
  /** @param typeName the value of `$type` */
  members(typeName?: string): Members;
}

/** The members of a request or of a Header. */
export function membersOfMessage(message: MessageSchema | PartsSchema): Members {
  const inEnvelope =
    "parts" in message
      ? message.parts.map((part) => elementMember(part, false))
      : membersOfType(messageType(message));
  const beside = (message.attachments ?? []).map((name) =>
    plainMember(name, { kind: "attachment" }, true),
  );
  return byName([...inEnvelope, ...beside]);
}

function membersOfType(type: ComplexType): readonly Member[] {
  const chain = derivationChain(type);
  const members = chain.flatMap(attributesOf).map(attributeMember);
  const value = chain.findLast((each) => each.value !== undefined)?.value;
  if (value !== undefined) {
    members.push(plainMember("$value", { kind: "simple", type: value, open: false }, true));
  } else if (type.content !== undefined) {
    const inside = byName(particlesOf(type).flatMap((each) => particleMembers(each, true)));
    const content: Content = { kind: "ordered", members: inside, mixed: type.mixed === true };
    members.push(plainMember("$content", content, true));
  } else {
    const particles = chain.flatMap(particlesOf);
    members.push(...particles.flatMap((each) => particleMembers(each, false)));
  }
  if (chain.some(({ anyAttribute }) => anyAttribute === true)) {
    members.push(plainMember("$attributes", { kind: "attributes" }, false));
  }
  return members;
}

function attributeMember({
  attribute,
  member = attribute,
  type,
  required,
  secret,
}: AttributeSchema): Member {
  const content: Content = simpleContent(type, false);
  return {
    name: member,
    repeats: false,
    required: required === true,
    secret: secret === true,
    content: () => content,
  };
}

function elementMember(element: ElementSchema, isOptional: boolean): Member {
  const { member = element.element, minOccurs, maxOccurs, type, open, secret = false } = element;
  const repeats = maxOccurs === "unbounded";
  return {
    name: member,
    repeats,
    required: !isOptional && !repeats && minOccurs !== 0,
    secret,
    content: () => contentOf(type, open === true, secret),
  };
}

/** @param isOptional whether the particle can be absent because of a group around it */
function particleMembers(particle: Particle, isOptional: boolean): readonly Member[] {
  if ("element" in particle) return [elementMember(particle, isOptional)];
  const { member, minOccurs } = particle;
  const repeats = particle.maxOccurs === "unbounded";
  if ("any" in particle) {
    const required = !isOptional && !repeats && minOccurs !== 0;
    return [{ ...plainMember(particle.member, { kind: "xml" }, required), repeats }];
  }
  const isChoice = "choice" in particle;
  const inner = isChoice ? particle.choice : particle.sequence;
  const inside = (optional: boolean) => inner.flatMap((each) => particleMembers(each, optional));
  if (member === undefined) return inside(isOptional || isChoice || minOccurs === 0);
  const members = byName(inside(isChoice));
  const content: Content = {
    kind: "record",
    type: particle,
    typeNames: [],
    members: () => members,
  };
  return [{ ...plainMember(member, content, false), repeats }];
}

function plainMember(name: string, content: Content, required: boolean): Member {
  return { name, repeats: false, required, secret: false, content: () => content };
}

function contentOf(reference: TypeReference, open: boolean, secret: boolean): Content {
  const type = resolveType(reference);
  if (isSimple(type)) return simpleContent(type, open);
  if (isComplex(type)) return recordContent(type);
  if ("any" in type) return { kind: "xml" };
  const { item, soapArray = "" } = type;
  const rank = (/\[(,*)\]$/.exec(soapArray)?.[1]?.length ?? 0) + 1;
  return {
    kind: "list",
    rank,
    secret: secret || item.secret === true,
    item: () => contentOf(item.type, item.open === true, false),
  };
}

function simpleContent(type: SimpleType, open: boolean): Content {
  const isAttachment = typeof type === "object" && "as" in type && type.as === "Attachment";
  return isAttachment ? { kind: "attachment" } : { kind: "simple", type, open };
}

function recordContent(type: ComplexType): RecordContent {
  const types = type.types?.() ?? {};
  const typeNames = Object.keys(types);
  const typeMember = typeNames.length > 0 ? [typeNameMember(typeNames)] : [];
  return {
    kind: "record",
    type,
    typeNames,
    members(typeName = "") {
      const chosen = Object.hasOwn(types, typeName) ? types[typeName] : undefined;
      return byName([...typeMember, ...membersOfType(chosen ?? type)]);
    },
  };
}

function typeNameMember(typeNames: readonly string[]): Member {
  const enumeration = Object.fromEntries(typeNames.map((name) => [name, name]));
  return plainMember("$type", { kind: "simple", type: { enumeration }, open: false }, false);
}

function byName(members: readonly Member[]): Members {
  return new Map(members.map((member) => [member.name, member]));
}
