/** Simple types (XML Schema part 1 §3.14). */
import type { TypeDefinition } from "./contract.js";
import type { Element } from "./document.js";
import { documentationOf } from "./documentation.js";
import type { QName } from "./qname.js";
import { type SchemaComponents, XSD } from "./schema-components.js";

/** A restriction by enumeration is a type of its own; by other facets it is its base, whose values it has. */
export function readSimpleType(
  element: Element,
  name: QName | undefined,
  components: SchemaComponents,
): TypeDefinition {
  const { faults } = components;
  const restriction = element.first(XSD, "restriction");
  if (restriction === undefined) {
    const kind = element.children.find((child) => !child.is(XSD, "annotation"));
    faults.unsupported(
      `A simple type by xs:${kind?.name.local} is not supported yet.`,
      element.location,
    );
  }
  const values =
    restriction?.all(XSD, "enumeration").map((each) => each.attribute("value") ?? "") ?? [];
  if (values.length === 0 && restriction !== undefined) {
    const base = restriction.attribute("base");
    if (base !== undefined) return components.reference(base, restriction);
    faults.unsupported(
      "A restriction of an anonymous simple type is not supported yet.",
      element.location,
    );
  }
  return {
    kind: "enumeration",
    name,
    values,
    documentation: documentationOf(element.first(XSD, "annotation"), XSD),
    location: element.location,
  };
}
