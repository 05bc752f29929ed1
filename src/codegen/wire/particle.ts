/** Particles as wire schema (XML Schema part 1 §3.8 to §3.10). */
import type {
  ElementDeclaration,
  NamespaceConstraint,
  SimpleDefinition,
} from "../../contract/index.js";
import { stringLiteral } from "../model/names.js";
import { arrayLiteral, behind, type Doc, objectLiteral } from "../print/layout.js";
import { isRepeated, type Node } from "../shape/node.js";
import type { Declarations } from "./declarations.js";

/** @param declarations of the type that it stands in */
export function particleWire(node: Node, declarations: Declarations, open?: Node): Doc {
  if (node.kind === "member") {
    const { element, member } = node;
    const { name, type, nillable } = element;
    const { local, namespace } = name;
    const optional = node.minOccurs === 0;
    const repeated = isRepeated(node);
    const wire = {
      local,
      namespace,
      member,
      type,
      nillable,
      optional,
      repeated,
      open: node === open,
      empty: emptyValue(element),
    };
    return declarations.element(wire);
  }
  const entries: Doc[] = [];
  if (node.kind === "any") {
    entries.push(behind("any:", stringLiteral(constraintText(node.wildcard.namespaces))));
  } else {
    const particles = node.nodes.map((each) => particleWire(each, declarations, open));
    entries.push([`${node.kind}: `, arrayLiteral(particles)]);
  }
  if (node.member !== undefined) entries.push(`member: ${stringLiteral(node.member)}`);
  if (node.minOccurs === 0) entries.push("minOccurs: 0");
  if (isRepeated(node)) entries.push('maxOccurs: "unbounded"');
  return objectLiteral(entries);
}

/** The default or fixed value (part 1 §3.3.1), where the type has no empty one itself. */
function emptyValue({ type, constraint }: ElementDeclaration): string | undefined {
  if (constraint === undefined || type.kind === "complex" || type.kind === "any") return undefined;
  return takesNothing(type) ? undefined : constraint.value;
}

/** Built-in types of which no text at all is a value. */
const TAKES_NOTHING: ReadonlySet<string> = new Set(
  "anySimpleType anyURI base64Binary ENTITIES hexBinary IDREFS NMTOKENS normalizedString string token".split(
    " ",
  ),
);

function takesNothing(type: SimpleDefinition): boolean {
  switch (type.kind) {
    case "builtin":
      return TAKES_NOTHING.has(type.name.local);
    case "enumeration":
      return type.values.some(({ value }) => value === "");
    case "restriction":
      return takesNothing(type.base);
    case "list":
      return true;
    case "union":
      return type.members.some(takesNothing);
  }
}

function constraintText(constraint: NamespaceConstraint): string {
  if (constraint.kind === "any") return "##any";
  if (constraint.kind === "other") return `##other ${constraint.namespace}`;
  // No namespace is an empty word, which blanks around would hide.
  return constraint.namespaces.map((namespace) => namespace || "##local").join(" ");
}
