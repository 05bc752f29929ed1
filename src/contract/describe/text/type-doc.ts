/** Types and global elements as text. */
import type { Facet } from "../../contract.js";
import type {
  ComplexDescription,
  ElementDescription,
  EnumerationDescription,
  TypeDescription,
} from "../description.js";
import { type Doc, type Group, span } from "./layout.js";
import type { Names } from "./names.js";
import {
  attributeDoc,
  globalElement,
  particleDoc,
  referenceDoc,
  valueDoc,
  wildcardDoc,
} from "./particle-doc.js";

/** How many values of an enumeration are shown. */
const MOST_VALUES = 12;
/** How much of a facet's value is shown, in characters: patterns can be long. */
const LONGEST_FACET = 60;

export function namedType(name: string, type: TypeDescription, names: Names): Doc {
  const title = span(names.short(name), "name");
  const isEqual = type.kind !== "complex" || type.soapArray !== undefined;
  return [title, span(isEqual ? " = " : " "), typeBody(type, names)];
}

export function namedElement(name: string, element: ElementDescription, names: Names): Doc {
  const abstract = element.abstract ? [span("abstract ", "mark")] : [];
  const nil = element.nillable ? [span(" nillable", "mark")] : [];
  const others: Group | undefined = element.substitutes && {
    open: "",
    close: "",
    padding: "",
    items: element.substitutes.map((each) => globalElement(each, names)),
    separator: ", ",
    fill: true,
  };
  return [
    ...abstract,
    globalElement(name, names),
    span(": "),
    referenceDoc(element.type, names),
    ...nil,
    ...valueDoc(element),
    ...(others === undefined ? [] : [span(" replaced by ", "mark"), others]),
  ];
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

function facetsDoc(facets: readonly Facet[]): readonly Doc[] {
  if (facets.length === 0) return [];
  const items = facets.map(({ name, value }) => span(`${name} ${cut(value)}`, "note"));
  return [span(" "), { open: "(", close: ")", padding: "", items, separator: ", ", fill: true }];
}

function cut(value: string): string {
  return value.length > LONGEST_FACET ? `${value.slice(0, LONGEST_FACET)}…` : value;
}
