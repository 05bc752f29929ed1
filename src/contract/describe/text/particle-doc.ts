/** Particles, attributes and references to types as text. */
import type {
  AttributeDescription,
  ElementParticleDescription,
  OccurrenceDescription,
  ParticleDescription,
  TypeReference,
  ValueDescription,
  WildcardDescription,
} from "../description.js";
import { type Doc, type Group, span } from "./layout.js";
import type { Names } from "./names.js";
import { typeBody } from "./type-doc.js";

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

/** A global element that has an entry of its own. */
export function globalElement(name: string, names: Names): Doc {
  return span(`<${names.short(name)}>`, "name");
}

export function referenceDoc(type: TypeReference, names: Names): Doc {
  return typeof type === "string" ? span(names.short(type), "type") : typeBody(type, names);
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

export function valueDoc(value: ValueDescription): readonly Doc[] {
  if (value.fixed !== undefined) return [span(` fixed ${JSON.stringify(value.fixed)}`, "mark")];
  if (value.default === undefined) return [];
  return [span(` = ${JSON.stringify(value.default)}`, "mark")];
}

/** What a wildcard takes, where that is not anything that is declared. */
export function wildcardDoc({ namespaces, processContents }: WildcardDescription): readonly Doc[] {
  const [kind = ""] = namespaces.split(" ", 1);
  const which = kind === "##any" ? "" : ` ${kind === "##other" ? "##other" : namespaces}`;
  const how = processContents === "strict" ? "" : ` ${processContents}`;
  return [span(which + how, "note")];
}

/** `?`, `*` and `+` as in a regular expression, other numbers in braces. */
function occurrenceMark({ minOccurs = 1, maxOccurs = 1 }: OccurrenceDescription): string {
  if (maxOccurs === "unbounded") {
    if (minOccurs > 1) return `{${minOccurs},}`;
    return minOccurs === 0 ? "*" : "+";
  }
  if (minOccurs === maxOccurs) return minOccurs === 1 ? "" : `{${minOccurs}}`;
  return minOccurs === 0 && maxOccurs === 1 ? "?" : `{${minOccurs},${maxOccurs}}`;
}
