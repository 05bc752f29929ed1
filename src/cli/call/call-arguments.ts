/** Arguments of an operation: from flags and from JSON to the values that its request type has. */
import { InvalidArgumentError } from "commander";
import { type Lexical, lexicalOf } from "../../codec/index.js";
import {
  type ElementSchema,
  elementsOf,
  isComplex,
  isSimple,
  messageElements,
  type Operation,
  type TypeReference,
} from "../../schema/index.js";
import { UsageError } from "../failure/errors.js";

/** An argument that a flag can hold: one value of a simple type, and no secret. */
export interface FlagArgument {
  readonly name: string;
  /** What the value is, `int` or `Enabled|Disabled`. */
  readonly type: string;
  /** @throws InvalidArgumentError where the text is outside the type */
  parse(text: string): unknown;
}

/** The arguments of an operation that have a flag of their own. */
export function flagArguments(operation: Operation): FlagArgument[] {
  return messageElements(operation.input).flatMap((element) => {
    const simple = simpleType(element);
    if (simple === undefined || element.secret === true) return [];
    const parse = (text: string) => {
      const value = simple.lexical.parse(text);
      if (value === undefined)
        throw new InvalidArgumentError(`It takes ${simple.lexical.expected}.`);
      return value;
    };
    return [{ name: element.element, type: simple.type, parse }];
  });
}

/** The names of an operation's arguments that have no flag. */
export function inputOnly(operation: Operation): string[] {
  const flags = new Set(flagArguments(operation).map(({ name }) => name));
  const names = messageElements(operation.input).map(({ element }) => element);
  return names.filter((name) => !flags.has(name));
}

function simpleType(element: ElementSchema): { type: string; lexical: Lexical } | undefined {
  const type = resolve(element.type);
  if (element.maxOccurs === "unbounded") return undefined;
  if (typeof type !== "string" && !("enumeration" in type)) return undefined;
  const name = typeof type === "string" ? type : Object.values(type.enumeration).join("|");
  return { type: name, lexical: lexicalOf(type, element.open === true) };
}

/**
 * The request in a JSON text. Digits in a string become a `bigint` and base64 becomes bytes where the schema says so;
 * whether all other values fit is for the encoder to say.
 *
 * @param secrets whether secret arguments may stand in it
 * @throws UsageError when it is no JSON object, or names what the operation does not take
 */
export function requestFromJson(
  operation: Operation,
  json: string,
  secrets: boolean,
): Record<string, unknown> {
  const value = parseJson(json);
  if (!isRecord(value)) throw new UsageError("--input takes a JSON object.");
  const secret = messageElements(operation.input).find(
    (element) => element.secret === true && Object.hasOwn(value, element.element),
  );
  if (secret !== undefined && !secrets) {
    throw new UsageError(
      `${secret.element} is a secret and would show in the process list: give it with --input @file or --input -.`,
    );
  }
  return membersValue(messageElements(operation.input), value, operation.name);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The parser's own message quotes the text, which may hold a secret.
    throw new UsageError("--input takes a JSON object, and what it holds is no JSON.");
  }
}

function membersValue(
  members: readonly ElementSchema[],
  value: Record<string, unknown>,
  path: string,
): Record<string, unknown> {
  const elements = new Map(members.map((element) => [element.element, element]));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const element = elements.get(name);
      if (element === undefined) {
        const names = [...elements.keys()].join(", ") || "nothing";
        throw new UsageError(`${path} takes no "${name}" but ${names}.`);
      }
      return [name, elementValue(element, member, `${path}/${name}`)];
    }),
  );
}

function elementValue(element: ElementSchema, value: unknown, path: string): unknown {
  if (element.maxOccurs !== "unbounded") return typeValue(element.type, value, path);
  if (!Array.isArray(value)) throw new UsageError(`${path} takes a JSON array.`);
  return value.map((item, index) => typeValue(element.type, item, `${path}[${index}]`));
}

function typeValue(reference: TypeReference, value: unknown, path: string): unknown {
  if (value === null) return null;
  const type = resolve(reference);
  if (isSimple(type)) {
    return simpleValue(lexicalOf(type, true), value);
  }
  if (!isComplex(type)) return "item" in type ? elementValue(type.item, value, path) : value;
  if (!isRecord(value)) throw new UsageError(`${path} takes a JSON object.`);
  return membersValue(elementsOf(type), value, path);
}

/** What JSON has no form for is in a string there, as the wire has it; a small `bigint` may be a number too. */
function simpleValue(lexical: Lexical, value: unknown): unknown {
  if (typeof value !== "string" && !Number.isSafeInteger(value)) return value;
  const parsed = lexical.parse(String(value));
  return typeof parsed === "bigint" || parsed instanceof Uint8Array ? parsed : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function resolve(type: TypeReference) {
  return typeof type === "function" ? type() : type;
}
