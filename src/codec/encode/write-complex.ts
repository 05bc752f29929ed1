/** Complex types: the members of an object as attributes, elements and text. */
import {
  type AttributeSchema,
  attributesOf,
  type ComplexType,
  derivationChain,
  particlesOf,
} from "../../schema/index.js";
import type { Lexical } from "../values/lexical.js";
import { membersOf, presenceOf } from "../values/presence.js";
import { lexicalOf } from "../values/simple-type.js";
import { checkMembers, checkPresence, isRecord } from "./check.js";
import { attributesWriter } from "./write-attributes.js";
import { orderedWriter, particleWriter } from "./write-particle.js";
import { textWriter } from "./write-text.js";
import {
  asContent,
  type ContentWriter,
  type RecordContentWriter,
  type WriterCompiler,
  withAttributes,
} from "./writer.js";
import type { XmlStyle } from "./xml-style.js";
import { chosenType, typeAttribute } from "./xsi-type.js";

/** As `WriterCompiler.complex`. */
export function complexWriter(
  type: ComplexType,
  outer: string,
  compiler: WriterCompiler,
): ContentWriter {
  const own = exactWriter(type, outer, compiler);
  const { encoding, style } = compiler;
  const named =
    encoding !== undefined && type.name !== undefined ? typeAttribute(type.name, style) : "";
  const types = type.types?.();
  if (types === undefined)
    return named === ""
      ? own
      : (value, path, parts) => withAttributes(named, own(value, path, parts));
  const isAbstract = !Object.values(types).includes(type);
  const writers = new Map<ComplexType, ContentWriter>();
  return (value, path, parts) => {
    const key = isRecord(value) ? value.$type : undefined;
    const chosen = key === undefined && !isAbstract ? type : chosenType(types, key, path);
    if (chosen === type) return withAttributes(named, own(value, path, parts));
    let write = writers.get(chosen);
    if (write === undefined) {
      write = exactWriter(chosen, outer, compiler);
      writers.set(chosen, write);
    }
    return withAttributes(typeAttribute(chosen.name ?? "", style), write(value, path, parts));
  };
}

/** A type with the types that it extends, the first base first. */
type DerivationChain = readonly ComplexType[];

/** Writes values of this type, and of no derived type. */
function exactWriter(type: ComplexType, outer: string, compiler: WriterCompiler): ContentWriter {
  const chain = derivationChain(type);
  const attributes = chain.flatMap(attributesOf);
  const anyAttribute = chain.some((each) => each.anyAttribute === true);
  const names = memberNames(type, chain, attributes);
  const write = recordWriter({ type, chain, attributes, anyAttribute }, outer, compiler);
  return (value, path, parts) => {
    checkMembers(value, names, path);
    return write(value, path, parts);
  };
}

/** A type with all that it inherits. */
interface WholeType {
  readonly type: ComplexType;
  readonly chain: DerivationChain;
  readonly attributes: readonly AttributeSchema[];
  readonly anyAttribute: boolean;
}

function recordWriter(
  { type, chain, attributes, anyAttribute }: WholeType,
  outer: string,
  compiler: WriterCompiler,
): RecordContentWriter {
  const writeContent = contentWriter(type, chain, outer, compiler);
  if (attributes.length === 0 && !anyAttribute) return writeContent;
  const writeAttributes = attributesWriter(attributes, anyAttribute);
  if (attributes.every((each) => lexicalOf(each.type).qualified !== true)) {
    return (value, path, parts) => {
      const content = writeContent(value, path, parts);
      return withAttributes(writeAttributes(value, path, parts).attributes, content);
    };
  }
  // The attributes first: they decide whether the content has a default namespace.
  let writeBare: RecordContentWriter | undefined;
  return (value, path, parts) => {
    const { attributes: text, hasUnqualifiedValue } = writeAttributes(value, path, parts);
    if (hasUnqualifiedValue !== true) return withAttributes(text, writeContent(value, path, parts));
    writeBare ??= contentWriter(type, chain, "", compiler);
    const content = asContent(withAttributes(text, writeBare(value, path, parts)));
    return { ...content, hasUnqualifiedValue };
  };
}

/** The names of all members that values of a type may have. */
export function memberNames(
  { content, types }: ComplexType,
  chain: DerivationChain,
  attributes: readonly AttributeSchema[],
): ReadonlySet<string> {
  const names = new Set(attributes.map(({ attribute, member }) => member ?? attribute));
  if (chain.some(({ value }) => value !== undefined)) names.add("$value");
  if (content !== undefined) names.add("$content");
  else for (const { name } of chain.flatMap(particlesOf).flatMap(membersOf)) names.add(name);
  if (chain.some(({ anyAttribute }) => anyAttribute === true)) names.add("$attributes");
  // A value of a derived type has `$type` even if only this type is allowed.
  names.add("$type");
  if (types === undefined && chain.every(({ name }) => name === undefined)) names.delete("$type");
  return names;
}

function contentWriter(
  type: ComplexType,
  chain: DerivationChain,
  outer: string,
  compiler: WriterCompiler,
): RecordContentWriter {
  const value = chain.findLast((each) => each.value !== undefined)?.value;
  if (value !== undefined) return valueWriter(lexicalOf(value), chain, compiler.style);
  if (type.content !== undefined) return orderedWriter(type, outer, compiler);
  const writers = chain.flatMap((each) =>
    particlesOf(each).map((particle) => particleWriter(particle, each.namespace, outer, compiler)),
  );
  const presence = presenceOf(chain.flatMap(particlesOf));
  return (values, path, parts) => {
    checkPresence(presence?.(values), path);
    let xml = "";
    for (const write of writers) xml += write(values, path, parts);
    return xml;
  };
}

function valueWriter(
  lexical: Lexical,
  chain: DerivationChain,
  style: XmlStyle,
): RecordContentWriter {
  const contentType = chain.flatMap(attributesOf).find(isContentType);
  const typeMember = contentType && (contentType.member ?? contentType.attribute);
  const write = textWriter(lexical, style);
  return (values, path, parts) => {
    const type = typeMember === undefined ? undefined : values[typeMember];
    const mediaType = typeof type === "string" ? type : undefined;
    return write(values.$value, `${path}/$value`, parts, mediaType);
  };
}

/** `xmime:contentType`, the media type of the binary content of its element. */
function isContentType({ attribute, namespace }: AttributeSchema): boolean {
  return attribute === "contentType" && namespace === "http://www.w3.org/2005/05/xmlmime";
}
