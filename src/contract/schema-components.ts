/** Elements, attributes, particles and complex types, which refer to each other (XML Schema part 1 §3). */
import type { Location } from "./location.js";
import type { QName } from "./qname.js";
import type { SimpleDefinition, UserDefinition } from "./simple-types.js";

/** How often a particle occurs (XML Schema part 1 §3.9.1). */
export interface Occurrence {
  /** The smallest number; 0 if it is optional. */
  readonly minOccurs: number;
  /** The largest number. */
  readonly maxOccurs: number | "unbounded";
}

/** An element declaration (XML Schema part 1 §3.3). */
export interface ElementDeclaration {
  /** The name; its namespace is `""` if the element is unqualified. */
  readonly name: QName;
  /** The type of its content. */
  readonly type: TypeDefinition;
  /** Whether it may have `xsi:nil` (XML Schema part 1 §2.6.2). */
  readonly nillable: boolean;
  /** Whether it is declared at the top level of a schema; other declarations may refer to it then. */
  readonly isGlobal: boolean;
  /** Whether only its substitutes may occur. */
  readonly abstract: boolean;
  /** The elements that may replace it, directly or through others, including abstract ones (XML Schema part 1 §3.3.6). */
  readonly substitutes: readonly ElementDeclaration[];
  /** The default or fixed value; `undefined` if it has none. */
  readonly constraint: ValueConstraint | undefined;
  /** The documentation of the element (XML Schema part 1 §3.13); `undefined` if it has none. */
  readonly documentation: string | undefined;
  /** The position of the declaration in its schema. */
  readonly location: Location;
}

/** A default or fixed value (XML Schema part 1 §3.3.1, §3.2.1). */
export interface ValueConstraint {
  /** `default`: the value of a missing attribute or an empty element; `fixed`: the only value that is allowed. */
  readonly kind: "default" | "fixed";
  /** The value in its lexical form. */
  readonly value: string;
}

/** An attribute as a type uses it: the declaration with its use (XML Schema part 1 §3.2, §3.5). */
export interface AttributeDeclaration {
  /** The name; its namespace is `""` if the attribute is unqualified, as most are. */
  readonly name: QName;
  /** The type of its value. */
  readonly type: SimpleDefinition;
  /** Whether it must occur. */
  readonly required: boolean;
  /** The default or fixed value; `undefined` if it has none. */
  readonly constraint: ValueConstraint | undefined;
  /** The documentation of the attribute (XML Schema part 1 §3.13); `undefined` if it has none. */
  readonly documentation: string | undefined;
  /** The position of the attribute in its schema. */
  readonly location: Location;
}

/** A part of the content of a type (XML Schema part 1 §3.9). */
export type Particle = ElementParticle | GroupParticle | WildcardParticle;

/** An element as part of a content (XML Schema part 1 §3.9). */
export interface ElementParticle extends Occurrence {
  /** Discriminates the kinds of particles. */
  readonly kind: "element";
  /** The declaration, local or global. */
  readonly element: ElementDeclaration;
  /** The documentation of this use of the element; `undefined` if it has none. */
  readonly documentation: string | undefined;
  /** The position of the particle in its schema. */
  readonly location: Location;
}

/** A model group; references to named groups are resolved (XML Schema part 1 §3.7, §3.8). */
export interface GroupParticle extends Occurrence {
  /** All in this order, one of them, or all in any order. */
  readonly kind: "sequence" | "choice" | "all";
  /** The particles of the group, in the order of the schema. */
  readonly particles: readonly Particle[];
  /** The position of the group in its schema. */
  readonly location: Location;
}

/** A wildcard as part of a content: `xs:any` (XML Schema part 1 §3.10). */
export interface WildcardParticle extends Occurrence {
  /** Discriminates the kinds of particles. */
  readonly kind: "any";
  /** Which elements it accepts. */
  readonly wildcard: Wildcard;
  /** The position of the wildcard in its schema. */
  readonly location: Location;
}

/** Any elements or attributes of some namespaces (XML Schema part 1 §3.10). */
export interface Wildcard {
  /** The namespaces that are accepted. */
  readonly namespaces: NamespaceConstraint;
  /** Whether a validator requires declarations, uses those that it finds, or ignores them. */
  readonly processContents: "strict" | "lax" | "skip";
}

/** The namespaces that a wildcard accepts; `""` means no namespace (XML Schema part 1 §3.10.1). */
export type NamespaceConstraint =
  /** All. */
  | { readonly kind: "any" }
  /** All except this one and no namespace. */
  | { readonly kind: "other"; readonly namespace: string }
  /** Only these. */
  | { readonly kind: "listed"; readonly namespaces: readonly string[] };

/** A type of elements (XML Schema part 1 §2.2.1). */
export type TypeDefinition = SimpleDefinition | ComplexDefinition | AnyType;

/** `xs:anyType`: any content and any attributes (XML Schema part 1 §3.4.7). */
export interface AnyType {
  /** Discriminates the kinds of types. */
  readonly kind: "any";
  /** `anyType`, in the namespace of XML Schema. */
  readonly name: QName;
}

/** A type with child elements or attributes (XML Schema part 1 §3.4). */
export interface ComplexDefinition extends UserDefinition {
  /** Discriminates the kinds of types. */
  readonly kind: "complex";
  /** Whether only types that are derived from it may occur. */
  readonly abstract: boolean;
  /** Whether text may occur between the child elements. */
  readonly mixed: boolean;
  /** The type that it derives from; `undefined` for `xs:anyType`, the base of types without complexContent. */
  readonly derivation: Derivation | undefined;
  /** The child elements: for an extension those that it adds to its base, else all; `undefined` for none. */
  readonly content: Particle | undefined;
  /** The type of the text of simple content, which may be that of the base; `undefined` for element content. */
  readonly text: SimpleDefinition | undefined;
  /** The attributes: for a derived type those that it adds or changes, else all. */
  readonly attributes: readonly AttributeDeclaration[];
  /** The attributes of the base that a restriction prohibits (XML Schema part 1 §3.5). */
  readonly prohibited: readonly QName[];
  /** The wildcard for further attributes (XML Schema part 1 §3.10); `undefined` if it has none. */
  readonly anyAttribute: Wildcard | undefined;
  /** The items, if it is a SOAP array (SOAP 1.1 §5.4.2, WSDL 1.1 §2.2). */
  readonly soapArray: SoapArray | undefined;
}

/** How a complex type derives from another (XML Schema part 1 §3.4.2). */
export interface Derivation {
  /** Whether it adds to the base or restricts it. */
  readonly by: "extension" | "restriction";
  /** The type that it derives from. */
  readonly base: ComplexDefinition;
}

/** The items and dimensions of a SOAP array (SOAP 1.1 §5.4.2). */
export interface SoapArray {
  /** The type of each item. */
  readonly item: TypeDefinition;
  /** The element of each item, whose name is not significant; `undefined` if the schema has none. */
  readonly element: ElementDeclaration | undefined;
  /** The number of dimensions of each array: `[2, 1]` is an array of arrays of two dimensions, `xsd:int[][,]`. */
  readonly ranks: readonly number[];
}
