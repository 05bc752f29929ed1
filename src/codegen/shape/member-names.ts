/**
 * The names of members. The member of an element has the name of the element. A `$` is the prefix of: the element of the
 * other namespace if two elements of a type have the same local name; an attribute with the name of an element; and names
 * that every object has (see `memberOf`). No XML name begins with `$`.
 * Particles without a name are `$any`, `$choice` or `$sequence`, numbered from the second on.
 */
import type { AttributeDeclaration, ElementDeclaration } from "../../contract/index.js";
import { type AttributeNode, isRepeated, type Node } from "./node.js";
import { leaves, type PlainParticle } from "./particle.js";

/**
 * Names that every object has: `{}` is not assignable to a type with `toString?: string`, and `{ __proto__: value }` has no
 * member of that name.
 */
export const OF_OBJECTS: readonly string[] =
  "__proto__ constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf".split(
    " ",
  );

/** The member of an element that no other element of the record competes with. */
export function memberOf(local: string): string {
  return OF_OBJECTS.includes(local) ? `$${local}` : local;
}

export class MemberNames {
  /** The names in use: outside of all choices, then those of one alternative of each choice around the current place. */
  readonly #layers: Layer[];

  /** @param inherited names that members of the base have */
  constructor(
    private readonly namespace: string,
    private readonly inherited: ReadonlySet<string>,
  ) {
    this.#layers = [{ names: new Set([...inherited, ...OF_OBJECTS]), numbers: new Map() }];
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
      nodes.push({ member: this.#claim(this.#isTaken(local) ? `$${local}` : local), attribute });
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
      names.set(name.key, this.#claim(this.#isTaken(name.local) ? `$${name.local}` : name.local));
    }
    return names;
  }

  #isTaken(name: string): boolean {
    return this.#layers.some(({ names }) => names.has(name));
  }

  #claim(wanted: string): string {
    let name = wanted;
    // Lower numbers are in use.
    let number = Math.max(...this.#layers.map(({ numbers }) => numbers.get(wanted) ?? 2));
    for (; this.#isTaken(name); number++) name = `${wanted}${number}`;
    const layer = this.#layers.at(-1);
    layer?.names.add(name);
    layer?.numbers.set(wanted, number);
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
    const outer = this.#layers.at(-1);
    const all: Layer = { names: new Set(), numbers: new Map() };
    const nodes = arms.map((arm) => {
      const own: Layer = { names: new Set(), numbers: new Map() };
      this.#layers.push(own);
      const node = this.#node(arm, names);
      this.#layers.pop();
      mergeLayer(own, all);
      return node;
    });
    if (outer !== undefined) mergeLayer(all, outer);
    return nodes;
  }
}

interface Layer {
  readonly names: Set<string>;
  /** By a name that has numbers, the lowest number that may be free. */
  readonly numbers: Map<string, number>;
}

function mergeLayer({ names, numbers }: Layer, into: Layer): void {
  for (const name of names) into.names.add(name);
  for (const [name, number] of numbers) {
    into.numbers.set(name, Math.max(number, into.numbers.get(name) ?? 0));
  }
}
