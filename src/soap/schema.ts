/**
 * The wire schema: what a message looks like, as plain data that generated code carries and the codec
 * compiles on first use. It names things as XML Schema does; a member's order is its order on the wire.
 */

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

/** A complex type whose content is a sequence of elements (part 1, §3.8). */
export interface SequenceType {
  /** The namespace of its element names; `""` where they are unqualified. */
  readonly namespace: string;
  readonly sequence: readonly ElementSchema[];
}

/** A complex type that holds nothing but one repeated element, as ASMX writes `ArrayOfX`: an array in TypeScript. */
export interface ArrayType {
  readonly namespace: string;
  readonly item: ElementSchema;
}

export type SimpleType = BuiltinName | EnumerationType;
export type TypeSchema = SimpleType | SequenceType | ArrayType;

/** A type, or a function that gives it where types refer to each other in a circle. */
export type TypeReference = TypeSchema | (() => TypeSchema);

export function resolveType(reference: TypeReference): TypeSchema {
  return typeof reference === "function" ? reference() : reference;
}

/** An element declaration inside a type (part 1, §3.3): required and single unless it says otherwise. */
export interface ElementSchema {
  readonly element: string;
  readonly type: TypeReference;
  readonly minOccurs?: 0;
  readonly maxOccurs?: "unbounded";
  /** `xsi:nil="true"` is allowed, and is `null` in TypeScript. */
  readonly nillable?: true;
  /** Takes values that its enumeration does not list: the service may know more than the contract. */
  readonly open?: true;
  /** Holds a password or another secret: redacted wherever a message is shown. */
  readonly secret?: true;
}

/** The element that a SOAP Body holds: the wrapper of a document/literal message (WSDL 1.1 §3.5). */
export interface MessageSchema {
  readonly element: string;
  readonly namespace: string;
  readonly type: SequenceType;
}

declare const request: unique symbol;
declare const response: unique symbol;
declare const outcome: unique symbol;

/** An operation of a binding: its action and the messages that go in and out (WSDL 1.1 §2.4). */
export interface Operation<Request = unknown, Response = unknown> {
  readonly name: string;
  /** The SOAPAction header of SOAP 1.1 and the action parameter of SOAP 1.2. */
  readonly soapAction: string;
  readonly input: MessageSchema;
  readonly output: MessageSchema;
  readonly [request]?: Request;
  readonly [response]?: Response;
}

/** An operation that answers with an enumeration which has an `OK`, and with out parameters beside it. */
export interface OutcomeOperation<Request = unknown, Response = unknown, Outcome = unknown>
  extends Operation<Request, Response> {
  /** The element of the response that holds the enumeration. */
  readonly result: string;
  readonly [outcome]?: Outcome;
}
