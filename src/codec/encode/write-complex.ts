/** Complex types: the members of an object as attributes, elements and text. */
import { EncodeError } from "../../errors/index.js";
import {
  type AttributeSchema,
  attributesOf,
  type ComplexType,
  derivationChain,
  type Particle,
  particlesOf,
} from "../../schema/index.js";
import {
  escapeAttribute,
  escapeText,
  expanded,
  PrefixDeclarations,
  XmlElement,
  xmlElementText,
} from "../../xml/index.js";
import { type Lexical, lexicalOf } from "../values/lexical.js";
import { armsFor, isPresent, membersOf, presenceOf, type Values } from "../values/presence.js";
import { typeAttribute } from "./encoded.js";
import { elementWriter } from "./write-element.js";
import {
  attributeText,
  type Content,
  type ContentWriter,
  checkMembers,
  type Encoding,
  invalidValue,
  isRecord,
  type Parts,
  textOf,
  type Writer,
  withAttributes,
} from "./writer.js";

/** Writes particles of an object that is known to have the right members. */
type RecordWriter = (values: Values, path: string, parts: Parts) => string;

export function tagged(name: string, declaration: string, content: Content | string): string {
  if (typeof content === "string") return `<${name}${declaration}>${content}</${name}>`;
  return `<${name}${declaration}${content.attributes}>${content.text}</${name}>`;
}

/** @param outer the default namespace that is in scope around the content */
export function complexWriter(type: ComplexType, outer: string, encoding: Encoding): ContentWriter {
  const own = exactWriter(type, outer, encoding);
  const named = encoding !== undefined && type.name !== undefined ? typeAttribute(type.name) : "";
  const types = type.types?.();
  if (types === undefined)
    return named === ""
      ? own
      : (value, path, parts) => withAttributes(named, own(value, path, parts));
  const writers = new Map<string, ContentWriter>();
  return (value, path, parts) => {
    const key = isRecord(value) ? value.$type : undefined;
    const chosen = typeof key === "string" && Object.hasOwn(types, key) ? types[key] : undefined;
    if (key === undefined ? !Object.values(types).includes(type) : chosen === undefined) {
      throw invalidValue(`${path}/$type`, key, `one of ${Object.keys(types).join(", ")}`);
    }
    if (chosen === undefined || chosen === type)
      return withAttributes(named, own(value, path, parts));
    let write = writers.get(String(key));
    if (write === undefined) {
      write = exactWriter(chosen, outer, encoding);
      writers.set(String(key), write);
    }
    return withAttributes(typeAttribute(chosen.name ?? ""), write(value, path, parts));
  };
}

/** Of just this type, whatever may stand for it. */
function exactWriter(type: ComplexType, outer: string, encoding: Encoding): ContentWriter {
  const line = derivationChain(type);
  const attributes = line.flatMap(attributesOf);
  const anyAttribute = line.some((each) => each.anyAttribute === true);
  const names = memberNames(line, attributes, anyAttribute, type);
  const writeAttributes =
    attributes.length === 0 && !anyAttribute
      ? undefined
      : attributesWriter(attributes, anyAttribute);
  const writeContent = contentWriterOf(type, line, outer, encoding);
  return (value, path, parts) => {
    checkMembers(value, names, path);
    const content = writeContent(value, path, parts);
    if (writeAttributes === undefined) return content;
    return withAttributes(writeAttributes(value, path, parts), content);
  };
}

function memberNames(
  line: readonly ComplexType[],
  attributes: readonly AttributeSchema[],
  anyAttribute: boolean,
  { content, types }: ComplexType,
): ReadonlySet<string> {
  const names = new Set(attributes.map(({ attribute, member }) => member ?? attribute));
  if (line.some(({ value }) => value !== undefined)) names.add("$value");
  if (content !== undefined) names.add("$content");
  else
    for (const each of line)
      for (const name of particlesOf(each).flatMap(memberNamesOf)) names.add(name);
  if (anyAttribute) names.add("$attributes");
  // A derived type's value says which it is also where only that type may stand.
  names.add("$type");
  if (types === undefined && line.every(({ name }) => name === undefined)) names.delete("$type");
  return names;
}

function memberNamesOf(particle: Particle): readonly string[] {
  return membersOf(particle).map(({ name }) => name);
}

function contentWriterOf(
  type: ComplexType,
  line: readonly ComplexType[],
  outer: string,
  encoding: Encoding,
): ContentWriter {
  const value = line.findLast((each) => each.value !== undefined)?.value;
  if (value !== undefined) return valueWriter(lexicalOf(value), line);
  if (type.content !== undefined) return orderedWriter(type, outer, encoding);
  const writers = line.flatMap((each) =>
    particlesOf(each).map((particle) => particleWriter(particle, each.namespace, outer, encoding)),
  );
  const presence = presenceOf(line.flatMap(particlesOf));
  return (values, path, parts) => {
    if (!isRecord(values)) throw invalidValue(path, values, "an object");
    const problem = presence?.(values);
    if (problem !== undefined) throw new EncodeError(`${path} can't be sent: ${problem}.`, path);
    let xml = "";
    for (const write of writers) xml += write(values, path, parts);
    return xml;
  };
}

