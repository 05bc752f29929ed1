/**
 * The wire schema: what a message looks like, as plain data that generated code carries and the codec
 * compiles on first use. It names things as XML Schema does; a member's order is its order on the wire.
 * Most elements and attributes are texts (declaration.ts): the compiler is done with them at a glance.
 */
import { attributeOf, particleOf } from "./declaration.js";

/** The built-in simple types of XML Schema 1.0 (part 2, §3) by their local names. */
export type BuiltinName =
  | "anySimpleType"
  | "anyURI"
  | "base64Binary"
  | "boolean"
  | "byte"
  | "date"
  | "dateTime"
  | "decimal"
  | "double"
  | "duration"
  | "ENTITIES"
  | "ENTITY"
  | "float"
  | "gDay"
  | "gMonth"
  | "gMonthDay"
  | "gYear"
  | "gYearMonth"
  | "hexBinary"
  | "ID"
  | "IDREF"
  | "IDREFS"
  | "int"
  | "integer"
  | "language"
  | "long"
  | "Name"
  | "NCName"
  | "negativeInteger"
  | "NMTOKEN"
  | "NMTOKENS"
  | "nonNegativeInteger"
  | "nonPositiveInteger"
  | "normalizedString"
  | "NOTATION"
  | "positiveInteger"
  | "QName"
  | "short"
  | "string"
  | "time"
  | "token"
  | "unsignedByte"
  | "unsignedInt"
  | "unsignedLong"
  | "unsignedShort";

/** A string type restricted to listed values (part 2, §4.3.5). The record's values are those of the wire. */
export interface EnumerationType {
  readonly enumeration: Readonly<Record<string, string>>;
}

/** Items between blanks in one text (part 2, §2.5.1.2): an array in TypeScript. */
export interface ListType {
  readonly list: SimpleType;
}

/** A value of the first of these types that its text fits (part 2, §2.5.1.3). */
export interface UnionType {
  readonly union: readonly SimpleType[];
}

/**
 * A built-in type in another type of TypeScript than the usual one, as the generator was told; and `anyURI` as an
 * `Attachment`: a reference to a part of the message (swaRef).
 */
export interface MappedType {
  readonly builtin: BuiltinName;
  readonly as: "Date" | "number" | "string" | "bigint" | "Attachment";
}

export type SimpleType = BuiltinName | EnumerationType | ListType | UnionType | MappedType;

/** Anything: `XmlElement` in TypeScript (xs:anyType, part 1 §3.4.7). */
export interface AnyContent {
  readonly any: "content";
}

/**
 * A complex type (part 1, §3.4). Its elements, attributes and text are the members of one object. Those beside the
 * names of elements and attributes begin with `$`, which no XML name does.
 */
export interface ComplexType {
  /** The namespace of its element names, but where one says otherwise; `""` where they are unqualified. */
  readonly namespace: string;
  /** Its elements in their order on the wire; where it extends another type, those that it adds. */
  readonly sequence?: readonly DeclaredParticle[];
  /** Its elements, in any order on the wire (part 1, §3.8). */
  readonly all?: readonly DeclaredParticle[];
  /** Elements, and text where it is mixed, of which the order means something: the member `$content`. */
  readonly content?: readonly DeclaredParticle[];
  /** There may be text between the elements of `content`. */
  readonly mixed?: true;
  /** Its text, where it has no elements: the member `$value`. */
  readonly value?: SimpleType;
  readonly attributes?: readonly (string | AttributeSchema)[];
  /** Further attributes: the member `$attributes`, by `{namespace}local`. */
  readonly anyAttribute?: true;
  /** The type that it adds to. */
  readonly extends?: ComplexType | (() => ComplexType);
  /** Its name in `xsi:type`: `{namespace}local`. */
  readonly name?: string;
  /**
   * It, unless it is abstract, and the types derived from it: where an element is of it, any of these may stand, told
   * apart by the member `$type`, which has one of these keys.
   */
  readonly types?: () => Readonly<Record<string, ComplexType>>;
  /** The types that its texts name, or a function that gives them where types refer to each other in a circle. */
  readonly refs?: ComplexTypes | (() => ComplexTypes);
  /** The enumerations that its texts name. */
  readonly enums?: Readonly<Record<string, EnumerationType["enumeration"]>>;
}

export type ComplexTypes = Readonly<Record<string, ComplexType>>;

