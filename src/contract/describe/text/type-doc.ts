/** Types, particles and attributes as text: they contain each other. */
import { contentOf } from "../../json/content.js";
import type {
  AttributeJson,
  ComplexJson,
  ElementJson,
  ElementParticleJson,
  ParticleJson,
  SimpleJson,
  TypeJson,
  TypeReferenceJson,
} from "../../json/model.js";
import { type Doc, type Group, span } from "./layout.js";
import type { Names } from "./names.js";
import { facetsDoc, globalElement, occurrenceMark, valueDoc, wildcardDoc } from "./value-doc.js";

/** How many values of an enumeration are shown. */
const MOST_VALUES = 12;

export interface TextContext {
  readonly names: Names;
  /** All global elements. */
  readonly elements: Readonly<Record<string, ElementJson>>;
}

export function referenceDoc(type: TypeReferenceJson, context: TextContext): Doc {
  return typeof type === "string"
    ? span(context.names.short(type), "type")
    : typeBody(type, context);
}

/** A type without its name. */
export function typeBody(type: TypeJson, context: TextContext): Doc {
  if ("enumeration" in type) return enumerationBody(type, context);
  if ("restriction" in type) return [referenceDoc(type.restriction, context), ...facetsDoc(type)];
  if ("list" in type) return [span("list of ", "mark"), referenceDoc(type.list, context)];
  if ("union" in type) return filled(type.union, " | ", context);
  return complexBody(type, context);
}

function filled(
  types: readonly TypeReferenceJson[],
  separator: string,
  context: TextContext,
): Group {
  const items = types.map((member) => referenceDoc(member, context));
  return { open: "", close: "", padding: "", items, separator, fill: true };
}

function complexBody(type: ComplexJson, context: TextContext): Doc {
  const { arrayOf, ranks = [1], extends: extended, restricts } = type;
  if (arrayOf !== undefined) {
    const brackets = ranks.map((rank) => `[${",".repeat(rank - 1)}]`);
    return [referenceDoc(arrayOf, context), span(brackets.join(""), "mark")];
  }
  const members: Group = {
    open: "{",
    close: "}",
    padding: " ",
    items: memberDocs(type, context),
    separator: ", ",
  };
  const derived = (word: string, base: string) => [
    span(`${word} `, "mark"),
    span(context.names.short(base), "type"),
    span(" "),
  ];
  return [
    ...(type.abstract ? [span("abstract ", "mark")] : []),
    ...(type.mixed ? [span("mixed ", "mark")] : []),
    ...(extended === undefined ? [] : derived("extends", extended)),
    ...(restricts === undefined ? [] : derived("restricts", restricts)),
    members.items.length === 0 ? span("{}") : members,
  ];
}

function memberDocs(type: ComplexJson, context: TextContext): readonly Doc[] {
  const { text, prohibited = [], anyAttribute } = type;
  const { names } = context;
  return [
    ...(text === undefined
      ? []
      : [[span("text()", "name"), span(": "), referenceDoc(text, context)]]),
    ...contentDocs(type, context),
    ...attributeDocs(type, context),
    ...prohibited.map((name) => [span(`@${names.short(name)}`, "name"), span("{0}", "mark")]),
    ...(anyAttribute === undefined ? [] : [[span("@any", "mark"), ...wildcardDoc(anyAttribute)]]),
  ];
}

/** The child elements of a type; those of a sequence one by one. */
export function contentDocs(type: ComplexJson, context: TextContext): readonly Doc[] {
  const content = contentOf(type);
  if (content === undefined) return [];
  const isOneSequence =
    "sequence" in content && content.minOccurs === undefined && content.maxOccurs === undefined;
  const particles = isOneSequence ? content.sequence : [content];
  return particles.map((particle) => particleDoc(particle, context));
}

export function attributeDocs(
  { attributes = [] }: ComplexJson,
  context: TextContext,
): readonly Doc[] {
  return attributes.map((attribute) => attributeDoc(attribute, context));
}

function attributeDoc(attribute: AttributeJson, context: TextContext): Doc {
  return [
    span(`@${context.names.short(attribute.attribute)}`, "name"),
    span(attribute.required ? "" : "?", "mark"),
    span(": "),
    referenceDoc(attribute.type, context),
    ...valueDoc(attribute),
  ];
}

function particleDoc(particle: ParticleJson, context: TextContext): Doc {
  if ("element" in particle) return elementDoc(particle, context);
  const marks = span(occurrenceMark(particle), "mark");
  if ("any" in particle) return [span("any", "mark"), marks, ...wildcardDoc(particle)];
  if ("choice" in particle) return [inParentheses(particle.choice, " | ", context), marks];
  if ("all" in particle) {
    return [span("all ", "mark"), inParentheses(particle.all, ", ", context), marks];
  }
  return [inParentheses(particle.sequence, ", ", context), marks];
}

function inParentheses(
  particles: readonly ParticleJson[],
  separator: string,
  context: TextContext,
): Group {
  const items = particles.map((each) => particleDoc(each, context));
  return { open: "(", close: ")", padding: "", items, separator };
}

function elementDoc(particle: ElementParticleJson, context: TextContext): Doc {
  const { element, type } = particle;
  const marks = span(occurrenceMark(particle), "mark");
  if (type === undefined) return globalReference(particle, context);
  // A local element is of the namespace of its type, or of none; the difference is not shown.
  const name = element.replace(/^\{.*\}/s, "");
  return [
    span(name, "name"),
    marks,
    span(": "),
    referenceDoc(type, context),
    ...nillableDoc(particle),
    ...valueDoc(particle),
  ];
}

/** A reference to a global element: with its type, if that has a name and no other element may replace the element. */
function globalReference(particle: ElementParticleJson, { names, elements }: TextContext): Doc {
  const { element } = particle;
  const marks = span(occurrenceMark(particle), "mark");
  const { type, abstract, substitutes, ...declaration } = elements[element] ?? {};
  const nil = nillableDoc(declaration);
  if (typeof type !== "string" || abstract === true || substitutes !== undefined) {
    return [globalElement(element, names), marks, ...nil];
  }
  return [
    span(names.short(element), "name"),
    marks,
    span(": "),
    span(names.short(type), "type"),
    ...nil,
    ...valueDoc(declaration),
  ];
}

export function nillableDoc({ nillable }: { readonly nillable?: true }): readonly Doc[] {
  return nillable === true ? [span(" nillable", "mark")] : [];
}

function enumerationBody(
  type: Extract<SimpleJson, { readonly enumeration: readonly string[] }>,
  context: TextContext,
): Doc {
  const { enumeration, base } = type;
  const shown = enumeration.slice(0, MOST_VALUES);
  const more = enumeration.length - shown.length;
  const values: Group = {
    open: "",
    close: "",
    padding: "",
    items: [
      ...shown.map((value) => span(JSON.stringify(value), "type")),
      ...(more > 0 ? [span(`… ${more} more`, "note")] : []),
    ],
    separator: " | ",
    fill: true,
  };
  return [
    values,
    ...(base === undefined ? [] : [span(" of ", "mark"), referenceDoc(base, context)]),
    ...facetsDoc(type),
  ];
}
