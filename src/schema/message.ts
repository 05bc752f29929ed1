/** Messages of a wire schema: what a Body, a Header or the detail of a fault contains. */
import { elementsOf } from "./content.js";
import type { ComplexType, ElementSchema } from "./types.js";

/**
 * The element that a SOAP Body holds: the wrapper of a message, or a document (WSDL 1.1 §3.5). It is its own type where
 * it has no other.
 */
export interface MessageSchema extends ComplexType {
  readonly element: string;
  /** Where it is a type with a constant of its own, or has elements of another namespace. */
  readonly type?: ComplexType;
  /** By the rules of SOAP 1.1 §5: types are named on the wire, and values may stand elsewhere and be referred to. */
  readonly encoded?: true;
  /** Members that travel beside the envelope (WSDL 1.1 §5). */
  readonly attachments?: readonly string[];
}

/** Elements that stand side by side: a Header's, a Body's of several parts or of none, a fault's. */
export interface PartsSchema {
  readonly parts: readonly ElementSchema[];
  readonly encoded?: true;
  readonly attachments?: readonly string[];
}

/** What a fault of the contract brings: the elements of its detail, or a block of the Header (WSDL 1.1 §3.6, §3.7). */
export interface FaultSchema extends PartsSchema {
  readonly inHeader?: true;
}

/** The elements that a message has members for. */
export function messageElements(message: MessageSchema | PartsSchema): readonly ElementSchema[] {
  return "parts" in message ? message.parts : elementsOf(messageType(message));
}

/** The type of a message's element. */
export function messageType(message: MessageSchema): ComplexType {
  return message.type ?? message;
}
