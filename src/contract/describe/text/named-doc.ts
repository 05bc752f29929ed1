/** Named types and global elements as text. */
import { isSimple } from "../../json/content.js";
import type { ElementJson, TypeJson } from "../../json/model.js";
import { type Doc, type Group, span } from "./layout.js";
import { nillableDoc, referenceDoc, type TextContext, typeBody } from "./type-doc.js";
import { globalElement, valueDoc } from "./value-doc.js";

export function namedType(name: string, type: TypeJson, context: TextContext): Doc {
  const title = span(context.names.short(name), "name");
  const isEqual = isSimple(type) || type.arrayOf !== undefined;
  return [title, span(isEqual ? " = " : " "), typeBody(type, context)];
}

export function namedElement(name: string, element: ElementJson, context: TextContext): Doc {
  const { names } = context;
  const abstract = element.abstract ? [span("abstract ", "mark")] : [];
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
    referenceDoc(element.type, context),
    ...nillableDoc(element),
    ...valueDoc(element),
    ...(others === undefined ? [] : [span(" replaced by ", "mark"), others]),
  ];
}
