/**
 * The contract: a WSDL 1.1 with its schemas, read and resolved. The generator, the diff and the simulator share it.
 * References are resolved to objects; documents, prefixes and file order are left behind.
 */
import type { QName } from "./qname.js";

/** Where something stands in a document; line and column count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Contract {
  /** The file or URL it was read from. */
  readonly source: string;
  readonly targetNamespace: string;
  readonly documentation: string | undefined;
  readonly services: readonly Service[];
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
  /** As the WSDL gives it; may be empty. */
  readonly address: string;
  readonly operations: readonly Operation[];
  readonly location: Location;
}

export interface Operation {
  readonly name: string;
  readonly documentation: string | undefined;
  /** The SOAPAction; for HTTP bindings the relative location (WSDL 1.1 §3.4, §4.4). */
  readonly action: string;
  readonly input: Message;
  readonly output: Message;
  readonly location: Location;
}

export interface Message {
  readonly name: QName;
  readonly parts: readonly Part[];
}

/** A part by element or by type (WSDL 1.1 §2.3.1). */
export type Part =
  | { readonly name: string; readonly element: ElementDeclaration }
  | { readonly name: string; readonly type: TypeDefinition };

/** XML Schema part 1 §3.3, with the occurrence of the particle that holds it. */
export interface ElementDeclaration {
  /** The namespace is `""` where the element is unqualified. */
  readonly name: QName;
  readonly type: TypeDefinition;
  readonly minOccurs: number;
  readonly maxOccurs: number | "unbounded";
  readonly nillable: boolean;
  readonly documentation: string | undefined;
  readonly location: Location;
}

export type TypeDefinition = BuiltinType | EnumerationDefinition | ComplexDefinition;

/** A simple type of the XML Schema namespace. */
export interface BuiltinType {
  readonly kind: "builtin";
  readonly name: QName;
}

/** A simple type restricted by enumeration (part 2 §4.3.5). `name` is undefined where it is anonymous. */
export interface EnumerationDefinition {
  readonly kind: "enumeration";
  readonly name: QName | undefined;
  readonly values: readonly string[];
  readonly documentation: string | undefined;
  readonly location: Location;
}

/** A complex type whose content is a sequence. `elements` may be filled after the object is made: types recurse. */
export interface ComplexDefinition {
  readonly kind: "complex";
  readonly name: QName | undefined;
  readonly elements: readonly ElementDeclaration[];
  readonly documentation: string | undefined;
  readonly location: Location;
}
