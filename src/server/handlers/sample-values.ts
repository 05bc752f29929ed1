/** Sample values that fit the wire schema of a message, for operations without a handler. */

import type { Values } from "../../codec/index.js";
import { type Attachment, attachment } from "../../mime/index.js";
import { isOutcomeOperation } from "../../protocol/index.js";
import {
  type AnySchema,
  type ArrayType,
  attributesOf,
  BUILTIN_TYPES,
  type BuiltinName,
  type ComplexType,
  derivationChain,
  type ElementSchema,
  isComplex,
  isSimple,
  type MappedType,
  type MessageSchema,
  messageType,
  type Operation,
  type Particle,
  type PartsSchema,
  particlesOf,
  resolveType,
  type SimpleType,
  type TypeSchema,
} from "../../schema/index.js";
import { XmlElement } from "../../xml/index.js";
import { wireValue } from "./statuses.js";

/** A response with a value for every member; the status of an outcome is OK. */
export function sampleResponse(operation: Operation): Values {
  const values = operation.output === undefined ? {} : sampleMessage(operation.output);
  if (!isOutcomeOperation(operation)) return values;
  return { ...values, [operation.result]: wireValue(operation, "OK") };
}

/** The values of a message: a string is the name of its element, and an array has one item. */
export function sampleMessage(message: MessageSchema | PartsSchema): Values {
  const values =
    "parts" in message
      ? recordOf(message.parts, start())
      : complexValue(messageType(message), start());
  const beside = message.attachments?.map((name) => [name, sampleAttachment(name)]) ?? [];
  return { ...values, ...Object.fromEntries(beside) };
}

function sampleAttachment(name: string): Attachment {
  return attachment(new TextEncoder().encode(name), { contentType: "text/plain" });
}

/** The surroundings of a value. */
interface Place {
  /** The types around it: a type that contains itself has no sample value there. */
  readonly open: readonly TypeSchema[];
  /** The number of further elements; after that optional ones are omitted. */
  readonly budget: { left: number };
}

const MOST_ELEMENTS = 1_000;

function start(): Place {
  return { open: [], budget: { left: MOST_ELEMENTS } };
}

function within(type: TypeSchema, { open, budget }: Place): Place {
  return { open: [...open, type], budget };
}

function complexValue(type: ComplexType, place: Place): Values | undefined {
  if (place.open.includes(type)) return undefined;
  const types = type.types?.();
  if (types !== undefined && !Object.values(types).includes(type))
    return derivedValue(types, place);
  const line = derivationChain(type);
  const inside = within(type, place);
  const attributes = line
    .flatMap(attributesOf)
    .filter(({ required }) => required === true)
    .map(({ attribute, member = attribute, type: own }) => [member, simpleValue(own, attribute)]);
  const values = Object.fromEntries(attributes);
  const text = line.findLast((each) => each.value !== undefined)?.value;
  if (text !== undefined) return { ...values, $value: simpleValue(text, "text") };
  if (type.content !== undefined) {
    const record = recordOf(particlesOf(type), inside);
    return record && { ...values, $content: Object.entries(record).map(alone) };
  }
  const content = recordOf(line.flatMap(particlesOf), inside);
  return content && { ...values, ...content };
}

/** An object with one element, for content whose order matters. */
function alone([member, value]: readonly [string, unknown]): Values {
  return { [member]: value };
}

/** For an abstract type a value of a derived type. */
function derivedValue(
  types: Readonly<Record<string, ComplexType>>,
  place: Place,
): Values | undefined {
  for (const [key, type] of Object.entries(types)) {
    const value = complexValue(type, place);
    if (value !== undefined) return { ...value, $type: key };
  }
  return undefined;
}

function recordOf(particles: readonly Particle[], place: Place): Values | undefined {
  const record: Record<string, unknown> = {};
  for (const particle of particles) {
    const found = particleValues(particle, place);
    if (found !== undefined) Object.assign(record, found);
    else if (particle.minOccurs !== 0) return undefined;
  }
  return record;
}