/** What a complex type's content is made of (part 1, §3.9). */
export type Particle = ElementSchema | ChoiceSchema<Particle> | GroupSchema<Particle> | AnySchema;

/** As a schema has it: an element may be a text. */
export type DeclaredParticle = string | ElementSchema | ChoiceSchema | GroupSchema | AnySchema;

/**
 * A type that holds nothing but one repeated element, as ASMX writes `ArrayOfX`, or a SOAP array (SOAP 1.1 §5.4.2): an
 * array in TypeScript.
 */
export interface ArrayType {
  readonly namespace: string;
  readonly item: ElementSchema;
  /** For a SOAP array the name of its items' type, `{namespace}local` with the brackets behind. */
  readonly soapArray?: string;
  readonly name?: string;
}

export type TypeSchema = SimpleType | ComplexType | ArrayType | AnyContent;

/** A type, or a function that gives it where types refer to each other in a circle. */
export type TypeReference = TypeSchema | (() => TypeSchema);

export function resolveType(reference: TypeReference): TypeSchema {
  return typeof reference === "function" ? reference() : reference;
}

/** An element declaration inside a type (part 1, §3.3): required and single unless it says otherwise. */
export interface ElementSchema {
  readonly element: string;
  /** Where it is another than its type's. */
  readonly namespace?: string;
  /** The member that holds it, where that is called otherwise than the element. */
  readonly member?: string;
  readonly type: TypeReference;
  /** What an encoded message calls its simple type, where that is not a built-in one; `""` for nothing. */
  readonly typeName?: string;
  readonly minOccurs?: 0;
  readonly maxOccurs?: "unbounded";
  /** `xsi:nil="true"` is allowed, and is `null` in TypeScript. */
  readonly nillable?: true;
  /** Takes values that its enumeration does not list: the service may know more than the contract. */
  readonly open?: true;
  /** What it holds where it is empty on the wire and its type has no such value (§3.3.1), as the wire would have it. */
  readonly default?: string;
  /** Holds a password or another secret: redacted wherever a message is shown. */
  readonly secret?: true;
}

/** One of several particles (part 1, §3.8). */
export interface ChoiceSchema<Of = DeclaredParticle> {
  readonly choice: readonly Of[];
  readonly minOccurs?: 0;
  /** With it the member `member` holds an array, an item for each time that it occurs. */
  readonly maxOccurs?: "unbounded";
  readonly member?: string;
}

/** Several particles in order, that are optional or repeat together (part 1, §3.8). */
export interface GroupSchema<Of = DeclaredParticle> {
  readonly sequence: readonly Of[];
  readonly minOccurs?: 0;
  readonly maxOccurs?: "unbounded";
  readonly member?: string;
}

/** Elements that the schema doesn't name (part 1, §3.10): `XmlElement` in TypeScript. */
export interface AnySchema {
  /** The namespaces that it takes, `""` for none, by blanks; `##any`, or `##other` with the one that it doesn't. */
  readonly any: string;
  readonly member: string;
  readonly minOccurs?: 0;
  readonly maxOccurs?: "unbounded";
}

/** An attribute (part 1, §3.2): optional and unqualified unless it says otherwise. */
export interface AttributeSchema {
  readonly attribute: string;
  readonly namespace?: string;
  readonly member?: string;
  readonly type: SimpleType;
  readonly required?: true;
  readonly secret?: true;
}

/**
 * The element that a SOAP Body holds: the wrapper of a message, or a document (WSDL 1.1 §3.5). It is its own type where
 * it has no other.
 */
export interface MessageSchema extends ComplexType {
  readonly element: string;
  /** Where it is a type with a constant of its own, or has elements of another namespace. */
  readonly type?: ComplexType;
  /** By the rules of SOAP 1.1 §5: types are named on the wire, and values may stand elsewhere and be referred to. */
  readonly encoded?: true;
  /** Members that travel beside the envelope (WSDL 1.1 §5). */
  readonly attachments?: readonly string[];
}

/** Elements that stand side by side: a Header's, a Body's of several parts or of none, a fault's. */
export interface PartsSchema {
  readonly parts: readonly ElementSchema[];
  readonly encoded?: true;
  readonly attachments?: readonly string[];
}

declare const request: unique symbol;
declare const response: unique symbol;
declare const outcome: unique symbol;
declare const requestHeader: unique symbol;
declare const responseHeader: unique symbol;
declare const faults: unique symbol;

