/** Services, ports, operations and messages (WSDL 1.1 §2.3 to §2.7). */
import type { Location } from "./location.js";
import type { QName } from "./qname.js";
import type { ElementDeclaration, TypeDefinition } from "./schema-components.js";

/** A service (WSDL 1.1 §2.7). */
export interface Service {
  /** The name in the WSDL. */
  readonly name: string;
  /** The documentation of the service; `undefined` if it has none. */
  readonly documentation: string | undefined;
  /** The ports whose bindings are supported, in the order of the WSDL. */
  readonly ports: readonly Port[];
  /** The position of the service in the WSDL. */
  readonly location: Location;
}

/** The protocol of a binding: SOAP 1.1 (WSDL 1.1 §3), SOAP 1.2, or plain HTTP (WSDL 1.1 §4). */
export type Protocol = "soap11" | "soap12" | "http-get" | "http-post";

/** A port with its binding and port type (WSDL 1.1 §2.4 to §2.6). */
export interface Port {
  /** The name in the service. */
  readonly name: string;
  /** The protocol of the binding. */
  readonly protocol: Protocol;
  /** The name of the binding (WSDL 1.1 §2.5). */
  readonly binding: QName;
  /** The name of the port type (WSDL 1.1 §2.4). */
  readonly portType: QName;
  /** The address as it is in the WSDL (WSDL 1.1 §3.8, §4.1); `""` if the port has no address. */
  readonly address: string;
  /** The operations of the binding, in its order. */
  readonly operations: readonly Operation[];
  /** The position of the port in the WSDL. */
  readonly location: Location;
}

/** Which side sends first, and whether the other side responds (WSDL 1.1 §2.4.1 to §2.4.4). */
export type Pattern = "request-response" | "one-way" | "solicit-response" | "notification";

/** An operation of a port type with its binding (WSDL 1.1 §2.4, §2.5). */
export interface Operation {
  /** The name; overloaded operations have the same name and different inputs (WSDL 1.1 §2.4.5). */
  readonly name: string;
  /** Which messages are exchanged. */
  readonly pattern: Pattern;
  /** Whether the Body contains the parts, or a wrapper that is named after the operation (WSDL 1.1 §3.5). */
  readonly style: "document" | "rpc";
  /** The documentation of the operation; `undefined` if it has none. */
  readonly documentation: string | undefined;
  /** The SOAPAction (WSDL 1.1 §3.4); for HTTP bindings the relative location (WSDL 1.1 §4.4). */
  readonly action: string;
  /** The Action of WS-Addressing for the input (WS-Addressing 1.0 Metadata §4.4); `undefined` for HTTP bindings. */
  readonly addressingAction: string | undefined;
  /** The message to the service; `undefined` for a notification. */
  readonly input: Message | undefined;
  /** The message from the service; `undefined` for a one-way operation. */
  readonly output: Message | undefined;
  /** The declared faults (WSDL 1.1 §3.6). */
  readonly faults: readonly OperationFault[];
  /** The position of the operation in the binding. */
  readonly location: Location;
}

/** A message with the places of its parts, as the binding assigns them (WSDL 1.1 §2.3, §3.5). */
export interface Message {
  /** The name of the message in the WSDL. */
  readonly name: QName;
  /** The name of the input or output, which distinguishes overloaded operations (WSDL 1.1 §2.4.5). */
  readonly label: string;
  /** The parts in the Body; for HTTP bindings the parameters or the response. */
  readonly parts: readonly Part[];
  /** Whether the parts are encoded by the schema or by the rules of SOAP encoding (WSDL 1.1 §3.5). */
  readonly use: "literal" | "encoded";
  /** The namespace of the wrapper of an rpc message (WSDL 1.1 §3.5); `""` for none. */
  readonly namespace: string;
  /** The parts in the Header. */
  readonly headers: readonly HeaderPart[];
  /** The parts that are sent as attachments. */
  readonly attachments: readonly AttachmentPart[];
  /** The position of the input or output in the binding, or of the message. */
  readonly location: Location;
}

/** A part of a message, defined by an element or by a type (WSDL 1.1 §2.3.1). */
export type Part = ElementPart | TypePart;

/** A part whose content is an element (WSDL 1.1 §2.3.1). */
export interface ElementPart {
  /** The name of the part in the message. */
  readonly name: string;
  /** The element. */
  readonly element: ElementDeclaration;
  /** The position of the part in the WSDL. */
  readonly location: Location;
}

/** A part whose content is of a type (WSDL 1.1 §2.3.1). */
export interface TypePart {
  /** The name of the part in the message. */
  readonly name: string;
  /** The type. */
  readonly type: TypeDefinition;
  /** The position of the part in the WSDL. */
  readonly location: Location;
}

/** A part in the Header (WSDL 1.1 §3.7). */
export interface HeaderPart {
  /** The part. */
  readonly part: Part;
  /** Whether the part is encoded by the schema or by the rules of SOAP encoding. */
  readonly use: "literal" | "encoded";
  /** The namespace of an encoded part; `""` for none. */
  readonly namespace: string;
  /** The parts in the Header of a fault about this header (`soap:headerfault`). */
  readonly faults: readonly Part[];
}

/** A part that is sent as an attachment (WSDL 1.1 §5). */
export interface AttachmentPart {
  /** The part. */
  readonly part: Part;
  /** The media types that are allowed, such as `image/*`; empty if the WSDL states none. */
  readonly mediaTypes: readonly string[];
}

/** A declared fault (WSDL 1.1 §2.4.2, §3.6). */
export interface OperationFault {
  /** The name in the operation. */
  readonly name: string;
  /** The parts of its detail. */
  readonly parts: readonly Part[];
  /** Whether the detail is encoded by the schema or by the rules of SOAP encoding. */
  readonly use: "literal" | "encoded";
  /** The position of the fault in the port type. */
  readonly location: Location;
}
