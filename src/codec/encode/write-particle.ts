/** Particles of a complex type: elements, choices, groups and wildcards. */
import {
  type AnySchema,
  type ComplexType,
  type ElementSchema,
  type Particle,
  particlesOf,
} from "../../schema/index.js";
import { XmlElement, xmlElementText } from "../../xml/index.js";
import { armsFor, isPresent, membersOf, presenceOf } from "../values/presence.js";
import { checkMembers, checkPresence, invalidValue, isRecord } from "./check.js";
import type { RecordContentWriter, RecordWriter, WriterCompiler } from "./writer.js";
import { textEscape } from "./xml-style.js";

/**
 * @param namespace the namespace that the type has for elements
 * @param outer the default namespace around the elements
 */
export function particleWriter(
  particle: Particle,
  namespace: string,
  outer: string,
  compiler: WriterCompiler,
): RecordWriter {
  if ("element" in particle) return compiler.element(particle, namespace, outer);
  if ("any" in particle) return wildcardWriter(particle.member, particle.minOccurs === 0, outer);
  const isChoice = "choice" in particle;
  const inner = isChoice ? particle.choice : particle.sequence;
  const writers = new Map<Particle | undefined, RecordWriter>(
    inner.map((each) => [each, particleWriter(each, namespace, outer, compiler)] as const),
  );
  const members = inner.flatMap(membersOf);
  const once: RecordWriter = (values, path, parts) => {
    if (!isChoice) return [...writers.values()].map((write) => write(values, path, parts)).join("");
    const given = members.filter((member) => isPresent(values, member));
    const [arm] = armsFor(inner, values, given);
    return writers.get(arm)?.(values, path, parts) ?? "";
  };
  const { member } = particle;
  if (member !== undefined) return groupWriter(member, particle, once);
  // An optional group that is missing must not report its required members.
  return (values, path, parts) =>
    members.some((member) => isPresent(values, member)) ? once(values, path, parts) : "";
}

type Group = Exclude<Particle, ElementSchema | AnySchema>;

/** A group that repeats: an array with one object per occurrence. */
function groupWriter(member: string, particle: Group, once: RecordWriter): RecordWriter {
  const inner = "choice" in particle ? [{ choice: particle.choice }] : particle.sequence;
  const names = new Set(inner.flatMap(memberNames));
  const presence = presenceOf(inner);
  return (values, path, parts) => {
    const items = Object.hasOwn(values, member) ? values[member] : undefined;
    if (items === undefined && particle.minOccurs === 0) return "";
    const here = `${path}/${member}`;
    if (!Array.isArray(items)) throw invalidValue(here, items, "an array");
    return items
      .map((item: unknown, index) => {
        const at = `${here}[${index}]`;
        checkMembers(item, names, at);
        checkPresence(presence?.(item), at);
        return once(item, at, parts);
      })
      .join("");
  };
}

function wildcardWriter(member: string, isOptional: boolean, outer: string): RecordWriter {
  return (values, path) => {
    const value = Object.hasOwn(values, member) ? values[member] : undefined;
    const here = `${path}/${member}`;
    if (value === undefined && isOptional) return "";
    const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
    return elements
      .map((element) => {
        if (element instanceof XmlElement) return xmlElementText(element, outer, here);
        throw invalidValue(here, element, "an XmlElement");
      })
      .join("");
  };
}

/** The member `$content`: each item is a text or an object with one member. */
export function orderedWriter(
  type: ComplexType,
  outer: string,
  compiler: WriterCompiler,
): RecordContentWriter {
  const escapeContent = textEscape(compiler.style);
  const writers = new Map<string, RecordWriter>();
  for (const particle of particlesOf(type)) {
    const write = particleWriter(particle, type.namespace, outer, compiler);
    for (const name of memberNames(particle)) writers.set(name, write);
  }
  return (values, path, parts) => {
    const items = values.$content;
    const here = `${path}/$content`;
    if (!Array.isArray(items)) throw invalidValue(here, items, "an array");
    return items
      .map((item: unknown, index) => {
        if (typeof item === "string" && type.mixed === true) return escapeContent(item);
        const at = `${here}[${index}]`;
        if (isRecord(item)) {
          const [write, ...others] = Object.keys(item).map((name) => writers.get(name));
          if (write !== undefined && others.length === 0) return write(item, at, parts);
        }
        throw invalidValue(at, item, `an object with one of ${[...writers.keys()].join(", ")}`);
      })
      .join("");
  };
}

function memberNames(particle: Particle): readonly string[] {
  return membersOf(particle).map(({ name }) => name);
}
