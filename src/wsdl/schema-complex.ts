/** Complex types (XML Schema part 1 §3.4) and the particles in them (§3.9). */
import type { ComplexDefinition, ElementDeclaration, TypeDefinition } from "./contract.js";
import type { Element } from "./document.js";
import { documentationOf } from "./documentation.js";
import { QName } from "./qname.js";
import { type SchemaComponents, type SchemaScope, XSD } from "./schema-components.js";

/** @param made takes the type before its elements are read: they may be of this very type */
export function readComplexType(
  element: Element,
  name: QName | undefined,
  scope: SchemaScope,
  components: SchemaComponents,
  made: (type: TypeDefinition) => void,
): ComplexDefinition {
  const elements: ElementDeclaration[] = [];
  const type: ComplexDefinition = {
    kind: "complex",
    name,
    elements,
    documentation: documentationOf(element.first(XSD, "annotation"), XSD),
    location: element.location,
  };
  made(type);
  for (const child of element.children) {
    if (child.is(XSD, "sequence")) elements.push(...readSequence(child, scope, components));
    else if (!child.is(XSD, "annotation")) refuse(child, components);
  }
  return type;
}

function readSequence(
  sequence: Element,
  scope: SchemaScope,
  components: SchemaComponents,
): ElementDeclaration[] {
  if (
    (sequence.attribute("maxOccurs") ?? "1") !== "1" ||
    (sequence.attribute("minOccurs") ?? "1") !== "1"
  ) {
    components.faults.unsupported(
      "A repeated or optional xs:sequence is not supported yet.",
      sequence.location,
    );
  }
  const elements: ElementDeclaration[] = [];
  for (const child of sequence.children) {
    if (child.is(XSD, "element")) {
      const element = readLocalElement(child, scope, components);
      if (element !== undefined) elements.push(element);
    } else if (!child.is(XSD, "annotation")) refuse(child, components);
  }
  return elements;
}

function readLocalElement(
  element: Element,
  scope: SchemaScope,
  components: SchemaComponents,
): ElementDeclaration | undefined {
  const occurrence = readOccurrence(element);
  const reference = element.attribute("ref");
  if (reference !== undefined) {
    const name = element.qname(reference);
    if (name === undefined) {
      components.faults.invalid(`The prefix of "${reference}" is not declared.`, element.location);
      return undefined;
    }
    const declaration = components.element(name, element);
    return declaration && { ...declaration, ...occurrence, location: element.location };
  }
  const local = element.attribute("name");
  if (local === undefined) {
    components.faults.invalid("This xs:element has neither name nor ref.", element.location);
    return undefined;
  }
  const form = element.attribute("form");
  const qualified = form === undefined ? scope.qualified : form === "qualified";
  return {
    name: new QName(qualified ? scope.targetNamespace : "", local),
    type: components.typeOf(element, scope),
    ...occurrence,
    nillable: element.attribute("nillable") === "true",
    documentation: documentationOf(element.first(XSD, "annotation"), XSD),
    location: element.location,
  };
}

function readOccurrence(element: Element): Pick<ElementDeclaration, "minOccurs" | "maxOccurs"> {
  const maxOccurs = element.attribute("maxOccurs") ?? "1";
  return {
    minOccurs: Number(element.attribute("minOccurs") ?? "1"),
    maxOccurs: maxOccurs === "unbounded" ? "unbounded" : Number(maxOccurs),
  };
}

function refuse(element: Element, components: SchemaComponents): void {
  components.faults.unsupported(
    `xs:${element.name.local} is not supported here yet.`,
    element.location,
  );
}
