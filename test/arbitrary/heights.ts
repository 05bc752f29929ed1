/** The depth of the smallest value of a type: for types that contain themselves it shows which alternative ends. */
import { arrayItem } from "../../src/codegen/model/arrays.js";
import type { Model } from "../../src/codegen/model/model.js";
import type { Node } from "../../src/codegen/shape/node.js";
import { type PlainParticle, plain } from "../../src/codegen/shape/particle.js";
import { effectiveContent, shapeOf } from "../../src/codegen/shape/shape.js";
import type {
  ComplexDefinition,
  ElementDeclaration,
  TypeDefinition,
} from "../../src/contract/index.js";

/** The content of a type whose elements are kept in order. */
export function orderedContent(type: ComplexDefinition): PlainParticle | undefined {
  const content = effectiveContent(type);
  return content && plain(content);
}

type MaybeAbstract = Pick<ElementDeclaration, "type" | "nillable"> & {
  readonly abstract?: boolean;
};

export class Heights {
  readonly #known = new Map<ComplexDefinition, number>();

  constructor(private readonly model: Model) {}

  /** Infinite if a value would have no end. */
  of(type: TypeDefinition): number {
    if (type.kind !== "complex") return 0;
    if (!this.#known.has(type)) this.#learn(type);
    return this.#known.get(type) ?? Number.POSITIVE_INFINITY;
  }

  /** An abstract element without substitutes can't occur. */
  ofElement({ type, nillable, abstract }: MaybeAbstract): number {
    if (abstract === true) return Number.POSITIVE_INFINITY;
    return nillable ? Math.min(1, this.of(type)) : this.of(type);
  }

  /** @param isPresent whether it occurs although it is optional */
  ofNode(node: Node, isPresent: boolean): number {
    if (!isPresent && node.minOccurs === 0) return 0;
    if (node.kind === "any") return 0;
    if (node.kind === "member") return this.ofElement(node.element);
    const isChoice = node.kind === "choice";
    const inner = node.nodes.map((each) => this.ofNode(each, isChoice));
    return isChoice ? Math.min(...inner) : Math.max(0, ...inner);
  }

  ofParticle(particle: PlainParticle, isPresent: boolean): number {
    if (!isPresent && particle.minOccurs === 0) return 0;
    if (particle.kind === "any") return 0;
    if (particle.kind === "element") return this.ofElement(particle.element);
    const isChoice = particle.kind === "choice";
    const inner = particle.particles.map((each) => this.ofParticle(each, isChoice));
    return isChoice ? Math.min(...inner) : Math.max(0, ...inner);
  }

  /** The height of a type, not of types that replace it. */
  ofExact(type: ComplexDefinition): number {
    if (type.soapArray !== undefined) return 0;
    const item = arrayItem(type);
    if (item !== undefined) return item.minOccurs === 0 ? 0 : 1 + this.ofElement(item.element);
    const { form, nodes, base } = shapeOf(type);
    if (form === "content") {
      const content = orderedContent(type);
      return content === undefined ? 0 : 1 + this.ofParticle(content, false);
    }
    const inherited = base === undefined ? 0 : this.ofExact(base);
    return Math.max(inherited, 1 + Math.max(0, ...nodes.map((node) => this.ofNode(node, false))));
  }

  /** All types start as infinite, and are lowered until nothing changes. */
  #learn(root: ComplexDefinition): void {
    const open = [root];
    for (const type of open) {
      if (this.#known.has(type)) continue;
      this.#known.set(type, Number.POSITIVE_INFINITY);
      for (const part of this.#parts(type)) if (!this.#known.has(part)) open.push(part);
    }
    for (let hasChanged = true; hasChanged; ) {
      hasChanged = false;
      for (const type of open) {
        const heights = this.alternatives(type).map((each) => this.ofExact(each));
        const height = Math.min(...heights);
        if (height < (this.#known.get(type) ?? 0)) {
          this.#known.set(type, height);
          hasChanged = true;
        }
      }
    }
  }

  /** The types that may replace a type, and the type itself unless it is abstract. */
  alternatives(type: ComplexDefinition): readonly ComplexDefinition[] {
    return this.model.isPolymorphic(type) ? this.model.alternatives(type) : [type];
  }

  #parts(type: ComplexDefinition): readonly ComplexDefinition[] {
    return this.alternatives(type)
      .flatMap(partsOf)
      .filter((each) => each.kind === "complex");
  }
}

function partsOf(type: ComplexDefinition): readonly TypeDefinition[] {
  if (type.soapArray !== undefined) return [type.soapArray.item];
  const { form, nodes, base } = shapeOf(type);
  const content = form === "content" ? orderedContent(type) : undefined;
  return [
    ...(base === undefined ? [] : partsOf(base)),
    ...nodes.flatMap(typesIn),
    ...(content === undefined ? [] : typesInParticle(content)),
  ];
}

function typesIn(node: Node): readonly TypeDefinition[] {
  if (node.kind === "any") return [];
  return node.kind === "member" ? [node.element.type] : node.nodes.flatMap(typesIn);
}

function typesInParticle(particle: PlainParticle): readonly TypeDefinition[] {
  if (particle.kind === "any") return [];
  if (particle.kind === "element") return [particle.element.type];
  return particle.particles.flatMap(typesInParticle);
}
