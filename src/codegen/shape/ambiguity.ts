/** Whether names alone determine the position of each element in a content model. */
import { isRepeated } from "./node.js";
import type { PlainParticle } from "./particle.js";

/**
 * Whether an object with one member per element would lose information of the content model: an element can occur in
 * two positions, or two arms of a choice have the same elements.
 */
export function isAmbiguous(particle: PlainParticle): boolean {
  return namesOf(particle) === undefined;
}

/** The element names in a particle; `undefined` if one of them does not determine its position. */
function namesOf(particle: PlainParticle): ReadonlySet<string> | undefined {
  if (particle.kind === "any") return new Set();
  if (particle.kind === "element") return new Set([particle.element.name.key]);
  const parts = particle.particles.map(namesOf);
  const names = new Set<string>();
  const arms = new Set<string>();
  const isChoice = particle.kind === "choice";
  for (const part of parts) {
    if (part === undefined) return undefined;
    const isNew = [...part].every((name) => !names.has(name));
    if (!isNew && (!isChoice || isRepeated(particle))) return undefined;
    if (isChoice) {
      const arm = [...part].sort().join(" ");
      if (!isNew && arms.has(arm)) return undefined;
      arms.add(arm);
    }
    for (const name of part) names.add(name);
  }
  return names;
}
