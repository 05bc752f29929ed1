/** Named types and global elements as text. */
import type { ElementDescription, TypeDescription } from "../description.js";
import { type Doc, type Group, span } from "./layout.js";
import type { Names } from "./names.js";
import { referenceDoc, typeBody } from "./type-doc.js";
import { globalElement, valueDoc } from "./value-doc.js";

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
