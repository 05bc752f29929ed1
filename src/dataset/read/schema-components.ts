/** The named components of the inline schemas of a DataSet, and the targets of references to them. */
import { childElements, type ExpandedName, isNamed, type XmlElement } from "../../xml/index.js";
import { dataTypeNamed } from "../cell-text.js";
import type { DataType } from "../data-set.js";
import { MSDATA, XSD } from "../names.js";

/** An element of a schema, and the schema that contains it. */
export interface Component {
  readonly node: XmlElement;
  readonly schema: XmlElement;
}

export interface SimpleContent {
  readonly type: DataType;
  readonly maxLength?: number;
  readonly length?: number;
}

/** The longest chain of derived simple types. */
const MAX_DERIVED = 20;

export class SchemaComponents {
  readonly #elements = new Map<string, Component>();
  readonly #complexTypes = new Map<string, Component>();
  readonly #simpleTypes = new Map<string, Component>();
  readonly #global = new Set<XmlElement>();

  constructor(schemas: readonly XmlElement[]) {
    for (const schema of schemas) {
      for (const node of childElements(schema)) {
        this.#global.add(node);
        if (node.name.namespace === XSD) this.#register({ node, schema });
      }
    }
  }

  #register(component: Component): void {
    const kinds = {
      element: this.#elements,
      complexType: this.#complexTypes,
      simpleType: this.#simpleTypes,
    };
    const { node, schema } = component;
    const name = node.attribute("name");
    const kind = Object.entries(kinds).find(([local]) => local === node.name.local)?.[1];
    if (name === undefined || kind === undefined) return;
    kind.set(`{${schema.attribute("targetNamespace") ?? ""}}${name}`, component);
    if (!kind.has(name)) kind.set(name, component);
  }

  /** The element of the DataSet. */
  get dataSet(): Component | undefined {
    return [...this.#elements.values()].find(
      ({ node }) => node.attribute("IsDataSet", MSDATA) === "true",
    );
  }

  /** The target of a reference to a global element, or the element. */
  declared(component: Component): Component {
    const reference = component.node.attribute("ref");
    if (reference === undefined) return component;
    return find(this.#elements, component.node, reference) ?? component;
  }

  /** The complex type of an element: inside it, or the target of its `type`. */
  complexType({ node, schema }: Component): Component | undefined {
    const inner = childElements(node).find((child) => isNamed(child, XSD, "complexType"));
    if (inner !== undefined) return { node: inner, schema };
    const name = node.attribute("type");
    return name === undefined ? undefined : find(this.#complexTypes, node, name);
  }

  /** The simple type of an element or an attribute, or the base of a simple content. */
  simpleType(node: XmlElement, derived = 0): SimpleContent {
    const inner = childElements(node).find((child) => isNamed(child, XSD, "simpleType"));
    if (inner !== undefined) return this.#restricted(inner, derived + 1);
    const name = node.attribute("type") ?? node.attribute("base") ?? node.attribute("ref");
    if (name === undefined || derived > MAX_DERIVED) return { type: "string" };
    const named = find(this.#simpleTypes, node, name)?.node;
    if (named !== undefined) return this.#restricted(named, derived + 1);
    return { type: dataTypeNamed(localPart(name)) ?? "string" };
  }

  #restricted(simpleType: XmlElement, derived: number): SimpleContent {
    const restriction = simpleType.elements("restriction")[0];
    if (restriction === undefined) return { type: "string" };
    const maxLength = facet(restriction, "maxLength");
    const length = facet(restriction, "length");
    return {
      ...this.simpleType(restriction, derived),
      ...(maxLength === undefined ? {} : { maxLength }),
      ...(length === undefined ? {} : { length }),
    };
  }

  /** The name that an element or an attribute has in the data (form, elementFormDefault; part 1 §3.3.2). */
  instanceName({ node, schema }: Component): ExpandedName {
    const local = node.attribute("name") ?? localPart(node.attribute("ref") ?? "");
    const form = node.attribute("form") ?? schema.attribute(`${node.name.local}FormDefault`);
    const own = node.attribute("targetNamespace", MSDATA);
    const qualified = this.#global.has(node) || form === "qualified";
    return {
      namespace: own ?? (qualified ? (schema.attribute("targetNamespace") ?? "") : ""),
      local,
    };
  }
}

function find(
  components: ReadonlyMap<string, Component>,
  node: XmlElement,
  name: string,
): Component | undefined {
  const { namespace, local } = node.resolve(name);
  return components.get(`{${namespace}}${local}`) ?? components.get(localPart(name));
}

function localPart(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function facet(restriction: XmlElement, name: string): number | undefined {
  const value = Number(restriction.elements(name)[0]?.attribute("value") ?? Number.NaN);
  return Number.isSafeInteger(value) ? value : undefined;
}
