/**
 * The names of members. The member of an element has the name of the element. A `$` is the prefix of: the element of the
 * other namespace if two elements of a type have the same local name; an attribute with the name of an element; and names
 * that every object has, because `{}` is not assignable to a type with `toString?: string`. No XML name begins with `$`.
 * Particles without a name are `$any`, `$choice` or `$sequence`, numbered from the second on.
 */
import type { AttributeDeclaration, ElementDeclaration } from "../../contract/index.js";
import { type AttributeNode, isRepeated, type Node } from "./node.js";
import { leaves, type PlainParticle } from "./particle.js";

const OF_OBJECTS =
  "constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf".split(
    " ",
  );

export class MemberNames {
  #taken: Set<string>;

  /** @param inherited names that members of the base have */
  constructor(
    private readonly namespace: string,
    private readonly inherited: ReadonlySet<string>,
  ) {
    this.#taken = new Set([...inherited, ...OF_OBJECTS]);
  }

  /** The nodes of a content model; `undefined` if an element has the name of a member of the base. */
  nodes(content: PlainParticle): readonly Node[] | undefined {
    const names = this.#elementNames(content);
    if (names === undefined) return undefined;
    const top =
      content.kind === "sequence" && content.minOccurs === 1 && content.maxOccurs === 1
        ? content.particles
        : [content];
    return top.map((particle) => this.#node(particle, names));
  }

  /** `undefined` if one has the name of a member of the base. */
  attributes(declared: readonly AttributeDeclaration[]): readonly AttributeNode[] | undefined {
    const nodes: AttributeNode[] = [];
    for (const attribute of declared) {
      const { local } = attribute.name;
      if (this.inherited.has(local)) return undefined;
      nodes.push({ member: this.#claim(this.#taken.has(local) ? `$${local}` : local), attribute });
    }
    return nodes;
  }

  /** A name for each element, by its key; elements of the namespace of the type come first. */
  #elementNames(content: PlainParticle): ReadonlyMap<string, string> | undefined {
    const elements = new Map<string, ElementDeclaration>();
    for (const leaf of leaves(content)) {
      if (leaf.kind === "element") elements.set(leaf.element.name.key, leaf.element);
    }
    const isOwn = ({ name }: ElementDeclaration) =>
      name.namespace === this.namespace || name.namespace === "";
    const all = [...elements.values()];
    const names = new Map<string, string>();
    for (const { name } of [...all.filter(isOwn), ...all.filter((each) => !isOwn(each))]) {
      if (this.inherited.has(name.local)) return undefined;
      names.set(name.key, this.#claim(this.#taken.has(name.local) ? `$${name.local}` : name.local));
    }
    return names;
  }

  #claim(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number++) name = `${wanted}${number}`;
    this.#taken.add(name);
    return name;
  }

  #node(particle: PlainParticle, names: ReadonlyMap<string, string>): Node {
    const { minOccurs, maxOccurs } = particle;
    const occurrence = { minOccurs, maxOccurs };
    if (particle.kind === "element") {
      const { element, documentation } = particle;
      const member = names.get(element.name.key) ?? element.name.local;
      return {
        kind: "member",
        member,
        element,
        documentation: documentation ?? element.documentation,
        ...occurrence,
      };
    }
    if (particle.kind === "any") {
      return {
        kind: "any",
        member: this.#claim("$any"),
        wildcard: particle.wildcard,
        ...occurrence,
      };
    }
    // The items of a group that repeats are objects of their own, and so are their members' names.
    const member = isRepeated(particle) ? this.#claim(`$${particle.kind}`) : undefined;
    const inner = member === undefined ? this : new MemberNames(this.namespace, new Set());
    const nodes =
      particle.kind === "choice"
        ? inner.#arms(particle.particles, names)
        : particle.particles.map((each) => inner.#node(each, names));
    return { kind: particle.kind, member, nodes, ...occurrence };
  }

  /** Alternatives of a choice can have the same name. */
  #arms(arms: readonly PlainParticle[], names: ReadonlyMap<string, string>): readonly Node[] {
    const before = this.#taken;
    const after = new Set(before);
    const nodes = arms.map((arm) => {
      this.#taken = new Set(before);
      const node = this.#node(arm, names);
      for (const name of this.#taken) after.add(name);
      return node;
    });
    this.#taken = after;
    return nodes;
  }
}
