/** Messages of a wire schema: what a Body, a Header or the detail of a fault contains. */
import { elementsOf } from "./content.js";
import type { ComplexType, ElementSchema } from "./types.js";

/**
 * The element in a SOAP Body: the wrapper of a message, or a document (WSDL 1.1 §3.5). Its own members describe its content,
 * unless it has a `type`.
 */
export interface MessageSchema extends ComplexType {
  /** Its local name. */
  readonly element: string;
  /** The type of its content, if it is a constant in the generated code or its elements have another namespace. */
  readonly type?: ComplexType;
  /** It uses the SOAP encoding (SOAP 1.1 §5): types are named on the wire, and values may be references. */
  readonly encoded?: true;
  /** It is the wrapper of a literal rpc message (WSDL 1.1 §3.5). */
  readonly rpc?: true;
  /** The members that are sent as parts beside the envelope (WSDL 1.1 §5). */
  readonly attachments?: readonly string[];
}

/** Several elements: those of a Header, of a Body with several parts or none, or of a fault. */
export interface PartsSchema {
  /** The elements. */
  readonly parts: readonly ElementSchema[];
  /** As in `MessageSchema`. */
  readonly encoded?: true;
  /** As in `MessageSchema`. */
  readonly attachments?: readonly string[];
}

/** A fault of the contract: the elements of its detail, or a block of the Header (WSDL 1.1 §3.6, §3.7). */
export interface FaultSchema extends PartsSchema {
  /** The elements are blocks of the Header. */
  readonly inHeader?: true;
}

/** The elements that a message has members for. */
export function messageElements(message: MessageSchema | PartsSchema): readonly ElementSchema[] {
  return "parts" in message ? message.parts : elementsOf(messageType(message));
}

/** The type of the element of a message. */
export function messageType(message: MessageSchema): ComplexType {
  return message.type ?? message;
}

declare const valueType: unique symbol;

/** The schema of a message with the type of its values. */
export type MessageOf<Value> = (MessageSchema | PartsSchema) & {
  readonly [valueType]?: Value;
};

/** As `MessageOf`, for a message that is one element. */
export type ElementMessageOf<Value> = MessageSchema & { readonly [valueType]?: Value };
