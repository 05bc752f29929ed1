/**
 * Checks types against the limits. What is made of a type contains what it inherits, so that few short declarations can
 * have the effect of many long ones.
 */
import type { ElementDeclaration, Particle, TypeDefinition } from "../../contract/index.js";
import type { Budget } from "../limits.js";
import { directParts } from "./circular-types.js";

/** The effect of a type; a built-in type has none. */
interface Effect {
  /** The longest way from the type to a built-in type, by bases, items and members. */
  readonly depth: number;
  /** The number of child elements and attributes, with the inherited ones. */
  readonly members: number;
  /** The number of types in a union, with those of the unions in it. */
  readonly alternatives: number;
}

const NONE: Effect = { depth: 0, members: 0, alternatives: 1 };

/**
 * @param types all global types, without circular definitions
 * @throws WsdlError (`LIMIT`)
 */
export function checkTypes(
  types: readonly TypeDefinition[],
  elements: readonly ElementDeclaration[],
  budget: Budget,
): void {
  const effects = new Map<TypeDefinition, Effect>();
  const found = new Set<TypeDefinition>([...types, ...elements.map(({ type }) => type)]);
  for (const start of found) {
    // Without recursion, because a chain may be longer than the call stack.
    const open = [start];
    for (let type = open.at(-1); type !== undefined; type = open.at(-1)) {
      const missing = effects.has(type)
        ? []
        : directParts(type).filter((part) => !effects.has(part));
      open.push(...missing);
      if (missing.length > 0) continue;
      open.pop();
      if (!effects.has(type)) effects.set(type, effectOf(type, { effects, found, budget }));
    }
  }
}

interface Checking {
  readonly effects: ReadonlyMap<TypeDefinition, Effect>;
  /** Types without names are added when they are found in a content. */
  readonly found: Set<TypeDefinition>;
  readonly budget: Budget;
}

/** The effect of a type whose parts are known. */
function effectOf(type: TypeDefinition, { effects, found, budget }: Checking): Effect {
  if (type.kind === "builtin" || type.kind === "any") return NONE;
  const parts = directParts(type).map((part) => effects.get(part) ?? NONE);
  const depth = 1 + parts.reduce((most, part) => Math.max(most, part.depth), 0);
  budget.checkDepth(depth, "The types are derived", type);
  if (type.kind !== "complex") {
    const alternatives = parts.reduce((sum, part) => sum + part.alternatives, 0);
    if (type.kind === "union") budget.addComponents(alternatives, type);
    return { depth, members: 0, alternatives: Math.max(1, alternatives) };
  }
  const inherited = parts.reduce((sum, part) => sum + part.members, 0);
  // Each base has the type as an alternative.
  budget.addComponents(depth + inherited, type);
  const own = type.content === undefined ? 0 : countElements(type.content, found, budget);
  return { depth, members: inherited + own + type.attributes.length, alternatives: 1 };
}

/** The number of elements with their substitutes; those types without names are added to `found`. */
function countElements(content: Particle, found: Set<TypeDefinition>, budget: Budget): number {
  let count = 0;
  const open = [content];
  for (let particle = open.pop(); particle !== undefined; particle = open.pop()) {
    if (particle.kind === "any") continue;
    if (particle.kind !== "element") {
      for (const each of particle.particles) open.push(each);
      continue;
    }
    const { type, substitutes } = particle.element;
    count += 1 + substitutes.length;
    budget.addComponents(substitutes.length, particle);
    found.add(type);
  }
  return count;
}
