/** Which members of a record must stand together and which exclude each other: choices and optional groups. */
import type { Particle } from "../schema.js";

export type Values = Readonly<Record<string, unknown>>;

/** Says what is wrong with a record; `undefined` where all is well. */
export type Presence = (value: Values) => string | undefined;

/** `undefined` where there is nothing to hold beside what single members require. */
export function presenceOf(particles: readonly Particle[]): Presence | undefined {
  if (!particles.some(isGroup)) return undefined;
  return (value) => missing(particles, value);
}

function isGroup(particle: Particle): boolean {
  return "choice" in particle || "sequence" in particle;
}

/** Whether a member is there: an array without items is not. */
export function isPresent(value: Values, name: string): boolean {
  if (!Object.hasOwn(value, name)) return false;
  const member = value[name];
  return member !== undefined && !(Array.isArray(member) && member.length === 0);
}

/** The members that hold a particle's content. */
export function membersOf(particle: Particle): readonly string[] {
  if ("element" in particle) return [particle.member ?? particle.element];
  if (particle.member !== undefined) return [particle.member];
  if ("any" in particle) return [];
  return ("choice" in particle ? particle.choice : particle.sequence).flatMap(membersOf);
}

function missing(particles: readonly Particle[], value: Values): string | undefined {
  for (const particle of particles) {
    const fault = faultOf(particle, value);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOf(particle: Particle, value: Values): string | undefined {
  const names = membersOf(particle);
  const isThere = names.some((name) => isPresent(value, name));
  if (!isThere && particle.minOccurs === 0) return undefined;
  if ("element" in particle || "any" in particle || particle.member !== undefined) {
    return isThere ? undefined : `it lacks ${names.join(", ")}`;
  }
  if ("sequence" in particle) return missing(particle.sequence, value);
  const given = names.filter((name) => isPresent(value, name));
  const [arm] = armsFor(particle.choice, value, given);
  if (arm !== undefined) return faultOf(arm, value);
  return given.length === 0
    ? `it needs one of ${[...new Set(names)].join(", ")}`
    : `it has ${given.join(" and ")}, which exclude each other`;
}

/** The arms of a choice that have all the members which are given: complete ones first. */
export function armsFor(
  arms: readonly Particle[],
  value: Values,
  given: readonly string[],
): readonly Particle[] {
  const able = arms.filter((arm) => {
    const names = new Set(membersOf(arm));
    return given.every((name) => names.has(name));
  });
  const complete = able.filter((arm) => faultOf(arm, value) === undefined);
  return complete.length > 0 || given.length === 0 ? complete : able;
}
