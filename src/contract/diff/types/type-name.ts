import type { TypeJson, TypeReferenceJson } from "../../json/model.js";
import { localName } from "../change.js";

/** A type in a message. */
export function typeName(type: TypeReferenceJson): string {
  return typeof type === "string" ? localName(type) : "an anonymous type";
}

/** The kind of a type in a message. */
export function kindOf(type: TypeJson): string {
  if ("enumeration" in type) return "an enumeration";
  if ("restriction" in type) return "a restriction";
  if ("list" in type) return "a list";
  return "union" in type ? "a union" : "a structure";
}
