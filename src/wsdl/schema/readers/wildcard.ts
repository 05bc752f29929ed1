/** Wildcards (XML Schema part 1 §3.10). */
import type { NamespaceConstraint, Wildcard } from "../../../contract/index.js";
import type { Element } from "../../documents/element.js";
import type { SchemaScope } from "../declarations/declared.js";

export function readWildcard(element: Element, { targetNamespace }: SchemaScope): Wildcard {
  const process = element.attribute("processContents");
  return {
    namespaces: constraint(element.token("namespace") ?? "##any", targetNamespace),
    processContents: process === "lax" || process === "skip" ? process : "strict",
  };
}

function constraint(value: string, targetNamespace: string): NamespaceConstraint {
  if (value === "##any") return { kind: "any" };
  if (value === "##other") return { kind: "other", namespace: targetNamespace };
  const namespaces = value.split(/\s+/).map((each) => {
    if (each === "##targetNamespace") return targetNamespace;
    return each === "##local" ? "" : each;
  });
  return { kind: "listed", namespaces: [...new Set(namespaces)] };
}
