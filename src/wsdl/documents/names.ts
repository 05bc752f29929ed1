/** The qualified names of a document. */
import { QName } from "../../contract/index.js";
import type { NamespaceScope } from "../../xml/index.js";

/** Resolves names, each name of a scope once: documents contain the same few names again and again. */
export class Names {
  readonly #resolved = new Map<NamespaceScope, Map<string, QName>>();

  /**
   * Resolves a QName (Namespaces in XML §6.2); `undefined` if its prefix is not declared. The local part may be any text:
   * WSDLs contain names that XML does not allow.
   */
  resolve(name: string, scope: NamespaceScope): QName | undefined {
    let names = this.#resolved.get(scope);
    if (names === undefined) {
      names = new Map();
      this.#resolved.set(scope, names);
    }
    const known = names.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(":");
    const prefix = colon === -1 ? "" : name.slice(0, colon);
    const namespace = scope.namespaceOf(prefix) ?? (prefix === "" ? "" : undefined);
    if (namespace === undefined) return undefined;
    const resolved = new QName(namespace, name.slice(colon + 1));
    names.set(name, resolved);
    return resolved;
  }
}
