/** Choices and optional groups: members of a record that require or exclude each other. */
import type { Particle } from "../../schema/index.js";
import type { Values } from "./values.js";

/** Returns the problem of a record, as the end of a sentence; `undefined` if it is complete. */
export type Presence = (value: Values) => string | undefined;

/** `undefined` if there are no choices or groups: then only single members can be missing. */
export function presenceOf(particles: readonly Particle[]): Presence | undefined {
  if (!particles.some(isGroup)) return undefined;
  return (value) => missing(particles, value);
}

function isGroup(particle: Particle): boolean {
  return "choice" in particle || "sequence" in particle;
}

/** A member of a record. */
export interface Member {
  readonly name: string;
  /** It has the occurrences of a repeated particle: an array without items counts as missing. */
  readonly many: boolean;
}

export function isPresent(value: Values, { name, many }: Member): boolean {
  if (!Object.hasOwn(value, name)) return false;
  const member = value[name];
  return member !== undefined && !(many && Array.isArray(member) && member.length === 0);
}

/** The members with the content of a particle. */
export function membersOf(particle: Particle): readonly Member[] {
  const many = particle.maxOccurs === "unbounded";
  if ("element" in particle) return [{ name: particle.member ?? particle.element, many }];
  if ("any" in particle) return [{ name: particle.member, many }];
  if (particle.member !== undefined) return [{ name: particle.member, many }];
  return ("choice" in particle ? particle.choice : particle.sequence).flatMap(membersOf);
}

function missing(particles: readonly Particle[], value: Values): string | undefined {
  for (const particle of particles) {
    const problem = problemOf(particle, value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function problemOf(particle: Particle, value: Values): string | undefined {
  const members = membersOf(particle);
  const given = members.filter((member) => isPresent(value, member));
  if (given.length === 0 && particle.minOccurs === 0) return undefined;
  if ("element" in particle || "any" in particle || particle.member !== undefined) {
    return given.length > 0 ? undefined : `it lacks ${named(members).join(", ")}`;
  }
  if ("sequence" in particle) return missing(particle.sequence, value);
  const [arm] = armsFor(particle.choice, value, given);
  if (arm !== undefined) return problemOf(arm, value);
  return given.length === 0
    ? `it needs one of ${named(members).join(", ")}`
    : `it has ${named(given).join(" and ")}, which exclude each other`;
}

function named(members: readonly Member[]): readonly string[] {
  return [...new Set(members.map(({ name }) => name))];
}

/** The arms of a choice that have all given members: only complete arms if there are any. */
export function armsFor(
  arms: readonly Particle[],
  value: Values,
  given: readonly Member[],
): readonly Particle[] {
  const able = arms.filter((arm) => {
    const names = new Set(named(membersOf(arm)));
    return given.every(({ name }) => names.has(name));
  });
  const complete = able.filter((arm) => problemOf(arm, value) === undefined);
  return complete.length > 0 || given.length === 0 ? complete : able;
}
