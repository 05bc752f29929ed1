/** The namespaces that are declared where an element stands (Namespaces in XML §6). */
import { QName, XML } from "../../contract/index.js";

export class Scope {
  /** Names are met again and again: each is resolved once. */
  readonly #names = new Map<string, QName>();

  private constructor(private readonly namespaces: ReadonlyMap<string, string>) {}

  /** That around a document's root. */
  static outermost(): Scope {
    return new Scope(new Map([["xml", XML]]));
  }

  /** That of an element in this one, by its `xmlns` attributes. */
  inside(attributes: Readonly<Record<string, string>>): Scope {
    let namespaces: Map<string, string> | undefined;
    for (const name in attributes) {
      if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
      namespaces ??= new Map(this.namespaces);
      namespaces.set(name.slice(6), attributes[name] ?? "");
    }
    return namespaces === undefined ? this : new Scope(namespaces);
  }

  /** The namespace that a prefix stands for, `""` the default one; `undefined` where it isn't declared. */
  namespace(prefix: string): string | undefined {
    return this.namespaces.get(prefix);
  }

  /** What a name with or without a prefix means; `undefined` where its prefix isn't declared. */
  qname(name: string): QName | undefined {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(":");
    const prefix = colon === -1 ? "" : name.slice(0, colon);
    const namespace = this.namespace(prefix) ?? (prefix === "" ? "" : undefined);
    if (namespace === undefined) return undefined;
    const resolved = new QName(namespace, name.slice(colon + 1));
    this.#names.set(name, resolved);
    return resolved;
  }
}
