/**
 * Comments of generated types and members: the documentation of the contract, or without it the facts of the schema that
 * the type in TypeScript does not show. Each is computed from its own declaration, without a pass over the contract.
 */
import type {
  AttributeDeclaration,
  ComplexDefinition,
  ElementDeclaration,
  Occurrence,
  SimpleDefinition,
  TypeDefinition,
} from "../../contract/index.js";
import { isRepeated } from "../shape/node.js";
import type { Documentation } from "../typescript/doc-comment.js";
import { constraintSentence, facetSentence, facetWords } from "./facets.js";
import { typePhrase } from "./type-phrase.js";

/** An element as a member: a particle's, or one of a message's parts, which have no default. */
export interface DocumentedElement extends Pick<ElementDeclaration, "type" | "nillable"> {
  readonly constraint?: ElementDeclaration["constraint"];
  readonly documentation: string | undefined;
}

const ONCE: Occurrence = { minOccurs: 1, maxOccurs: 1 };

export function elementDocumentation(
  { type, nillable, constraint, documentation }: DocumentedElement,
  occurrence: Occurrence = ONCE,
): Documentation {
  const limits = constraintSentence(constraint);
  if (documentation !== undefined) return [documentation, facetsOf(type), limits];
  const nil = isRepeated(occurrence) ? "Items are nillable." : "Nillable.";
  return [
    sentences(
      typeSentence(type),
      occurrenceSentence(occurrence),
      nillable ? nil : undefined,
      limits,
    ),
  ];
}

export function attributeDocumentation({
  type,
  constraint,
  documentation,
}: AttributeDeclaration): Documentation {
  const limits = constraintSentence(constraint);
  if (documentation !== undefined) return [documentation, facetsOf(type), limits];
  return [sentences(typeSentence(type, "Attribute: "), limits)];
}

/** The comment of the member `$value`. */
export function textDocumentation(type: SimpleDefinition): Documentation {
  return [typeSentence(type, "Text: ")];
}

/** @param namespace the target namespace of the schema with the type */
export function complexDocumentation(type: ComplexDefinition, namespace: string): Documentation {
  if (type.documentation !== undefined) return [type.documentation];
  const kind = type.abstract ? "Abstract complex type" : "Complex type";
  return [`${declared(kind, type, namespace)}.`];
}

/** @param namespace the target namespace of the schema with the type */
export function enumerationDocumentation(
  type: SimpleDefinition & { readonly kind: "enumeration" },
  namespace: string,
): Documentation {
  if (type.documentation !== undefined) return [type.documentation, facetSentence(type)];
  return [sentences(`${declared("Enumeration", type, namespace)}.`, facetSentence(type))];
}

/** The comment of a simple type that is an alias; the values of an enumeration are not part of its type. */
export function aliasDocumentation(
  type: Exclude<SimpleDefinition, { kind: "builtin" }>,
  namespace: string,
): Documentation {
  const values =
    type.kind === "enumeration"
      ? `One of ${type.values.map(({ value }) => value).join(", ")}.`
      : undefined;
  if (type.documentation !== undefined) return [type.documentation, facetSentence(type), values];
  const phrase = type.kind === "enumeration" ? "" : `: ${typePhrase({ ...type, name: undefined })}`;
  return [
    sentences(`${declared("Simple type", type, namespace)}${phrase}.`, facetSentence(type)),
    values,
  ];
}

function declared(
  kind: string,
  { name }: Pick<ComplexDefinition, "name">,
  namespace: string,
): string {
  const subject =
    name === undefined
      ? `Anonymous ${kind.charAt(0).toLowerCase()}${kind.slice(1)}`
      : `${kind} \`${name.local}\``;
  return namespace === "" ? subject : `${subject} of namespace \`${namespace}\``;
}

/** @param before what the member is, if it is not an element */
function typeSentence(type: TypeDefinition, before = ""): string {
  const phrase = `${before}${typePhrase(type)}`;
  const words = isAnonymous(type) ? facetWords(type) : "";
  const text = words === "" ? phrase : `${phrase}, ${words}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The facets of an anonymous type; those of a named type are in the comment of its declaration. */
function facetsOf(type: TypeDefinition): string | undefined {
  return isAnonymous(type) ? facetSentence(type) : undefined;
}

function isAnonymous(type: TypeDefinition): type is SimpleDefinition {
  return type.name === undefined && type.kind !== "complex";
}

/** Limits that an array in TypeScript does not have. */
function occurrenceSentence(occurrence: Occurrence): string | undefined {
  if (!isRepeated(occurrence)) return undefined;
  const { minOccurs, maxOccurs } = occurrence;
  if (maxOccurs === "unbounded")
    return minOccurs === 0 ? undefined : `At least ${items(minOccurs)}.`;
  if (minOccurs === maxOccurs) return `${items(maxOccurs)}.`;
  return minOccurs === 0 ? `At most ${items(maxOccurs)}.` : `${minOccurs} to ${items(maxOccurs)}.`;
}

function items(count: number): string {
  return count === 1 ? "1 item" : `${count} items`;
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(" ");
}
