/**
 * The wire schema: the form of messages as plain data, which generated code contains and the codec compiles on first use.
 * Its terms are those of XML Schema; the order of members is the order on the wire. Most elements and attributes are texts
 * (declaration.ts), which the TypeScript compiler checks faster than objects.
 */
import type { EnumerationType, SimpleType } from "./simple-type.js";

/** Any content: an `XmlElement` in TypeScript (xs:anyType, XML Schema part 1 §3.4.7). */
export interface AnyContent {
  /** Marks this kind of type. */
  readonly any: "content";
}

/**
 * A complex type (XML Schema part 1 §3.4): an object in TypeScript, with members for its elements, attributes and text.
 * Members with names that begin with `$` are not elements or attributes, since no XML name begins with `$`.
 */
export interface ComplexType {
  /** The namespace of its elements, unless an element has its own; `""` if they are unqualified. */
  readonly namespace: string;
  /** Its elements in their order on the wire; if it extends a type, the elements that it adds. */
  readonly sequence?: readonly DeclaredParticle[];
  /** Its elements, in any order on the wire (part 1 §3.8). */
  readonly all?: readonly DeclaredParticle[];
  /** Its elements if their order is significant: the member `$content`, an array. */
  readonly content?: readonly DeclaredParticle[];
  /** `$content` also has the texts between the elements. */
  readonly mixed?: true;
  /** The type of its text, if it has no elements: the member `$value`. */
  readonly value?: SimpleType;
  /** Its attributes. */
  readonly attributes?: readonly (string | AttributeSchema)[];
  /** It allows further attributes: the member `$attributes`, by `{namespace}local`. */
  readonly anyAttribute?: true;
  /** The type that it extends. */
  readonly extends?: ComplexType | (() => ComplexType);
  /** Its name in `xsi:type`: `{namespace}local`. */
  readonly name?: string;
  /**
   * The type, unless it is abstract, and the types derived from it. An element of the type may have a value of any of them;
   * the member `$type` is the key of the value's type.
   */
  readonly types?: () => Readonly<Record<string, ComplexType>>;
  /** The types that its texts name; a function if types refer to each other in a circle. */
  readonly refs?: ComplexTypes | (() => ComplexTypes);
  /** The enumerations that its texts name. */
  readonly enums?: Readonly<Record<string, EnumerationType["enumeration"]>>;
}

/** Complex types by name. */
export type ComplexTypes = Readonly<Record<string, ComplexType>>;

/** A part of the content of a complex type (XML Schema part 1 §3.9). */
export type Particle = ElementSchema | ChoiceSchema<Particle> | GroupSchema<Particle> | AnySchema;

/** A particle in a schema: an element may be a text. */
export type DeclaredParticle = string | ElementSchema | ChoiceSchema | GroupSchema | AnySchema;

/**
 * A type that contains only one repeated element, such as `ArrayOfX` of ASMX, or a SOAP array (SOAP 1.1 §5.4.2): an array
 * in TypeScript.
 */
export interface ArrayType {
  /** The namespace of the repeated element, unless it has its own; `""` if it is unqualified. */
  readonly namespace: string;
  /** The repeated element. */
  readonly item: ElementSchema;
  /** For a SOAP array: the name of the type of its items, `{namespace}local`, followed by brackets. */
  readonly soapArray?: string;
  /** The name of the type in `xsi:type`: `{namespace}local`. */
  readonly name?: string;
}

/** A type of an element. */
export type TypeSchema = SimpleType | ComplexType | ArrayType | AnyContent;

/** A type; a function that returns it if types refer to each other in a circle. */
export type TypeReference = TypeSchema | (() => TypeSchema);

/**
 * Numbers of occurrences that `minOccurs` and `maxOccurs` of a wire schema cannot express (XML Schema part 1 §3.9.1). Only
 * code that was generated with `facets` has them, and only validation checks them.
 */
export interface Occurs {
  /** The least number, if it is more than 1. */
  readonly min?: number;
  /** The largest number, if it is more than 1 and not unbounded. */
  readonly max?: number;
}

/** An element in a type (XML Schema part 1 §3.3). By default it is required, and occurs once. */
export interface ElementSchema {
  /** Its local name. */
  readonly element: string;
  /** Its namespace, if it differs from that of the type's elements. */
  readonly namespace?: string;
  /** The name of its member, if it differs from that of the element. */
  readonly member?: string;
  /** The type of its content. */
  readonly type: TypeReference;
  /** The `xsi:type` of a simple type in an encoded message, if it is not a built-in type; `""` for none. */
  readonly typeName?: string;
  /** It is optional. */
  readonly minOccurs?: 0;
  /** It may repeat: its member is an array. */
  readonly maxOccurs?: "unbounded";
  /** How often it may occur, if that is more precise. */
  readonly occurs?: Occurs;
  /** It may have `xsi:nil="true"`, which is `null` in TypeScript. */
  readonly nillable?: true;
  /** It accepts values that its enumeration does not list, since the service may know more values than the contract. */
  readonly open?: true;
  /** The text of an empty element, if its type has no empty value (part 1 §3.3.1). */
  readonly default?: string;
  /** The text of its only value, in code that was generated with `facets`. */
  readonly fixed?: string;
  /** It contains a secret, such as a password: logs and errors hide its value. */
  readonly secret?: true;
}

/** One of several particles (XML Schema part 1 §3.8). */
export interface ChoiceSchema<Of = DeclaredParticle> {
  /** The alternatives. */
  readonly choice: readonly Of[];
  /** It is optional. */
  readonly minOccurs?: 0;
  /** It may repeat: `member` is the name of an array with one item per occurrence. */
  readonly maxOccurs?: "unbounded";
  /** How often it may occur, if that is more precise. */
  readonly occurs?: Occurs;
  /** The name of the member, if it repeats. */
  readonly member?: string;
}

/** Several particles in order that are optional or repeat together (XML Schema part 1 §3.8). */
export interface GroupSchema<Of = DeclaredParticle> {
  /** The particles. */
  readonly sequence: readonly Of[];
  /** It is optional. */
  readonly minOccurs?: 0;
  /** It may repeat: `member` is the name of an array with one item per occurrence. */
  readonly maxOccurs?: "unbounded";
  /** How often it may occur, if that is more precise. */
  readonly occurs?: Occurs;
  /** The name of the member, if it repeats. */
  readonly member?: string;
}

/** Elements that the schema does not name (XML Schema part 1 §3.10): `XmlElement` in TypeScript. */
export interface AnySchema {
  /**
   * The namespaces of the elements, separated by blanks, `##local` for no namespace; `##any` for all; `##other` with a
   * namespace for all others.
   */
  readonly any: string;
  /** The name of its member. */
  readonly member: string;
  /** It is optional. */
  readonly minOccurs?: 0;
  /** It may repeat: its member is an array. */
  readonly maxOccurs?: "unbounded";
  /** How often it may occur, if that is more precise. */
  readonly occurs?: Occurs;
}

/** An attribute (XML Schema part 1 §3.2). By default it is optional, and has no namespace. */
export interface AttributeSchema {
  /** Its local name. */
  readonly attribute: string;
  /** Its namespace. */
  readonly namespace?: string;
  /** The name of its member, if it differs from that of the attribute. */
  readonly member?: string;
  /** The type of its value. */
  readonly type: SimpleType;
  /** It is required. */
  readonly required?: true;
  /** The text of its only value, in code that was generated with `facets`. */
  readonly fixed?: string;
  /** It contains a secret, such as a password: logs and errors hide its value. */
  readonly secret?: true;
}
