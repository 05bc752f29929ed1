/**
 * A contract as plain JSON: what it means, without prefixes, places and the order of declarations. It is written beside
 * the generated code, so that a later contract can be compared with the one that the code was made from.
 */

export interface ContractSummary {
  /** The form of this file. */
  readonly format: 2;
  readonly targetNamespace: string;
  readonly services: Readonly<Record<string, ServiceSummary>>;
  /** Global elements that messages or types refer to, by `{namespace}local`. */
  readonly elements: Readonly<Record<string, ElementSummary>>;
  /** Named types by `{namespace}local`. */
  readonly types: Readonly<Record<string, TypeSummary>>;
  /** Names in the generated code that are not simply the schema's. */
  readonly names?: Readonly<Record<string, string>>;
}

/** Whether a JSON value is a summary in the form of this version. */
export function isContractSummary(value: unknown): value is ContractSummary {
  return typeof value === "object" && value !== null && "format" in value && value.format === 2;
}

export interface ServiceSummary {
  readonly ports: Readonly<Record<string, PortSummary>>;
}

export interface PortSummary {
  readonly protocol: string;
  readonly address: string;
  /** Its operations, or the name of an earlier port of the service that has the same ones. */
  readonly operations: Readonly<Record<string, OperationSummary>> | string;
}

/** Left out is what is most usual: request-response, document style. */
export interface OperationSummary {
  readonly action: string;
  /** The Action of WS-Addressing, where it is another. */
  readonly addressingAction?: string;
  readonly pattern?: string;
  readonly style?: "rpc";
  readonly documentation?: string;
  readonly input?: MessageSummary;
  readonly output?: MessageSummary;
  readonly faults?: Readonly<Record<string, readonly PartSummary[]>>;
}

/** The parts of the Body alone where there is nothing else to say. */
export type MessageSummary =
  | readonly PartSummary[]
  | {
      readonly parts: readonly PartSummary[];
      readonly use?: "encoded";
      readonly namespace?: string;
      readonly headers?: readonly PartSummary[];
      readonly attachments?: readonly string[];
    };

/** A part by element, whose name is the key of `elements`, or by type. */
export type PartSummary =
  | { readonly part: string; readonly element: string }
  | { readonly part: string; readonly type: TypeReferenceSummary };

/** `xs:int`, the key of a named type, or an anonymous type in its place. */
export type TypeReferenceSummary = string | TypeSummary;

export interface ElementSummary {
  readonly type: TypeReferenceSummary;
  readonly nillable?: true;
  readonly abstract?: true;
  readonly substitutes?: readonly string[];
  readonly default?: string;
  readonly fixed?: string;
  readonly documentation?: string;
}

export type TypeSummary = SimpleSummary | ComplexSummary;

export type SimpleSummary = (
  | { readonly enumeration: readonly string[]; readonly base?: TypeReferenceSummary }
  | { readonly restriction: TypeReferenceSummary }
  | { readonly list: TypeReferenceSummary }
  | { readonly union: readonly TypeReferenceSummary[] }
) & {
  /** Each facet's values. */
  readonly facets?: Readonly<Record<string, readonly string[]>>;
  readonly documentation?: string;
};

export interface ComplexSummary {
  readonly sequence?: readonly ParticleSummary[];
  readonly choice?: readonly ParticleSummary[];
  readonly all?: readonly ParticleSummary[];
  readonly minOccurs?: number;
  readonly maxOccurs?: number | "unbounded";
  readonly text?: TypeReferenceSummary;
  readonly attributes?: readonly AttributeSummary[];
  readonly anyAttribute?: string;
  readonly extends?: string;
  readonly restricts?: string;
  readonly abstract?: true;
  readonly mixed?: true;
  readonly arrayOf?: TypeReferenceSummary;
  readonly ranks?: readonly number[];
  readonly documentation?: string;
}

interface Occurring {
  readonly minOccurs?: number;
  readonly maxOccurs?: number | "unbounded";
}

/** A global element has no type here but in `elements`. */
export interface ElementParticleSummary extends Occurring {
  /** `{namespace}local`, or the local name alone where it is unqualified. */
  readonly element: string;
  readonly type?: TypeReferenceSummary;
  readonly nillable?: true;
  readonly default?: string;
  readonly fixed?: string;
  readonly documentation?: string;
}

export type ParticleSummary =
  | ElementParticleSummary
  | ({ readonly any: string } & Occurring)
  | ({ readonly sequence: readonly ParticleSummary[] } & Occurring)
  | ({ readonly choice: readonly ParticleSummary[] } & Occurring)
  | ({ readonly all: readonly ParticleSummary[] } & Occurring);

export interface AttributeSummary {
  readonly attribute: string;
  readonly type: TypeReferenceSummary;
  readonly required?: true;
  readonly default?: string;
  readonly fixed?: string;
  readonly documentation?: string;
}
