/** The content of a type as what may stand in it, whatever groups it stands in. */
import type { ComplexSummary, ElementParticleSummary, ParticleSummary } from "../summary/model.js";
import { groupOf } from "./uses.js";

/** An element or a wildcard, and how often it may occur in all. */
export interface Leaf {
  readonly particle: ElementParticleSummary | Extract<ParticleSummary, { readonly any: string }>;
  readonly least: number;
  readonly most: number | "unbounded";
}

/** By the names of elements; a wildcard by its namespaces. In the order of the wire. */
export function leavesOf(type: ComplexSummary): Readonly<Record<string, Leaf>> {
  const leaves: Record<string, Leaf> = {};
  const visit = (particle: ParticleSummary, least: number, most: Leaf["most"]): void => {
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
    for (const inner of groupOf(particle)) visit(inner, isChoice ? 0 : low, high);
  };
  const content = contentOf(type);
  if (content !== undefined) visit(content, 1, 1);
  return leaves;
}

function contentOf({
  sequence,
  choice,
  all,
  minOccurs,
  maxOccurs,
}: ComplexSummary): ParticleSummary | undefined {
  const occurs = {
    ...(minOccurs === undefined ? {} : { minOccurs }),
    ...(maxOccurs === undefined ? {} : { maxOccurs }),
  };
  if (sequence !== undefined) return { sequence, ...occurs };
  if (choice !== undefined) return { choice, ...occurs };
  return all && { all, ...occurs };
}

/** The content by its groups and names alone. */
export function contentText(type: ComplexSummary): string {
  const text = (particle: ParticleSummary): string => {
    const occurs = `${particle.minOccurs ?? 1}-${particle.maxOccurs ?? 1}`;
    if ("element" in particle) return `${particle.element} ${occurs}`;
    if ("any" in particle) return `${particle.any} ${occurs}`;
    const kind = "sequence" in particle ? "," : "choice" in particle ? "|" : "&";
    const inner = groupOf(particle).map(text);
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
