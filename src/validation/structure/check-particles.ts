/** The content of an object: elements, choices, groups and wildcards (XML Schema part 1 §3.8). */
import { armsFor, isPresent, membersOf, presenceOf } from "../../codec/index.js";
import type { AnySchema, ChoiceSchema, GroupSchema, Particle } from "../../schema/index.js";
import { XmlElement } from "../../xml/index.js";
import type { Check } from "./check.js";
import { checkItems, checkMember } from "./check-element.js";
import { isRecord, type Values } from "./values.js";

export function checkParticles(particles: readonly Particle[], values: Values, check: Check): void {
  for (const particle of particles) checkParticle(particle, values, check);
}

export function checkParticle(particle: Particle, values: Values, check: Check): void {
  if ("element" in particle) checkMember(particle, values, check);
  else if ("any" in particle) checkWildcard(particle, values, check);
  else if (particle.member === undefined) checkGroup(particle, values, check);
  else checkRepeated(particle, particle.member, values, check);
}

type Group = ChoiceSchema<Particle> | GroupSchema<Particle>;

/** A choice, or elements that are optional together. */
function checkGroup(group: Group, values: Values, check: Check): void {
  const inner = "choice" in group ? group.choice : group.sequence;
  const given = inner.flatMap(membersOf).filter((member) => isPresent(values, member));
  if (given.length === 0 && group.minOccurs === 0) return;
  if ("sequence" in group) {
    checkParticles(inner, values, check);
    return;
  }
  const [arm] = armsFor(inner, values, given);
  if (arm !== undefined) checkParticle(arm, values, check);
  else {
    const problem = check.options.isDecoded === true ? undefined : presenceOf([group])?.(values);
    if (problem !== undefined)
      check.report({ facet: "choice", limit: `is incomplete: ${problem}` });
  }
}

/** A group that repeats: an array with one object per occurrence. */
function checkRepeated(group: Group, member: string, values: Values, check: Check): void {
  const value = Object.hasOwn(values, member) ? values[member] : undefined;
  if (value === undefined) {
    if (group.minOccurs !== 0 && check.options.isDecoded !== true) check.missing(member);
    return;
  }
  const inner = "choice" in group ? [{ choice: group.choice }] : group.sequence;
  const names = new Set(inner.flatMap(membersOf).map(({ name }) => name));
  check.at(member, () =>
    checkItems(group, value, check, (item) => {
      if (!isRecord(item)) check.invalid("an object");
      else {
        check.names(item, names);
        check.inside(() => checkParticles(inner, item, check));
      }
    }),
  );
}

function checkWildcard(wildcard: AnySchema, values: Values, check: Check): void {
  const { member, minOccurs, maxOccurs } = wildcard;
  const value = Object.hasOwn(values, member) ? values[member] : undefined;
  if (value === undefined) {
    if (minOccurs !== 0 && check.options.isDecoded !== true) check.missing(member);
    return;
  }
  const checkOne = (element: unknown) => {
    if (!(element instanceof XmlElement)) check.invalid("an XmlElement");
  };
  check.at(member, () => {
    if (maxOccurs === undefined) checkOne(value);
    else checkItems(wildcard, value, check, checkOne);
  });
}
