/** Types, particles and attributes as text: they contain each other. */
import type {
  AttributeDescription,
  ComplexDescription,
  ElementParticleDescription,
  EnumerationDescription,
  ParticleDescription,
  TypeDescription,
  TypeReference,
} from "../description.js";
import { type Doc, type Group, span } from "./layout.js";
import type { Names } from "./names.js";
import { facetsDoc, globalElement, occurrenceMark, valueDoc, wildcardDoc } from "./value-doc.js";

/** How many values of an enumeration are shown. */
const MOST_VALUES = 12;

export function referenceDoc(type: TypeReference, names: Names): Doc {
  return typeof type === "string" ? span(names.short(type), "type") : typeBody(type, names);
}

/** A type without its name. */
export function typeBody(type: TypeDescription, names: Names): Doc {
  switch (type.kind) {
    case "complex":
      return complexBody(type, names);
    case "enumeration":
      return enumerationBody(type, names);
    case "restriction":
      return [referenceDoc(type.base, names), ...facetsDoc(type.facets)];
    case "list":
      return [span("list of ", "mark"), referenceDoc(type.item, names)];
    case "union":
      return {
        open: "",
        close: "",
        padding: "",
        items: type.members.map((member) => referenceDoc(member, names)),
        separator: " | ",
        fill: true,
      };
  }
}

function complexBody(type: ComplexDescription, names: Names): Doc {
  const { soapArray, extends: extended, restricts } = type;
  if (soapArray !== undefined) {
    const brackets = soapArray.ranks.map((rank) => `[${",".repeat(rank - 1)}]`);
    return [referenceDoc(soapArray.item, names), span(brackets.join(""), "mark")];
  }
  const members: Group = {
    open: "{",
    close: "}",
    padding: " ",
    items: memberDocs(type, names),
    separator: ", ",
  };
  const derived = (word: string, base: string) => [
    span(`${word} `, "mark"),
    span(names.short(base), "type"),
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

function memberDocs(type: ComplexDescription, names: Names): readonly Doc[] {
  const { content, text, attributes = [], prohibited = [], anyAttribute } = type;
  const isSequence =
    content !== undefined &&
    "sequence" in content &&
    content.minOccurs === undefined &&
    content.maxOccurs === undefined;
  const particles = isSequence ? content.sequence : content === undefined ? [] : [content];
  return [
    ...(text === undefined
      ? []
      : [[span("text()", "name"), span(": "), referenceDoc(text, names)]]),
    ...particles.map((particle) => particleDoc(particle, names)),
    ...attributes.map((attribute) => attributeDoc(attribute, names)),
    ...prohibited.map((name) => [span(`@${names.short(name)}`, "name"), span("{0}", "mark")]),
    ...(anyAttribute === undefined ? [] : [[span("@any", "mark"), ...wildcardDoc(anyAttribute)]]),
  ];
}

function enumerationBody(type: EnumerationDescription, names: Names): Doc {
  const isString = type.base === "xs:string";
  const shown = type.values.slice(0, MOST_VALUES);
  const more = type.values.length - shown.length;
  const values: Group = {
    open: "",
    close: "",
    padding: "",
    items: [
      ...shown.map(({ value }) => span(JSON.stringify(value), "type")),
      ...(more > 0 ? [span(`… ${more} more`, "note")] : []),
    ],
    separator: " | ",
    fill: true,
  };
  return [
    values,
    ...(isString ? [] : [span(" of ", "mark"), referenceDoc(type.base, names)]),
    ...facetsDoc(type.facets ?? []),
  ];
}

export function particleDoc(particle: ParticleDescription, names: Names): Doc {
  if ("element" in particle) return elementDoc(particle, names);
  const marks = span(occurrenceMark(particle), "mark");
  if ("any" in particle) return [span("any", "mark"), marks, ...wildcardDoc(particle.any)];
  if ("choice" in particle) return [inParentheses(particle.choice, " | ", names), marks];
  if ("all" in particle)
    return [span("all ", "mark"), inParentheses(particle.all, ", ", names), marks];
  return [inParentheses(particle.sequence, ", ", names), marks];
}

function inParentheses(
  particles: readonly ParticleDescription[],
  separator: string,
  names: Names,
): Group {
  const items = particles.map((each) => particleDoc(each, names));
  return { open: "(", close: ")", padding: "", items, separator };
}

function elementDoc(particle: ElementParticleDescription, names: Names): Doc {
  const { element, ref, type, substitutable } = particle;
  const marks = span(occurrenceMark(particle), "mark");
  const nil = particle.nillable ? [span(" nillable", "mark")] : [];
  if (ref && (substitutable || type === undefined)) {
    return [globalElement(element, names), marks, ...nil];
  }
  // A local element is of its type's namespace or of none; which, is only seen on the wire.
  const name = ref ? names.short(element) : element.replace(/^\{.*\}/s, "");
  return [
    span(name, "name"),
    marks,
    span(": "),
    referenceDoc(type ?? "xs:anyType", names),
    ...nil,
    ...valueDoc(particle),
  ];
}

export function attributeDoc(attribute: AttributeDescription, names: Names): Doc {
  return [
    span(`@${names.short(attribute.attribute)}`, "name"),
    span(attribute.required ? "" : "?", "mark"),
    span(": "),
    referenceDoc(attribute.type, names),
    ...valueDoc(attribute),
  ];
}
