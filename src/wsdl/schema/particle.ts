/** Particles and model groups (XML Schema part 1 §3.7 to §3.9). */
import {
  type ElementParticle,
  type GroupParticle,
  type Occurrence,
  type Particle,
  QName,
  XSD,
} from "../../contract/index.js";
import type { Element } from "../documents/document.js";
import { documentationOf } from "../documents/documentation.js";
import type { Components } from "./components.js";
import type { Declared, SchemaScope } from "./declarations.js";
import { fillElement, shellOf } from "./element.js";
import { readWildcard } from "./wildcard.js";

/** Where a particle is read: its schema's defaults, and the named groups that it is inside of. */
export interface ParticleContext {
  readonly scope: SchemaScope;
  readonly components: Components;
  readonly inside: readonly Declared[];
}

/** The particle of a type, a derivation or a named group: its first child that is one. */
export function readContent(parent: Element, context: ParticleContext): Particle | undefined {
  for (const child of parent.children) {
    const particle = readParticle(child, context);
    if (particle !== undefined) return particle;
  }
  return undefined;
}

/** `undefined` where the element is no particle, or one that can't be read. */
function readParticle(element: Element, context: ParticleContext): Particle | undefined {
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

function occurrenceOf(element: Element, { components }: ParticleContext): Occurrence {
  const minOccurs = components.occurrence(element, "minOccurs");
  return {
    minOccurs: typeof minOccurs === "number" ? minOccurs : 1,
    maxOccurs: components.occurrence(element, "maxOccurs"),
  };
}

function readGroup(
  element: Element,
  kind: GroupParticle["kind"],
  context: ParticleContext,
): GroupParticle {
  const particles = element.children.flatMap((child) => readParticle(child, context) ?? []);
  return { kind, particles, ...occurrenceOf(element, context), location: element.location };
}

function readGroupReference(element: Element, context: ParticleContext): Particle | undefined {
  const { scope, components, inside } = context;
  const reference = element.attribute("ref");
  if (reference === undefined) {
    components.invalid("This xs:group has no ref.", element.location);
    return undefined;
  }
  const group = components.group("group", reference, element, scope, inside.at(-1));
  if (group === undefined) return undefined;
  if (inside.includes(group)) {
    components.invalid(`The group ${reference} holds itself.`, element.location);
    return undefined;
  }
  const content = readContent(group.element, {
    scope: group.scope,
    components,
    inside: [...inside, group],
  });
  if (content === undefined) return undefined;
  return {
    kind: "sequence",
    particles: [content],
    ...occurrenceOf(element, context),
    location: element.location,
  };
}

function readElement(element: Element, context: ParticleContext): ElementParticle | undefined {
  const { scope, components, inside } = context;
  const documentation = documentationOf(element.first(XSD, "annotation"), XSD);
  const place = { documentation, ...occurrenceOf(element, context), location: element.location };
  const reference = element.attribute("ref");
  if (reference !== undefined) {
    const declaration = components.element(reference, element, scope);
    return declaration && { kind: "element", element: declaration, ...place };
  }
  const local = element.attribute("name");
  if (local === undefined) {
    components.invalid("This xs:element has neither name nor ref.", element.location);
    return undefined;
  }
  const form = element.attribute("form");
  const qualified = form === undefined ? scope.qualifiedElements : form === "qualified";
  const shell = shellOf(element, new QName(qualified ? scope.targetNamespace : "", local), false);
  fillElement(shell, element, scope, components, inside.at(-1));
  return { kind: "element", element: shell, ...place };
}
