/** Particles and model groups (XML Schema part 1 §3.7 to §3.9). */
import {
  type ElementParticle,
  type GroupParticle,
  type Occurrence,
  type Particle,
  QName,
  XSD,
} from "../../../contract/index.js";
import { documentationOf } from "../../documents/documentation.js";
import type { Element } from "../../documents/element.js";
import type { SchemaContext } from "../schema-context.js";
import { elementShell, typeOfElement } from "./element.js";
import { readWildcard } from "./wildcard.js";

/** The number of groups around a particle for which it counts once more. */
const DEPTH_STEP = 10;

/** The particle of a type, a derivation or a named group: its first child that is a particle. */
export function readContent(
  parent: Element,
  context: SchemaContext,
  depth = 0,
): Particle | undefined {
  for (const child of parent.children) {
    const particle = readParticle(child, context, depth);
    if (particle !== undefined) return particle;
  }
  return undefined;
}

/**
 * `undefined` if the element is not a particle, or if it is invalid.
 *
 * @param depth the number of groups around it, with those of references
 */
function readParticle(
  element: Element,
  context: SchemaContext,
  depth: number,
): Particle | undefined {
  if (element.name.namespace !== XSD) return undefined;
  // The names of its elements are compared in each of the groups around it.
  context.budget.addComponents(1 + Math.floor(depth / DEPTH_STEP), element);
  context.budget.checkDepth(depth, "The groups of a type are nested", element);
  switch (element.name.local) {
    case "element":
      return readElement(element, context);
    case "sequence":
    case "choice":
    case "all":
      return readGroup(element, element.name.local, context, depth);
    case "group":
      return readGroupReference(element, context, depth);
    case "any": {
      const wildcard = readWildcard(element, context.scope);
      return {
        kind: "any",
        wildcard,
        ...occurrenceOf(element, context),
        location: element.location,
      };
    }
    default:
      return undefined;
  }
}

function occurrenceOf(element: Element, context: SchemaContext): Occurrence {
  const minOccurs = readOccurs(element, "minOccurs", context);
  return {
    minOccurs: minOccurs === "unbounded" ? 1 : minOccurs,
    maxOccurs: readOccurs(element, "maxOccurs", context),
  };
}

function readOccurs(
  element: Element,
  attribute: "minOccurs" | "maxOccurs",
  { diagnostics }: SchemaContext,
): number | "unbounded" {
  const value = element.attribute(attribute)?.trim() ?? "1";
  if (attribute === "maxOccurs" && value === "unbounded") return value;
  if (/^\d+$/.test(value)) {
    // A larger number can't be reached by any message.
    const number = Math.min(Number(value), Number.MAX_SAFE_INTEGER);
    return attribute === "maxOccurs" && number === Number.MAX_SAFE_INTEGER ? "unbounded" : number;
  }
  const allowed = attribute === "maxOccurs" ? 'a whole number or "unbounded"' : "a whole number";
  diagnostics.invalid(`${attribute}="${value}" is not a number. Use ${allowed}.`, element.location);
  return 1;
}

function readGroup(
  element: Element,
  kind: GroupParticle["kind"],
  context: SchemaContext,
  depth: number,
): GroupParticle {
  const particles: Particle[] = [];
  for (const child of element.children) {
    const particle = readParticle(child, context, depth + 1);
    if (particle !== undefined) particles.push(particle);
  }
  return { kind, particles, ...occurrenceOf(element, context), location: element.location };
}

function readGroupReference(
  element: Element,
  context: SchemaContext,
  depth: number,
): Particle | undefined {
  const { diagnostics, path } = context;
  const reference = element.attribute("ref");
  if (reference === undefined) {
    diagnostics.invalid(
      "This xs:group has no ref. Add the name of the group that it refers to.",
      element.location,
    );
    return undefined;
  }
  const group = context.group("group", reference, element);
  if (group === undefined) return undefined;
  if (path.includes(group)) {
    diagnostics.invalid(
      `The group ${reference} contains itself. Remove this reference.`,
      element.location,
    );
    return undefined;
  }
  const content = readContent(group.element, context.within(group), depth + 1);
  if (content === undefined) return undefined;
  return {
    kind: "sequence",
    particles: [content],
    ...occurrenceOf(element, context),
    location: element.location,
  };
}

function readElement(element: Element, context: SchemaContext): ElementParticle | undefined {
  const documentation = documentationOf(element.first(XSD, "annotation"), XSD);
  const place = { documentation, ...occurrenceOf(element, context), location: element.location };
  const reference = element.attribute("ref");
  if (reference !== undefined) {
    const declaration = context.element(reference, element);
    return declaration && { kind: "element", element: declaration, ...place };
  }
  const local = element.token("name");
  if (local === undefined) {
    context.diagnostics.invalid(
      "This xs:element has neither name nor ref. Add one of them.",
      element.location,
    );
    return undefined;
  }
  const { qualifiedElements, targetNamespace } = context.scope;
  const form = element.attribute("form");
  const qualified = form === undefined ? qualifiedElements : form === "qualified";
  const shell = elementShell(element, new QName(qualified ? targetNamespace : "", local), false);
  shell.type = typeOfElement(element, context);
  return { kind: "element", element: shell, ...place };
}
