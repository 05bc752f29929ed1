/** Elements of an inline schema that is written. */
import { NamespaceScope, XmlElement } from "../../xml/index.js";
import { attribute, encodeName, MSDATA, XSD } from "../names.js";

/** By name, those of msdata with its prefix; one that is `undefined` is left out. */
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

  /** A name in a path (XML Schema part 1 §3.11.6), which has no default namespace. */
  path(name: string): string {
    return `${this.namespace === "" ? "" : "mstns:"}${encodeName(name)}`;
  }

  #element(
    name: XmlElement["name"],
    attributes: Attributes,
    children: readonly XmlElement[],
  ): XmlElement {
    const written = Object.entries(attributes).flatMap(([spelled, value]) => {
      if (value === undefined) return [];
      const isOwn = spelled.startsWith(PREFIX);
      return [
        attribute(isOwn ? MSDATA : "", isOwn ? spelled.slice(PREFIX.length) : spelled, value),
      ];
    });
    return new XmlElement(name, written, [...children], this.#scope);
  }
}
