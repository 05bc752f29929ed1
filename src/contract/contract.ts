/**
 * The contract: a WSDL 1.1 with its schemas, read and resolved. The generator, the diff and the simulator share it.
 * References are resolved to objects, which may refer to each other in circles; documents, prefixes and file order are
 * left behind.
 */
import type { Location } from "./location.js";
import type { QName } from "./qname.js";

export interface Contract {
  /** The file or URL it was read from. */
  readonly source: string;
  readonly targetNamespace: string;
  readonly documentation: string | undefined;
  readonly services: readonly Service[];
  /** What is wrong with it, or can't be taken in, without keeping the rest from being used. */
  readonly notices: readonly Notice[];
  /** Every global type of its schemas, reached by an operation or not. */
  readonly types: readonly TypeDefinition[];
  /** Every global element of its schemas. */
  readonly elements: readonly ElementDeclaration[];
}

/** Says what it is about and what was made of it. */
export interface Notice {
  readonly message: string;
  readonly location: Location;
}

/** WSDL 1.1 §2.7. */
export interface Service {
  readonly name: string;
  readonly documentation: string | undefined;
  readonly ports: readonly Port[];
  readonly location: Location;
}

export type Protocol = "soap11" | "soap12" | "http-get" | "http-post";

/** A port with its binding and port type joined (WSDL 1.1 §2.4 to §2.6). */
export interface Port {
  readonly name: string;
  readonly protocol: Protocol;
  readonly binding: QName;
  readonly portType: QName;
  /** As the WSDL gives it; may be empty. */
  readonly address: string;
  readonly operations: readonly Operation[];
  readonly location: Location;
}

/** Who sends first, and whether the other answers (WSDL 1.1 §2.4). */
export type Pattern = "request-response" | "one-way" | "solicit-response" | "notification";

/** An operation as a port binds it. */
export interface Operation {
  /** Overloaded operations share it: their inputs differ (WSDL 1.1 §2.4.5). */
  readonly name: string;
  readonly pattern: Pattern;
  readonly style: "document" | "rpc";
  readonly documentation: string | undefined;
  /** The SOAPAction; for HTTP bindings the relative location (WSDL 1.1 §3.4, §4.4). */
  readonly action: string;
  /** The Action that WS-Addressing has for the input (1.0 Metadata §4.4); `undefined` for HTTP bindings. */
  readonly addressingAction: string | undefined;
  readonly input: Message | undefined;
  readonly output: Message | undefined;
  readonly faults: readonly OperationFault[];
  readonly location: Location;
}

/** A message as a binding puts it on the wire (WSDL 1.1 §2.3, §3.5). */
export interface Message {
  readonly name: QName;
  /** The name of the operation's input or output, by which overloads are told apart (WSDL 1.1 §2.4.5). */
  readonly label: string;
  /** What the Body holds; for HTTP bindings the parameters, or the answer. */
  readonly parts: readonly Part[];
  readonly use: "literal" | "encoded";
  /** Of the wrapper that an rpc message has (WSDL 1.1 §3.5); `""` for none. */
  readonly namespace: string;
  readonly headers: readonly HeaderPart[];
  /** Parts that travel beside the envelope (WSDL 1.1 §5). */
  readonly attachments: readonly AttachmentPart[];
  readonly location: Location;
}

/** A part by element or by type (WSDL 1.1 §2.3.1). */
export type Part = ElementPart | TypePart;

export interface ElementPart {
  readonly name: string;
  readonly element: ElementDeclaration;
  readonly location: Location;
}

export interface TypePart {
  readonly name: string;
  readonly type: TypeDefinition;
  readonly location: Location;
}

/** A part that goes into the Header (WSDL 1.1 §3.7). */
export interface HeaderPart {
  readonly part: Part;
  readonly use: "literal" | "encoded";
  readonly namespace: string;
  /** What a fault about this header holds in its own Header. */
  readonly faults: readonly Part[];
}

export interface AttachmentPart {
  readonly part: Part;
  /** Media types that it may have, `image/*`; none where the WSDL says nothing of it. */
  readonly mediaTypes: readonly string[];
}

/** A declared fault, with what its detail holds (WSDL 1.1 §2.4.2, §3.6). */
export interface OperationFault {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly use: "literal" | "encoded";
  readonly location: Location;
}

/** How often something occurs. */
export interface Occurrence {
  readonly minOccurs: number;
  readonly maxOccurs: number | "unbounded";
}

/** XML Schema part 1 §3.3. */
export interface ElementDeclaration {
  /** The namespace is `""` where the element is unqualified. */
  readonly name: QName;
  readonly type: TypeDefinition;
  readonly nillable: boolean;
  /** Declared at the top of a schema; such an element may be referred to. */
  readonly isGlobal: boolean;
  /** Only a substitute may stand for it. */
  readonly abstract: boolean;
  /** Which may stand in its place, directly or through another (§3.3.6); abstract ones among them. */
  readonly substitutes: readonly ElementDeclaration[];
  readonly constraint: ValueConstraint | undefined;
  readonly documentation: string | undefined;
  readonly location: Location;
}

