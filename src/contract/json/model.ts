/**
 * A contract as JSON: the content of `contract.json` beside generated code, and the output of `inspect --json`. It has the
 * meaning of the contract without prefixes and locations.
 *
 * Global elements and named types are referred to by `{namespace}local`, predefined types by `xs:local`. Members that have
 * their usual value are left out: each member states it. Groups without a meaning are left out too: a group with one
 * particle, a sequence in a sequence, and particles that can't occur.
 */

/** The whole contract. */
export interface ContractJson {
  /** The version of this format. A reader must reject other versions. */
  readonly format: typeof FORMAT;
  /** The file or URL that it was read from; left out of `contract.json`. */
  readonly source?: string;
  readonly targetNamespace: string;
  readonly documentation?: string;
  /** In the order of the WSDL. */
  readonly services: readonly ServiceJson[];
  /** Global elements by `{namespace}local`. */
  readonly elements: Readonly<Record<string, ElementJson>>;
  /** Named types by `{namespace}local`. */
  readonly types: Readonly<Record<string, TypeJson>>;
  /** Names of the generated code that differ from those of the schema; only in `contract.json`. */
  readonly names?: Readonly<Record<string, string>>;
  /** Problems of the WSDL that do not prevent its use, as `file:line:column: message`; left out of `contract.json`. */
  readonly warnings?: readonly string[];
}

export const FORMAT = 3;

export interface ServiceJson {
  /** The name of the service. */
  readonly service: string;
  readonly documentation?: string;
  readonly ports: readonly PortJson[];
}

export interface PortJson {
  /** The name of the port. */
  readonly port: string;
  readonly protocol: "soap11" | "soap12" | "http-get" | "http-post";
  /** As it is in the WSDL; may be empty. */
  readonly address: string;
  readonly binding: string;
  readonly portType: string;
  /** Left out if `sameOperationsAs` is present. */
  readonly operations?: readonly OperationJson[];
  /** The name of an earlier port of the service with the same operations. */
  readonly sameOperationsAs?: string;
}

export interface OperationJson {
  /** The name of the operation. */
  readonly operation: string;
  /** The name of the input message, which distinguishes operations of the same name. */
  readonly overload?: string;
  /** Left out for `request-response`. */
  readonly pattern?: "one-way" | "solicit-response" | "notification";
  /** Left out for `document`. */
  readonly style?: "rpc";
  /** The SOAPAction; for HTTP bindings the relative location. */
  readonly action: string;
  /** The Action of WS-Addressing for the input; left out if it is the SOAPAction. */
  readonly addressingAction?: string;
  readonly documentation?: string;
  readonly input?: MessageJson;
  readonly output?: MessageJson;
  readonly faults?: readonly FaultJson[];
}

export interface MessageJson {
  /** In the Body; for HTTP bindings the parameters or the response. */
  readonly parts: readonly PartJson[];
  /** Left out for `literal`. */
  readonly use?: "encoded";
  /** The namespace of the wrapper of an rpc message. */
  readonly namespace?: string;
  readonly headers?: readonly HeaderJson[];
  readonly attachments?: readonly AttachmentJson[];
}

/** A part by element or by type. */
export type PartJson =
  | { readonly part: string; readonly element: string }
  | { readonly part: string; readonly type: TypeReferenceJson };

export type HeaderJson = PartJson & {
  /** Left out for `literal`. */
  readonly use?: "encoded";
  /** The parts in the Header of a fault about this header. */
  readonly faults?: readonly PartJson[];
};

export type AttachmentJson = PartJson & {
  /** Left out if any type is allowed. */
  readonly mediaTypes?: readonly string[];
};

export interface FaultJson {
  /** The name of the fault. */
  readonly fault: string;
  /** The content of its detail. */
  readonly parts: readonly PartJson[];
  /** Left out for `literal`. */
  readonly use?: "encoded";
}

/** The name of a predefined or named type, or a type without a name. */
export type TypeReferenceJson = string | TypeJson;

/** A default or fixed value in its lexical form. */
export interface ValueJson {
  readonly default?: string;
  readonly fixed?: string;
}

/** A global element. */
export interface ElementJson extends ValueJson {
  readonly type: TypeReferenceJson;
  readonly nillable?: true;
  readonly abstract?: true;
  /** The elements that may replace it, directly or through others. */
  readonly substitutes?: readonly string[];
  readonly documentation?: string;
}

export type TypeJson = SimpleJson | ComplexJson;

/** A simple type, by what it is made from. */
export type SimpleJson = (
  | {
      /** The values. */
      readonly enumeration: readonly string[];
      /** The documentation of values, by value. */
      readonly valueDocumentation?: Readonly<Record<string, string>>;
      /** Left out for `xs:string`. */
      readonly base?: TypeReferenceJson;
    }
  | { readonly restriction: TypeReferenceJson }
  | { readonly list: TypeReferenceJson }
  | { readonly union: readonly TypeReferenceJson[] }
) & {
  /** The values of each facet: a type may have several patterns. */
  readonly facets?: Readonly<Record<string, readonly string[]>>;
  readonly documentation?: string;
};

/** A complex type. Its content is one of `sequence`, `choice` and `all`, or `text`, or `arrayOf`, or empty. */
export interface ComplexJson extends OccurrenceJson {
  readonly sequence?: readonly ParticleJson[];
  readonly choice?: readonly ParticleJson[];
  readonly all?: readonly ParticleJson[];
  /** The type of the text of simple content. */
  readonly text?: TypeReferenceJson;
  readonly attributes?: readonly AttributeJson[];
  readonly anyAttribute?: WildcardJson;
  /** Attributes of the base that are not allowed. */
  readonly prohibited?: readonly string[];
  /** The base type; content and attributes are those that the extension adds. */
  readonly extends?: string;
  readonly restricts?: string;
  readonly abstract?: true;
  /** Text may occur between the child elements. */
  readonly mixed?: true;
  /** The type of the items of a SOAP array. */
  readonly arrayOf?: TypeReferenceJson;
  /** The number of dimensions of each array: `[2, 1]` is an array of arrays of two dimensions; left out for `[1]`. */
  readonly ranks?: readonly number[];
  readonly documentation?: string;
}

/** How often a particle occurs. */
export interface OccurrenceJson {
  /** Left out for 1. */
  readonly minOccurs?: number;
  /** Left out for 1. */
  readonly maxOccurs?: number | "unbounded";
}

export type ParticleJson = ElementParticleJson | AnyParticleJson | GroupJson;

export interface ElementParticleJson extends OccurrenceJson, ValueJson {
  /** `{namespace}local`, or the local name alone for an unqualified element. */
  readonly element: string;
  /** Left out for a global element: `elements` describes it. */
  readonly type?: TypeReferenceJson;
  readonly nillable?: true;
  readonly documentation?: string;
}

export type GroupJson = OccurrenceJson &
  (
    | { readonly sequence: readonly ParticleJson[] }
    | { readonly choice: readonly ParticleJson[] }
    | { readonly all: readonly ParticleJson[] }
  );

export interface AnyParticleJson extends WildcardJson, OccurrenceJson {}

export interface WildcardJson {
  /** `##any`, `##other than` a namespace, or a list of namespaces in which `##local` is no namespace. */
  readonly any: string;
  /** Left out for `strict`. */
  readonly processContents?: "lax" | "skip";
}

export interface AttributeJson extends ValueJson {
  /** `{namespace}local`, or the local name alone for an unqualified attribute. */
  readonly attribute: string;
  readonly type: TypeReferenceJson;
  readonly required?: true;
  readonly documentation?: string;
}
