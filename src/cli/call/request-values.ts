/** The values of a request from JSON and from options, by the schema of the operation. */
import { suggestion } from "../../contract/index.js";
import { attachment } from "../../mime/index.js";
import { readElement } from "../../xml/index.js";
import { UsageError } from "../failure/errors.js";
import type { Content, Member, Members, RecordContent } from "./content.js";
import { type FlagRecord, FlagText, type FlagTree } from "./flag-tree.js";
import { simpleValues } from "./simple-type.js";

/** Where the JSON comes from. */
export interface JsonSource {
  /** In messages. */
  readonly option: string;
  /** Whether other users can see it, so that it may not contain secrets. */
  readonly isVisible: boolean;
}

/**
 * The object in a JSON text.
 *
 * @throws UsageError
 */
export function parseJsonObject(json: string, { option }: JsonSource): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // The message of the parser quotes the text, which may contain a secret.
    throw new UsageError(`The value of ${option} is not valid JSON.`);
  }
  if (isRecord(value)) return value;
  throw new UsageError(`The value of ${option} is not a JSON object.`);
}

/** The values of the options in the place of those of the JSON. */
export function withFlags(json: unknown, flags: FlagRecord): Record<string, unknown> {
  const base = isRecord(json) ? json : {};
  const entries = [...flags].map(([name, tree]) => [name, merged(base[name], tree)] as const);
  return { ...base, ...Object.fromEntries(entries) };
}

function merged(json: unknown, tree: FlagTree): unknown {
  if (tree instanceof FlagText) return tree;
  if (tree instanceof Map) return withFlags(json, tree);
  return Array.from(tree, (item, index) => {
    if (item !== undefined) return merged(undefined, item);
    throw new UsageError(`Item ${index} of an array is missing: the items are numbered from 0.`);
  });
}

/**
 * Converts JSON and options to the values of a message: 64-bit integers become `bigint`, base64 becomes bytes, XML becomes
 * elements. The encoder checks which members are required.
 *
 * @param path the name of the message
 * @throws UsageError naming the path, the expected type and an example
 */
export function toValues(
  members: Members,
  input: Readonly<Record<string, unknown>>,
  path: string,
  source: JsonSource,
): Record<string, unknown> {
  return new Converter(source).record(members, input, path);
}

class Converter {
  constructor(private readonly source: JsonSource) {}

  record(
    members: Members,
    input: Readonly<Record<string, unknown>>,
    path: string,
  ): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(input).map(([name, value]) => {
        const member = members.get(name);
        if (member !== undefined) return [name, this.#member(member, value, `${path}/${name}`)];
        throw new UsageError(
          `${path} has no member "${name}" ${suggestion(name, members.keys())}.`,
        );
      }),
    );
  }

  #member(member: Member, value: unknown, path: string): unknown {
    if (member.secret && this.source.isVisible) {
      throw new UsageError(
        `${path} is a secret, and other users can see it in the process list: give it with ${this.source.option} @file or ${this.source.option} -.`,
      );
    }
    const content = member.content();
    if (!member.repeats) return this.#value(content, value, path);
    return this.#items(value, path, (item, at) => this.#value(content, item, at));
  }

  #items(
    value: unknown,
    path: string,
    convert: (item: unknown, path: string) => unknown,
  ): readonly unknown[] {
    if (!Array.isArray(value)) throw new UsageError(`${path} must be a JSON array.`);
    return value.map((item, index) => convert(item, `${path}[${index}]`));
  }

  #value(content: Content, value: unknown, path: string): unknown {
    if (value === null) return null;
    switch (content.kind) {
      case "simple":
        return simpleValue(content, value, path);
      case "record":
        return this.#recordValue(content, value, path);
      case "list":
        return this.#listValue(content, content.rank, value, path);
      case "ordered":
        return this.#items(value, path, (item, at) => this.#orderedItem(content, item, at));
      case "attributes":
        if (isRecord(value)) return value;
        throw new UsageError(`${path} must be a JSON object of names and strings.`);
      case "xml":
        return xmlValue(value, path);
      case "attachment":
        return attachmentValue(value, path);
    }
  }

  #recordValue(content: RecordContent, value: unknown, path: string): unknown {
    if (!isRecord(value)) throw new UsageError(`${path} must be a JSON object.`);
    const typeName = value.$type instanceof FlagText ? value.$type.text : value.$type;
    const members = content.members(typeof typeName === "string" ? typeName : undefined);
    return this.record(members, value, path);
  }

  #listValue(
    content: Extract<Content, { kind: "list" }>,
    rank: number,
    value: unknown,
    path: string,
  ): unknown {
    return this.#items(value, path, (item, at) =>
      rank > 1
        ? this.#listValue(content, rank - 1, item, at)
        : this.#value(content.item(), item, at),
    );
  }

  #orderedItem(
    { members, mixed }: Extract<Content, { kind: "ordered" }>,
    item: unknown,
    path: string,
  ): unknown {
    if (typeof item === "string" && mixed) return item;
    if (isRecord(item)) return this.record(members, item, path);
    throw new UsageError(`${path} must be a JSON object with one member.`);
  }
}

function simpleValue(
  { type, open }: Extract<Content, { kind: "simple" }>,
  value: unknown,
  path: string,
): unknown {
  const { builtin, expected, example, parse, fromJson } = simpleValues(type, open);
  const converted = value instanceof FlagText ? parse(value.text) : fromJson(value);
  if (converted !== undefined) return converted;
  // JSON may contain secrets; options do not.
  const place =
    value instanceof FlagText
      ? `The option ${value.flag} has the value "${value.text}", which`
      : `${path} has a value that`;
  const what = builtin === undefined ? "not valid" : `not a valid ${builtin}`;
  throw new UsageError(`${place} is ${what}: expected ${expected}, for example ${example}.`);
}

function xmlValue(value: unknown, path: string): unknown {
  const text = value instanceof FlagText ? value.text : value;
  try {
    if (typeof text === "string") return readElement(text);
  } catch {}
  throw new UsageError(`${path} must be an XML element in a string, for example <a>text</a>.`);
}

function attachmentValue(value: unknown, path: string): unknown {
  const bytes = simpleValue({ kind: "simple", type: "base64Binary", open: false }, value, path);
  return bytes instanceof Uint8Array ? attachment(bytes) : bytes;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof FlagText)
  );
}
