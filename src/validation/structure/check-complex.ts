/** Values of complex types: attributes, elements and text as members of one object. */
import { memberNames, membersOf } from "../../codec/index.js";
import {
  type AttributeSchema,
  attributesOf,
  type ComplexType,
  derivationChain,
  type Particle,
  particlesOf,
} from "../../schema/index.js";
import type { Check, ComplexChecks, TextDeclaration } from "./check.js";
import { checkParticle, checkParticles } from "./check-particles.js";
import { checkSimple, type SimpleDeclaration } from "./check-simple.js";
import { isRecord, type Values } from "./values.js";

export const COMPLEX_CHECKS: ComplexChecks = { content: checkComplex, nil: checkNil };

function checkComplex(
  type: ComplexType,
  value: unknown,
  check: Check,
  { fixed, secret }: TextDeclaration,
): void {
  if (!isRecord(value)) {
    check.invalid("an object");
    return;
  }
  const chosen = chosenType(type, value, check);
  if (chosen === undefined) return;
  const chain = derivationChain(chosen);
  const attributes = chain.flatMap(attributesOf);
  check.names(value, memberNames(chosen, chain, attributes));
  checkAttributes(attributes, value, check);
  const text = chain.findLast((each) => each.value !== undefined)?.value;
  if (text !== undefined) {
    const content: SimpleDeclaration = {
      type: text,
      ...(fixed !== undefined && { fixed }),
      ...(secret !== undefined && { secret }),
    };
    check.at("$value", () => checkSimple(content, value.$value, check));
  } else if (chosen.content !== undefined) checkOrdered(chosen, value.$content, check);
  else checkParticles(chain.flatMap(particlesOf), value, check);
}

function checkNil(type: ComplexType, value: Values, check: Check): void {
  const types = type.types?.() ?? {};
  const chosen = value.$type === undefined ? type : typeNamed(types, value.$type, check);
  if (chosen === undefined) return;
  const chain = derivationChain(chosen);
  const attributes = chain.flatMap(attributesOf);
  const names = new Set(["$nil", "$attributes", "$type", ...attributes.map(memberOf)]);
  check.names(value, names);
  checkAttributes(attributes, value, check);
}

/** `undefined` if it was reported that there is no such type. */
function chosenType(type: ComplexType, { $type: key }: Values, check: Check) {
  const types = type.types?.();
  if (types === undefined) return type;
  const isAbstract = !Object.values(types).includes(type);
  return key === undefined && !isAbstract ? type : typeNamed(types, key, check);
}

function typeNamed(
  types: Readonly<Record<string, ComplexType>>,
  key: unknown,
  check: Check,
): ComplexType | undefined {
  const found = typeof key === "string" && Object.hasOwn(types, key) ? types[key] : undefined;
  if (found === undefined) {
    check.at("$type", () => check.invalid(`one of ${Object.keys(types).join(", ")}`));
  }
  return found;
}

function memberOf({ attribute, member = attribute }: AttributeSchema): string {
  return member;
}

function checkAttributes(
  attributes: readonly AttributeSchema[],
  values: Values,
  check: Check,
): void {
  for (const attribute of attributes) {
    const name = memberOf(attribute);
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined) check.at(name, () => checkSimple(attribute, value, check));
    else if (attribute.required === true) check.missing(name);
  }
}

/** The member `$content`: each item is a text or an object with one member. */
function checkOrdered(type: ComplexType, content: unknown, check: Check): void {
  check.at("$content", () => {
    if (!Array.isArray(content)) {
      check.invalid("an array");
      return;
    }
    const particles = new Map<string, Particle>();
    for (const particle of particlesOf(type)) {
      for (const { name } of membersOf(particle)) particles.set(name, particle);
    }
    for (const [index, item] of content.entries()) {
      if (typeof item === "string" && type.mixed === true) continue;
      check.at(index, () => checkOrderedItem(particles, item, check));
    }
  });
}

function checkOrderedItem(
  particles: ReadonlyMap<string, Particle>,
  item: unknown,
  check: Check,
): void {
  const names = isRecord(item) ? Object.keys(item) : [];
  const [name = "", ...others] = names;
  const particle = others.length === 0 ? particles.get(name) : undefined;
  if (particle === undefined || !isRecord(item)) {
    check.invalid(`an object with one of ${[...particles.keys()].join(", ")}`);
  } else checkParticle(particle, item, check);
}
