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

/** The particle of a type, a derivation or a named group: its first child that is a particle. */
export function readContent(parent: Element, context: SchemaContext): Particle | undefined {
  for (const child of parent.children) {
    const particle = readParticle(child, context);
    if (particle !== undefined) return particle;
  }
  return undefined;
}

/** `undefined` if the element is not a particle, or if it is invalid. */
function readParticle(element: Element, context: SchemaContext): Particle | undefined {
  if (element.name.namespace !== XSD) return undefined;
  switch (element.name.local) {
    case "element":
      return readElement(element, context);
    case "sequence":
    case "choice":
    case "all":
      return readGroup(element, element.name.local, context);
    case "group":
      return readGroupReference(element, context);
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
  if (/^\d+$/.test(value)) return Number(value);
  const allowed = attribute === "maxOccurs" ? 'a whole number or "unbounded"' : "a whole number";
  diagnostics.invalid(`${attribute}="${value}" is not a number. Use ${allowed}.`, element.location);
  return 1;
}

function readGroup(
  element: Element,
  kind: GroupParticle["kind"],
  context: SchemaContext,
): GroupParticle {
  const particles = element.children.flatMap((child) => readParticle(child, context) ?? []);
  return { kind, particles, ...occurrenceOf(element, context), location: element.location };
}

function readGroupReference(element: Element, context: SchemaContext): Particle | undefined {
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
  const content = readContent(group.element, context.within(group));
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
  const local = element.attribute("name");
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
