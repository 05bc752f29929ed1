/**
 * The wire schema: what a message looks like, as plain data that generated code carries and the codec
 * compiles on first use. It names things as XML Schema does; a member's order is its order on the wire.
 * Most elements and attributes are texts (declaration.ts): the compiler is done with them at a glance.
 */
import type { EnumerationType, SimpleType } from "./simple-type.js";

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
