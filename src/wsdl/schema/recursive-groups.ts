/** Named groups that hold themselves, as they may through the types inside their elements (XML Schema part 1 §3.8.6). */
import { QName, type TypeDefinition, XSD } from "../../contract/index.js";
import type { Element } from "../documents/document.js";
import { type Declarations, type Declared, nameIn, type SchemaScope } from "./declarations.js";

export class RecursiveGroups {
  readonly #known = new Map<Declared, boolean>();
  /** Their types without names, by the `xs:complexType`. */
  readonly #types = new Map<Declared, Map<Element, TypeDefinition>>();

  constructor(private readonly declarations: Declarations) {}

  has(group: Declared): boolean {
    const known = this.#known.get(group);
    if (known !== undefined) return known;
    const open = [group];
    const seen = new Set<Declared>();
    for (const each of open) {
      for (const held of this.#groupsIn(each.element, each.scope)) {
        if (seen.has(held)) continue;
        seen.add(held);
        open.push(held);
      }
    }
    this.#known.set(group, seen.has(group));
    return seen.has(group);
  }

  /**
   * The type inside an element of such a group: one for all places, so that reading it ends, and with a name, so that
   * writing it does. No schema can have declared it: it is no NCName.
   *
   * @param read takes the name, and what keeps the type before it is filled in
   */
  typeIn(
    group: Declared,
    element: Element,
    complex: Element,
    read: (name: QName, keep: (type: TypeDefinition) => void) => TypeDefinition,
  ): TypeDefinition {
    const types = this.#types.get(group) ?? new Map<Element, TypeDefinition>();
    this.#types.set(group, types);
    const before = types.get(complex);
    if (before !== undefined) return before;
    const local = `${group.element.attribute("name")}/${element.attribute("name")}`;
    const isTaken = [...types.values()].some(({ name }) => name?.local === local);
    const name = new QName(group.scope.targetNamespace, isTaken ? `${local}/${types.size}` : local);
    return read(name, (type) => types.set(complex, type));
  }

  #groupsIn({ children }: Element, scope: SchemaScope): Declared[] {
    return children.flatMap((child) => {
      const reference = child.is(XSD, "group") ? child.attribute("ref") : undefined;
      const name = reference === undefined ? undefined : nameIn(scope, reference, child);
      const held = name && this.declarations.of("group").get(name.key);
      return held === undefined ? this.#groupsIn(child, scope) : [held];
    });
  }
}
