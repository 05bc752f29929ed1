/** Particles as wire schema (XML Schema part 1 §3.8 to §3.10). */
import type { NamespaceConstraint } from "../../contract/index.js";
import type { DeclaredParticle, GroupSchema } from "../../schema/index.js";
import type { Model } from "../model/model.js";
import { isRepeated, type MemberNode, type Node } from "../shape/node.js";
import type { Declarations } from "./declarations.js";
import type { WireElement } from "./element.js";
import { emptyValue } from "./empty-value.js";
import { fixedOf, occursOf } from "./facets.js";

/** @param declarations those of the type that contains the particle */
export function particleWire(
  node: Node,
  declarations: Declarations,
  open?: Node,
): DeclaredParticle {
  const { model } = declarations;
  if (node.kind === "member") {
    return declarations.element(memberElement(node, node === open, model));
  }
  const { member } = node;
  const occurs = occursOf(node, model);
  const occurrence: Pick<GroupSchema, "minOccurs" | "maxOccurs" | "occurs"> = {
    ...(node.minOccurs === 0 && { minOccurs: 0 }),
    ...(isRepeated(node) && { maxOccurs: "unbounded" }),
    ...(occurs !== undefined && { occurs }),
  };
  if (node.kind === "any") {
    return { any: constraintText(node.wildcard.namespaces), member: node.member, ...occurrence };
  }
  const particles = node.nodes.map((each) => particleWire(each, declarations, open));
  const named = { ...(member !== undefined && { member }), ...occurrence };
  return node.kind === "choice"
    ? { choice: particles, ...named }
    : { sequence: particles, ...named };
}

function memberElement(node: MemberNode, open: boolean, model: Model): WireElement {
  const { element, member } = node;
  const { name, type, nillable } = element;
  const { local, namespace } = name;
  const optional = node.minOccurs === 0;
  const repeated = isRepeated(node);
  const exact = { occurs: occursOf(node, model), fixed: fixedOf(element, model) };
  const empty = emptyValue(element);
  return { local, namespace, member, type, nillable, optional, repeated, open, empty, ...exact };
}

function constraintText(constraint: NamespaceConstraint): string {
  if (constraint.kind === "any") return "##any";
  if (constraint.kind === "other") return `##other ${constraint.namespace}`;
  // No namespace is the empty string, which would be lost between blanks.
  return constraint.namespaces.map((namespace) => namespace || "##local").join(" ");
}