function particleValues(particle: Particle, place: Place): Values | undefined {
  if ("element" in particle) return elementValues(particle, place);
  if ("any" in particle) return particle.minOccurs === 0 ? {} : wildcardValues(particle);
  const particles = "choice" in particle ? particle.choice : particle.sequence;
  const inner = "choice" in particle ? firstOf(particles, place) : recordOf(particles, place);
  if (inner === undefined || particle.member === undefined) return inner;
  // An occurrence without elements would not be visible in the message.
  const isEmpty = Object.keys(inner).length === 0;
  return { [particle.member]: [isEmpty ? wildcardsOf(particles) : inner] };
}

function wildcardsOf(particles: readonly Particle[]): Values {
  const wildcards = particles.filter((particle) => "any" in particle);
  return Object.assign({}, ...wildcards.map(wildcardValues));
}

/** The first arm with elements, else one that may be empty. */
function firstOf(arms: readonly Particle[], place: Place): Values | undefined {
  let empty: Values | undefined;
  for (const arm of arms) {
    const values = particleValues(arm, place);
    if (values !== undefined && Object.keys(values).length > 0) return values;
    empty ??= values;
  }
  return empty;
}

function elementValues(
  { element, member = element, type, nillable, minOccurs, maxOccurs }: ElementSchema,
  place: Place,
): Values | undefined {
  if (minOccurs === 0 && place.budget.left <= 0) return {};
  place.budget.left -= 1;
  const value =
    typeValue(resolveType(type), element, place) ?? (nillable === true ? null : undefined);
  if (value === undefined) return minOccurs === 0 ? {} : undefined;
  return { [member]: maxOccurs === undefined ? value : [value] };
}

function wildcardValues({ any, member, maxOccurs }: AnySchema): Values {
  const [first = ""] = any.split(" ");
  const namespace = first.startsWith("##") ? (first === "##local" ? "" : "urn:sample") : first;
  const element = new XmlElement({ namespace, local: "any" });
  return { [member]: maxOccurs === undefined ? element : [element] };
}

function typeValue(type: TypeSchema, name: string, place: Place): unknown {
  if (isSimple(type)) return simpleValue(type, name);
  if (isComplex(type)) return complexValue(type, place);
  if ("item" in type) return place.open.includes(type) ? [] : arrayValue(type, within(type, place));
  return new XmlElement({ namespace: "", local: name }, [], [name]);
}

function arrayValue({ item, soapArray }: ArrayType, place: Place): unknown {
  const value = typeValue(resolveType(item.type), item.element, place);
  if (value === undefined) return [];
  const dimensions = /\[(,*)\]$/.exec(soapArray ?? "")?.[1]?.length ?? 0;
  let items: unknown = [value];
  for (let each = 0; each < dimensions; each++) items = [items];
  return items;
}

function simpleValue(type: SimpleType, name: string): unknown {
  if (typeof type === "string") return builtinValue(type, name);
  if ("enumeration" in type) return Object.values(type.enumeration)[0];
  if ("list" in type) return [simpleValue(type.list, name)];
  if ("restricts" in type) return simpleValue(type.restricts, name);
  if ("union" in type) return type.union[0] && simpleValue(type.union[0], name);
  return mappedValue(type, name);
}

function mappedValue({ builtin, as }: MappedType, name: string): unknown {
  const usual = builtinValue(builtin, name);
  switch (as) {
    case "Date":
      return new Date(0);
    case "number":
      return Number(usual);
    case "string":
      return String(usual);
    case "Attachment":
      return sampleAttachment(name);
    case "bigint":
      return usual;
  }
}

/** Text has the name of its element as the value, so that it is recognized in a response. */
function builtinValue(type: BuiltinName, name: string): unknown {
  const { kind, typescript, max } = BUILTIN_TYPES[type];
  switch (kind) {
    case "boolean":
      return true;
    case "integer": {
      const value = max !== undefined && max < 1n ? max : 1n;
      return typescript === "bigint" ? value : Number(value);
    }
    case "decimal":
      return "1.5";
    case "float":
      return 1.5;
    case "binary":
      return new Uint8Array([1, 2, 3]);
    case "list":
      return ["a"];
    default:
      return TEXTS[type] ?? name;
  }
}

const TEXTS: Readonly<Partial<Record<BuiltinName, string>>> = {
  date: "2026-01-31",
  dateTime: "2026-01-31T12:00:00Z",
  duration: "P1D",
  gDay: "---31",
  gMonth: "--01",
  gMonthDay: "--01-31",
  gYear: "2026",
  gYearMonth: "2026-01",
  language: "en",
  time: "12:00:00Z",
};
