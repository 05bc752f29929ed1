/** Named groups that contain themselves through a type inside one of their elements (XML Schema part 1 §3.8.6). */
import { QName, type TypeDefinition, XSD } from "../../contract/index.js";
import type { Element } from "../documents/element.js";
import type { Budget } from "../limits.js";
import { type Declared, nameIn, type SchemaScope } from "./declarations/declared.js";
import type { TypeRegistration } from "./schema-context.js";

export class RecursiveGroups {
  readonly #known = new Map<Declared, boolean>();
  /** Their types without names, by the `xs:complexType`. */
  readonly #types = new Map<Declared, Map<Element, TypeDefinition>>();
  /** Their names, in all groups. */
  readonly #names = new Set<string>();

  /** @param groups all named groups, by `{namespace}local` */
  constructor(
    private readonly groups: ReadonlyMap<string, Declared>,
    private readonly budget: Budget,
  ) {}

  has(group: Declared): boolean {
    const known = this.#known.get(group);
    if (known !== undefined) return known;
    const open = [group];
    const seen = new Set<Declared>();
    for (const each of open) {
      this.budget.addComponents(1, each.element);
      for (const inner of this.#groupsIn(each.element, each.scope)) {
        if (seen.has(inner)) continue;
        seen.add(inner);
        open.push(inner);
      }
    }
    this.#known.set(group, seen.has(group));
    return seen.has(group);
  }

  /**
   * The type of an element in a recursive group: the same one for all references to the group, so that reading ends, and
   * with a name, so that printing ends. A schema can't declare this name: it is not an NCName.
   *
   * @param complex the `xs:complexType` inside the element
   */
  typeIn(
    group: Declared,
    element: Element,
    complex: Element,
    read: (registration: TypeRegistration) => TypeDefinition,
  ): TypeDefinition {
    const types = this.#types.get(group) ?? new Map<Element, TypeDefinition>();
    this.#types.set(group, types);
    const before = types.get(complex);
    if (before !== undefined) return before;
    const local = `${group.element.token("name")}/${element.token("name")}`;
    const { targetNamespace } = group.scope;
    const plain = new QName(targetNamespace, local);
    const isUsed = this.#names.has(plain.key);
    const name = isUsed ? new QName(targetNamespace, `${local}/${types.size}`) : plain;
    this.#names.add(plain.key);
    return read({ name, register: (type) => types.set(complex, type) });
  }

  #groupsIn({ children }: Element, scope: SchemaScope): Declared[] {
    return children.flatMap((child) => {
      const reference = child.is(XSD, "group") ? child.attribute("ref") : undefined;
      const name = reference === undefined ? undefined : nameIn(scope, reference, child);
      const group = name && this.groups.get(name.key);
      return group === undefined ? this.#groupsIn(child, scope) : [group];
    });
  }
}