/** A default or fixed value, in its lexical form. */
export interface ValueConstraint {
  readonly kind: "default" | "fixed";
  readonly value: string;
}

/** Part 1 §3.2, with the use that a type makes of it. */
export interface AttributeDeclaration {
  /** The namespace is `""` where the attribute is unqualified, as most are. */
  readonly name: QName;
  readonly type: SimpleDefinition;
  readonly required: boolean;
  readonly constraint: ValueConstraint | undefined;
  readonly documentation: string | undefined;
  readonly location: Location;
}

/** Part 1 §3.9: what the content of a type is made of. */
export type Particle = ElementParticle | GroupParticle | WildcardParticle;

export interface ElementParticle extends Occurrence {
  readonly kind: "element";
  readonly element: ElementDeclaration;
  readonly documentation: string | undefined;
  readonly location: Location;
}

/** A model group (part 1 §3.8); references to named groups are resolved. */
export interface GroupParticle extends Occurrence {
  readonly kind: "sequence" | "choice" | "all";
  readonly particles: readonly Particle[];
  readonly location: Location;
}

export interface WildcardParticle extends Occurrence {
  readonly kind: "any";
  readonly wildcard: Wildcard;
  readonly location: Location;
}

/** Part 1 §3.10. */
export interface Wildcard {
  readonly namespaces: NamespaceConstraint;
  readonly processContents: "strict" | "lax" | "skip";
}

/** Which namespaces a wildcard takes; `""` is no namespace. */
export type NamespaceConstraint =
  | { readonly kind: "any" }
  /** All but this one, and but no namespace. */
  | { readonly kind: "other"; readonly namespace: string }
  | { readonly kind: "listed"; readonly namespaces: readonly string[] };

export type TypeDefinition = SimpleDefinition | ComplexDefinition | AnyType;

/** xs:anyType: any content and any attributes. */
export interface AnyType {
  readonly kind: "any";
  readonly name: QName;
}

/** Part 2. */
export type SimpleDefinition =
  | BuiltinType
  | RestrictionDefinition
  | EnumerationDefinition
  | ListDefinition
  | UnionDefinition;

/** A simple type of the XML Schema namespace (part 2 §3). */
export interface BuiltinType {
  readonly kind: "builtin";
  readonly name: QName;
}

/** What user-defined types have in common. */
interface Definition {
  /** `undefined` where the type is anonymous. */
  readonly name: QName | undefined;
  readonly documentation: string | undefined;
  readonly location: Location;
}

/** A simple type restricted by facets other than enumeration. */
export interface RestrictionDefinition extends Definition {
  readonly kind: "restriction";
  readonly base: SimpleDefinition;
  readonly facets: readonly Facet[];
}

/** A simple type restricted by enumeration (part 2 §4.3.5), and perhaps by further facets. */
export interface EnumerationDefinition extends Definition {
  readonly kind: "enumeration";
  readonly base: SimpleDefinition;
  readonly values: readonly EnumerationValue[];
  readonly facets: readonly Facet[];
}

export interface EnumerationValue {
  /** In its lexical form. */
  readonly value: string;
  readonly documentation: string | undefined;
}

export interface ListDefinition extends Definition {
  readonly kind: "list";
  readonly item: SimpleDefinition;
}

export interface UnionDefinition extends Definition {
  readonly kind: "union";
  readonly members: readonly SimpleDefinition[];
}

/** A constraining facet (part 2 §4.3). */
export interface Facet {
  readonly name: FacetName;
  readonly value: string;
}

export type FacetName =
  | "length"
  | "minLength"
  | "maxLength"
  | "pattern"
  | "whiteSpace"
  | "minInclusive"
  | "maxInclusive"
  | "minExclusive"
  | "maxExclusive"
  | "totalDigits"
  | "fractionDigits";

/** Part 1 §3.4. */
export interface ComplexDefinition extends Definition {
  readonly kind: "complex";
  readonly abstract: boolean;
  readonly mixed: boolean;
  /** `undefined` where it is made from xs:anyType, as types without complexContent are. */
  readonly derivation: Derivation | undefined;
  /** For an extension what it adds to its base, else all; `undefined` where there are no elements. */
  readonly content: Particle | undefined;
  /** The simple content, that of the base included; `undefined` where the content is elements or nothing. */
  readonly text: SimpleDefinition | undefined;
  /** For a derived type what it adds or changes, else all. */
  readonly attributes: readonly AttributeDeclaration[];
  /** Attributes of the base that a restriction prohibits. */
  readonly prohibited: readonly QName[];
  readonly anyAttribute: Wildcard | undefined;
  /** Where it is a SOAP array (SOAP 1.1 §5.4.2, WSDL 1.1 §2.2). */
  readonly soapArray: SoapArray | undefined;
}

export interface Derivation {
  readonly by: "extension" | "restriction";
  readonly base: ComplexDefinition;
}

export interface SoapArray {
  readonly item: TypeDefinition;
  /** `[2, 1]` is an array of arrays of two dimensions: `xsd:int[][,]`. */
  readonly ranks: readonly number[];
}
