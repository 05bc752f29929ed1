/** The messages of operations, and the types that their members are of. */

import { place } from "../wsdl/errors.js";
import type {
  ComplexDefinition,
  ElementDeclaration,
  EnumerationDefinition,
  Message,
  Operation,
  TypeDefinition,
} from "../wsdl/index.js";
import { GenerateError } from "./errors.js";

export interface Reached {
  readonly type: EnumerationDefinition | ComplexDefinition;
  /** The type's name, or of what it is anonymous in. */
  readonly hint: string;
}

/** The types that the members of messages are of, those referred to first. */
export function reachedTypes(operations: readonly Operation[]): readonly Reached[] {
  const reached: Reached[] = [];
  const seen = new Set<TypeDefinition>();
  const visit = (type: TypeDefinition, owner: string): void => {
    if (type.kind === "builtin" || seen.has(type)) return;
    seen.add(type);
    const hint = type.name?.local ?? owner;
    if (type.kind === "complex") visitMembers(membersIn(type, hint), hint);
    reached.push({ type, hint });
  };
  const visitMembers = (members: readonly ElementDeclaration[], owner: string): void => {
    for (const member of members) visit(member.type, `${owner}_${member.name.local}`);
  };
  for (const { input, output } of operations) {
    for (const message of [input, output]) visitMembers(membersOf(message), message.name.local);
  }
  return reached;
}

/** The element that a document/literal message holds (WSDL 1.1 §3.5). */
export function bodyElement({ name, parts }: Message): ElementDeclaration {
  const [part, ...others] = parts;
  if (part === undefined || others.length > 0 || !("element" in part)) {
    throw new GenerateError(
      "UNSUPPORTED",
      `The message ${name} is not one element, which is all that is supported yet.`,
    );
  }
  return part.element;
}

export function membersOf(message: Message): readonly ElementDeclaration[] {
  const { type, name } = bodyElement(message);
  if (type.kind === "complex") return membersIn(type, name.local);
  throw new GenerateError(
    "UNSUPPORTED",
    `The element ${name} is a simple value, which is not supported as a message yet.`,
  );
}

/**
 * The members of a complex type. Its wire schema has one namespace for all of them.
 *
 * @param owner what the type is called, or what it is anonymous in
 */
function membersIn({ elements }: ComplexDefinition, owner: string): readonly ElementDeclaration[] {
  const [first] = elements;
  const other = elements.find(({ name }) => name.namespace !== first?.name.namespace);
  if (other === undefined) return elements;
  throw new GenerateError(
    "UNSUPPORTED",
    `${place(other.location)}: ${owner} has elements of several namespaces (${other.name} is one of them), which is not supported yet.`,
  );
}
