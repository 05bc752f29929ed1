/** Elements that are made for one message only: their content is what a caller thinks of as parameters. */
import type { ComplexDefinition, ElementDeclaration } from "../schema-components.js";
import type { Message, Operation } from "../services.js";

export interface Wrapper {
  readonly element: ElementDeclaration;
  readonly type: ComplexDefinition;
}

/**
 * The wrapper of a document message: its one element, where that has nothing but elements and attributes, and a type of
 * its own or, as by the convention for wrapped messages, the input's has the operation's name.
 */
export function wrapperOf(message: Message, operation: Operation): Wrapper | undefined {
  const element = soleElement(message, operation);
  if (element === undefined || !isPlain(element)) return undefined;
  const { type } = element;
  if (type.kind !== "complex") return undefined;
  const input = operation.input && soleElement(operation.input, operation);
  const isOwn = type.name === undefined || input?.name.local === operation.name;
  return isOwn ? { element, type } : undefined;
}

function soleElement(message: Message, { style }: Operation): ElementDeclaration | undefined {
  const [part, ...others] = message.parts;
  if (style === "rpc" || part === undefined || others.length > 0) return undefined;
  return "element" in part ? part.element : undefined;
}

function isPlain({ type, nillable, substitutes }: ElementDeclaration): boolean {
  if (type.kind !== "complex" || nillable || substitutes.length > 0) return false;
  const { derivation, text, soapArray, mixed, abstract, anyAttribute } = type;
  const isMore = derivation ?? text ?? soapArray ?? anyAttribute;
  return isMore === undefined && !mixed && !abstract;
}
