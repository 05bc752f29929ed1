/** Builds the elements of an inline schema. */
import { NamespaceScope, XmlElement } from "../../xml/index.js";
import { attribute, encodeName, MSDATA, XSD } from "../names.js";

/** Attributes by name, with the prefix `msdata:` for that namespace. An attribute that is `undefined` is omitted. */
export type Attributes = Readonly<Record<string, string | undefined>>;

const PREFIX = "msdata:";

export class SchemaBuilder {
  readonly #scope: NamespaceScope;

  constructor(readonly namespace: string) {
    const prefixes = new Map([
      ["", namespace],
      ["xs", XSD],
      ["msdata", MSDATA],
    ]);
    if (namespace !== "") prefixes.set("mstns", namespace);
    this.#scope = NamespaceScope.outermost().extend(prefixes);
  }

  /** An element of XML Schema. */
  xs(local: string, attributes: Attributes, children: readonly XmlElement[] = []): XmlElement {
    return this.#element({ namespace: XSD, local }, attributes, children);
  }

  relationship(attributes: Attributes): XmlElement {
    const node = this.#element({ namespace: MSDATA, local: "Relationship" }, attributes, []);
    return this.xs("annotation", {}, [this.xs("appinfo", {}, [node])]);
  }

  /** A name in an XPath (XML Schema part 1 §3.11.6), to which the default namespace does not apply. */
  path(name: string): string {
    return `${this.namespace === "" ? "" : "mstns:"}${encodeName(name)}`;
  }

  #element(
    elementName: XmlElement["name"],
    attributes: Attributes,
    children: readonly XmlElement[],
  ): XmlElement {
    const written = Object.entries(attributes).flatMap(([name, value]) => {
      if (value === undefined) return [];
      const isMsdata = name.startsWith(PREFIX);
      return [
        attribute(isMsdata ? MSDATA : "", isMsdata ? name.slice(PREFIX.length) : name, value),
      ];
    });
    return new XmlElement(elementName, written, [...children], this.#scope);
  }
}
