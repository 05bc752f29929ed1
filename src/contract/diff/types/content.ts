/** The content of a type as elements and wildcards, regardless of the groups that contain them. */
import { contentOf, particlesOf } from "../../json/content.js";
import type {
  AnyParticleJson,
  ComplexJson,
  ElementParticleJson,
  ParticleJson,
} from "../../json/model.js";

/** An element or a wildcard, with the total number of its occurrences. */
export interface Leaf {
  readonly particle: ElementParticleJson | AnyParticleJson;
  readonly least: number;
  readonly most: number | "unbounded";
}

/** By the name of the element, or by the namespaces of the wildcard; in the order of the content. */
export function leavesOf(type: ComplexJson): Readonly<Record<string, Leaf>> {
  const leaves: Record<string, Leaf> = {};
  const visit = (particle: ParticleJson, least: number, most: Leaf["most"]): void => {
    const { minOccurs = 1, maxOccurs = 1 } = particle;
    const [low, high] = [least * minOccurs, times(most, maxOccurs)];
    if ("element" in particle || "any" in particle) {
      const name = "element" in particle ? particle.element : `any of ${particle.any}`;
      const before = leaves[name];
      leaves[name] =
        before === undefined
          ? { particle, least: low, most: high }
          : { ...before, least: before.least + low, most: plus(before.most, high) };
      return;
    }
    const isChoice = "choice" in particle && particle.choice.length > 1;
    for (const inner of particlesOf(particle)) visit(inner, isChoice ? 0 : low, high);
  };
  const content = contentOf(type);
  if (content !== undefined) visit(content, 1, 1);
  return leaves;
}

/** The groups of the content with the names in them. */
export function contentText(type: ComplexJson): string {
  const text = (particle: ParticleJson): string => {
    const occurs = `${particle.minOccurs ?? 1}-${particle.maxOccurs ?? 1}`;
    if ("element" in particle) return `${particle.element} ${occurs}`;
    if ("any" in particle) return `${particle.any} ${occurs}`;
    const kind = "sequence" in particle ? "," : "choice" in particle ? "|" : "&";
    const inner = particlesOf(particle).map(text);
    return `(${(kind === "," ? inner : inner.sort()).join(kind)}) ${occurs}`;
  };
  const content = contentOf(type);
  return content === undefined ? "" : text(content);
}

function times(a: Leaf["most"], b: Leaf["most"]): Leaf["most"] {
  if (a === 0 || b === 0) return 0;
  return a === "unbounded" || b === "unbounded" ? "unbounded" : a * b;
}

function plus(a: Leaf["most"], b: Leaf["most"]): Leaf["most"] {
  return a === "unbounded" || b === "unbounded" ? "unbounded" : a + b;
}