function valueWriter(lexical: Lexical, line: readonly ComplexType[]): ContentWriter {
  const contentType = line.flatMap(attributesOf).find(isContentType);
  const typeMember = contentType && (contentType.member ?? contentType.attribute);
  return (values, path, parts) => {
    const given: Values = isRecord(values) ? values : {};
    const type = typeMember === undefined ? undefined : given[typeMember];
    const mediaType = typeof type === "string" ? type : undefined;
    return textOf(lexical, given.$value, `${path}/$value`, parts, mediaType);
  };
}

/** `xmime:contentType`, which says the media type of binary content beside it. */
function isContentType({ attribute, namespace }: AttributeSchema): boolean {
  return attribute === "contentType" && namespace === "http://www.w3.org/2005/05/xmlmime";
}

function particleWriter(
  particle: Particle,
  namespace: string,
  outer: string,
  encoding: Encoding,
): RecordWriter {
  if ("element" in particle) return elementWriter(particle, namespace, outer, encoding);
  if ("any" in particle) return wildcardWriter(particle.member, particle.minOccurs === 0, outer);
  const isChoice = "choice" in particle;
  const inner = isChoice ? particle.choice : particle.sequence;
  const writers = new Map(
    inner.map((each) => [each, particleWriter(each, namespace, outer, encoding)] as const),
  );
  const members = inner.flatMap(membersOf);
  const once: RecordWriter = (values, path, parts) => {
    if (!isChoice) return [...writers.values()].map((write) => write(values, path, parts)).join("");
    const given = members.filter((member) => isPresent(values, member));
    const [arm] = armsFor(inner, values, given);
    return arm === undefined ? "" : (writers.get(arm)?.(values, path, parts) ?? "");
  };
  const { member } = particle;
  if (member !== undefined) return groupWriter(member, particle, once);
  // An optional group that is not there is none of its members' fault.
  return (values, path, parts) =>
    members.some((member) => isPresent(values, member)) ? once(values, path, parts) : "";
}

/** A group that repeats: an array with an object for each time. */
function groupWriter(member: string, particle: Particle, once: RecordWriter): RecordWriter {
  const inner =
    "choice" in particle
      ? [{ choice: particle.choice }]
      : "sequence" in particle
        ? particle.sequence
        : [];
  const names = new Set(inner.flatMap(memberNamesOf));
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
        const problem = presence?.(item);
        if (problem !== undefined) throw new EncodeError(`${at} can't be sent: ${problem}.`, at);
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
        if (element instanceof XmlElement) return xmlElementText(element, outer);
        throw invalidValue(here, element, "an XmlElement");
      })
      .join("");
  };
}

/** `$content`: each item is a text or an object with one member. */
function orderedWriter(type: ComplexType, outer: string, encoding: Encoding): ContentWriter {
  const writers = new Map<string, RecordWriter>();
  for (const particle of particlesOf(type)) {
    const write = particleWriter(particle, type.namespace, outer, encoding);
    for (const name of memberNamesOf(particle)) writers.set(name, write);
  }
  return (values, path, parts) => {
    const items = isRecord(values) ? values.$content : undefined;
    const here = `${path}/$content`;
    if (!Array.isArray(items)) throw invalidValue(here, items, "an array");
    return items
      .map((item: unknown, index) => {
        if (typeof item === "string" && type.mixed === true) return escapeText(item);
        const at = `${here}[${index}]`;
        const [name, ...others] = isRecord(item) ? Object.keys(item) : [];
        const write = name === undefined ? undefined : writers.get(name);
        if (write === undefined || others.length > 0 || !isRecord(item)) {
          throw invalidValue(at, item, `an object with one of ${[...writers.keys()].join(", ")}`);
        }
        return write(item, at, parts);
      })
      .join("");
  };
}

function attributesWriter(attributes: readonly AttributeSchema[], anyAttribute: boolean): Writer {
  const plans = attributes.map(({ type, ...each }) => ({ ...each, lexical: lexicalOf(type) }));
  return (value, path, parts) => {
    if (!isRecord(value)) return "";
    const prefixes = new PrefixDeclarations();
    let text = "";
    for (const { attribute, namespace = "", member = attribute, lexical, required } of plans) {
      const given = Object.hasOwn(value, member) ? value[member] : undefined;
      const here = `${path}/${member}`;
      if (given === undefined) {
        if (required !== true) continue;
        throw new EncodeError(`${here} is missing: it is required.`, here);
      }
      const name = prefixes.spell({ namespace, local: attribute });
      text += ` ${name}="${attributeText(lexical, given, here, prefixes, parts)}"`;
    }
    const others = anyAttribute && isRecord(value.$attributes) ? value.$attributes : {};
    for (const [name, given] of Object.entries(others)) {
      text += ` ${prefixes.spell(expanded(name))}="${escapeAttribute(String(given))}"`;
    }
    return prefixes.attributes + text;
  };
}
