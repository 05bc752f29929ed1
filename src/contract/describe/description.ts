/**
 * A contract as plain data for people and programs: what `inspect --json` prints. Names of types, global elements and
 * messages are `{namespace}local`, those of XML Schema's own types `xs:local`; what is `undefined` is left out of the
 * JSON.
 */
import type { Pattern, Protocol } from "../services.js";
import type { Facet } from "../simple-types.js";

export interface ContractDescription {
  /** The form of this description: another number where a reader of it would have to change. */
  readonly format: 1;
  /** The file or URL. */
  readonly source: string;
  readonly targetNamespace: string;
  readonly documentation: string | undefined;
  readonly services: readonly ServiceDescription[] | undefined;
  /** Global elements; those that only wrap the message of an operation are left out. */
  readonly elements: Readonly<Record<string, ElementDescription>> | undefined;
  /** Named types; those that only wrap the message of an operation are left out. */
  readonly types: Readonly<Record<string, TypeDescription>> | undefined;
  /** What is wrong with the WSDL without keeping it from being used: `file:line:column: what`. */
  readonly notices: readonly string[];
}

export interface ServiceDescription {
  readonly service: string;
  readonly documentation: string | undefined;
  readonly ports: readonly PortDescription[];
}

export interface PortDescription {
  readonly port: string;
  readonly protocol: Protocol;
  /** As the WSDL gives it; may be empty. */
  readonly address: string;
  readonly binding: string;
  readonly portType: string;
  readonly operations: readonly OperationDescription[];
}

export interface OperationDescription {
  /** Overloaded operations share it. */
  readonly operation: string;
  readonly pattern: Pattern;
  readonly style: "document" | "rpc";
  /** The SOAPAction; for HTTP bindings the relative location. */
  readonly action: string;
  readonly documentation: string | undefined;
  readonly input: MessageDescription | undefined;
  readonly output: MessageDescription | undefined;
  readonly faults: readonly FaultDescription[];
}

/** A message: the content of its one element where that is a mere wrapper, else its parts. */
export interface MessageDescription {
  readonly message: string;
  readonly wrapper: string | undefined;
  readonly content: readonly ParticleDescription[] | undefined;
  readonly attributes: readonly AttributeDescription[] | undefined;
  readonly parts: readonly PartDescription[] | undefined;
  readonly encoded: true | undefined;
  readonly headers: readonly HeaderDescription[] | undefined;
  readonly attachments: readonly AttachmentDescription[] | undefined;
}

/** A part by `element` or by type; for an element of an anonymous type see `elements`. */
export interface PartDescription {
  readonly part: string;
  readonly element: string | undefined;
  readonly type: TypeReference | undefined;
}

export interface HeaderDescription extends PartDescription {
  readonly encoded: true | undefined;
  /** What a fault about the header has in its own Header. */
  readonly faults: readonly PartDescription[] | undefined;
}

export interface AttachmentDescription extends PartDescription {
  readonly mediaTypes: readonly string[];
}

export interface FaultDescription {
  readonly fault: string;
  readonly parts: readonly PartDescription[];
  readonly encoded: true | undefined;
}

/** A named type by its name, an anonymous one in its place. */
export type TypeReference = string | TypeDescription;

/** Once where it says nothing else. */
export interface OccurrenceDescription {
  readonly minOccurs: number | undefined;
  readonly maxOccurs: number | "unbounded" | undefined;
}

export interface ValueDescription {
  readonly default: string | undefined;
  readonly fixed: string | undefined;
}

/** A global element. */
export interface ElementDescription extends ValueDescription {
  readonly type: TypeReference;
  readonly nillable: true | undefined;
  readonly abstract: true | undefined;
  /** Elements that may stand in its place. */
  readonly substitutes: readonly string[] | undefined;
  readonly documentation: string | undefined;
}

export type ParticleDescription =
  | ElementParticleDescription
  | SequenceDescription
  | ChoiceDescription
  | AllDescription
  | AnyDescription;

export interface ElementParticleDescription extends OccurrenceDescription, ValueDescription {
  /** `{namespace}local`, or the local name alone where it is unqualified. */
  readonly element: string;
  /** It is one of `elements`. */
  readonly ref: true | undefined;
  /** `undefined` for a `ref` to an element of an anonymous type. */
  readonly type: TypeReference | undefined;
  readonly nillable: true | undefined;
  /** Others may or must stand in its place: see `elements`. */
  readonly substitutable: true | undefined;
  readonly documentation: string | undefined;
}

export interface SequenceDescription extends OccurrenceDescription {
  readonly sequence: readonly ParticleDescription[];
}

export interface ChoiceDescription extends OccurrenceDescription {
  readonly choice: readonly ParticleDescription[];
}

export interface AllDescription extends OccurrenceDescription {
  readonly all: readonly ParticleDescription[];
}

export interface AnyDescription extends OccurrenceDescription {
  readonly any: WildcardDescription;
}

export interface WildcardDescription {
  /** `##any`; `##other` than the namespace behind it; or a list, in which `##local` is no namespace. */
  readonly namespaces: string;
  readonly processContents: "strict" | "lax" | "skip";
}

export interface AttributeDescription extends ValueDescription {
  /** `{namespace}local`, or the local name alone where it is unqualified. */
  readonly attribute: string;
  readonly type: TypeReference;
  readonly required: true | undefined;
  readonly documentation: string | undefined;
}

export type TypeDescription =
  | ComplexDescription
  | EnumerationDescription
  | RestrictionDescription
  | ListDescription
  | UnionDescription;

export interface ComplexDescription {
  readonly kind: "complex";
  readonly extends: string | undefined;
  readonly restricts: string | undefined;
  readonly abstract: true | undefined;
  readonly mixed: true | undefined;
  /** What it adds where it extends another type. */
  readonly content: ParticleDescription | undefined;
  /** The type of its text, where it has simple content. */
  readonly text: TypeReference | undefined;
  readonly attributes: readonly AttributeDescription[] | undefined;
  /** Attributes of its base that it must not have. */
  readonly prohibited: readonly string[] | undefined;
  readonly anyAttribute: WildcardDescription | undefined;
  readonly soapArray:
    | { readonly item: TypeReference; readonly ranks: readonly number[] }
    | undefined;
  readonly documentation: string | undefined;
}

export interface EnumerationDescription {
  readonly kind: "enumeration";
  readonly base: TypeReference;
  readonly values: readonly {
    readonly value: string;
    readonly documentation: string | undefined;
  }[];
  readonly facets: readonly Facet[] | undefined;
  readonly documentation: string | undefined;
}

export interface RestrictionDescription {
  readonly kind: "restriction";
  readonly base: TypeReference;
  readonly facets: readonly Facet[];
  readonly documentation: string | undefined;
}

export interface ListDescription {
  readonly kind: "list";
  readonly item: TypeReference;
  readonly documentation: string | undefined;
}

export interface UnionDescription {
  readonly kind: "union";
  readonly members: readonly TypeReference[];
  readonly documentation: string | undefined;
}