/** What a fault of the contract brings: the elements of its detail, or a block of the Header (WSDL 1.1 §3.6, §3.7). */
export interface FaultSchema extends PartsSchema {
  readonly inHeader?: true;
}

/** An operation of a binding: its action and the messages that go in and out (WSDL 1.1 §2.4). */
export interface Operation<
  Request = unknown,
  Response = unknown,
  RequestHeader = unknown,
  ResponseHeader = unknown,
  Faults = unknown,
> {
  readonly name: string;
  /** The SOAPAction header of SOAP 1.1 and the action parameter of SOAP 1.2; for HTTP bindings the path. */
  readonly soapAction: string;
  /** The Action of WS-Addressing, where it is another. */
  readonly action?: string;
  readonly input: MessageSchema | PartsSchema;
  /** `undefined` where nothing is answered: the operation is one-way. */
  readonly output?: MessageSchema | PartsSchema;
  /** What goes into the request's Header, and what may stand in that of the answer. */
  readonly headers?: { readonly input?: PartsSchema; readonly output?: PartsSchema };
  /** By their names in the contract. */
  readonly faults?: Readonly<Record<string, FaultSchema>>;
  readonly [request]?: Request;
  readonly [response]?: Response;
  readonly [requestHeader]?: RequestHeader;
  readonly [responseHeader]?: ResponseHeader;
  readonly [faults]?: Faults;
}

/** An operation that answers with an enumeration which has an `OK`, and with out parameters beside it. */
export interface OutcomeOperation<
  Request = unknown,
  Response = unknown,
  Outcome = unknown,
  RequestHeader = unknown,
  ResponseHeader = unknown,
  Faults = unknown,
> extends Operation<Request, Response, RequestHeader, ResponseHeader, Faults> {
  readonly input: MessageSchema;
  readonly output: MessageSchema;
  /** The element of the response that holds the enumeration. */
  readonly result: string;
  readonly [outcome]?: Outcome;
}

/** The elements that a complex type has members for, those of its bases first, wherever they stand in it. */
export function elementsOf(type: ComplexType): readonly ElementSchema[] {
  let elements = elementsByType.get(type);
  if (elements === undefined) {
    elements = lineage(type).flatMap(particlesOf).flatMap(elementsIn);
    elementsByType.set(type, elements);
  }
  return elements;
}

const elementsByType = new WeakMap<ComplexType, readonly ElementSchema[]>();

/** A type with those that it extends, the first of them first. */
export function lineage(type: ComplexType): readonly ComplexType[] {
  const base = typeof type.extends === "function" ? type.extends() : type.extends;
  return base === undefined ? [type] : [...lineage(base), type];
}

/** What a type declares, its texts spelled out. */
interface Spelled {
  readonly particles: readonly Particle[];
  readonly attributes: readonly AttributeSchema[];
}

const spelled = new WeakMap<ComplexType, Spelled>();

function spell(type: ComplexType): Spelled {
  let known = spelled.get(type);
  if (known === undefined) {
    const { sequence, all, content, attributes = [] } = type;
    known = {
      particles: (sequence ?? all ?? content ?? []).map((each) => particleOf(each, type)),
      attributes: attributes.map((each) => attributeOf(each, type)),
    };
    spelled.set(type, known);
  }
  return known;
}

/** The particles that a type has of its own. */
export function particlesOf(type: ComplexType): readonly Particle[] {
  return spell(type).particles;
}

/** The attributes that a type has of its own. */
export function attributesOf(type: ComplexType): readonly AttributeSchema[] {
  return spell(type).attributes;
}

function elementsIn(particle: Particle): readonly ElementSchema[] {
  if ("element" in particle) return [particle];
  if ("any" in particle) return [];
  return ("choice" in particle ? particle.choice : particle.sequence).flatMap(elementsIn);
}

/** Whether a type's values are objects. */
export function isComplex(type: TypeSchema): type is ComplexType {
  return typeof type === "object" && "namespace" in type && !("item" in type);
}

/** Whether a type's values are texts on the wire. */
export function isSimple(type: TypeSchema): type is SimpleType {
  return typeof type === "string" || !("namespace" in type || "any" in type);
}

/** The elements that a message has members for. */
export function messageElements(message: MessageSchema | PartsSchema): readonly ElementSchema[] {
  return "parts" in message ? message.parts : elementsOf(messageType(message));
}

/** The type of a message's element. */
export function messageType(message: MessageSchema): ComplexType {
  return message.type ?? message;
}
