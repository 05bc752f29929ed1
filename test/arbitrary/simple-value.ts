/** Values of simple types in their TypeScript form, within all their facets. */

import { lexicals } from "../../src/codec/values/builtins.js";
import type { Lexical } from "../../src/codec/values/lexical.js";
import { lexicalOf } from "../../src/codec/values/simple-type.js";
import { isAttachmentReference } from "../../src/codegen/model/mappings.js";
import { isStringEnumeration } from "../../src/codegen/model/reached-types.js";
import type { SimpleDefinition } from "../../src/contract/index.js";
import { attachment } from "../../src/mime/attachment.js";
import type { BuiltinName, SimpleType } from "../../src/schema/index.js";
import { isTime, isTimeWithin, timeText } from "./dates.js";
import { type Draw, Unsatisfiable } from "./draw.js";
import { type Facets, facetsOf, matchesPatterns } from "./facets.js";
import { decimalText, floatText, integerText, isInteger } from "./numbers.js";
import { textOf } from "./texts.js";

/** The number of attempts to draw a text of the type. */
const TRIES = 60;

/** The largest number of optional items of a list. */
const MORE_ITEMS = 3;

/** @throws Unsatisfiable when no value is found */
export function simpleValue(type: SimpleDefinition, draw: Draw): unknown {
  if (isAttachmentReference(type)) return attachment(new Uint8Array());
  const facets = facetsOf(type);
  const lexical = lexicalFor(type);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const value = candidate(facets, lexical, draw);
    const text = value === undefined ? undefined : lexical.format(value);
    if (text !== undefined && isWithin(facets, value, text)) return value;
  }
  const name = type.kind === "builtin" ? type.name.local : (type.name?.local ?? "anonymous");
  throw new Unsatisfiable(`no value of the type ${name} was found`);
}

/** The text of a value in a message. */
export function simpleText(type: SimpleDefinition, draw: Draw): string {
  return lexicalFor(type).format(simpleValue(type, draw)) ?? "";
}

/** A fixed or listed value by its lexical form. */
export function valueFromText(type: SimpleDefinition, text: string): unknown {
  return lexicalFor(type).parse(text);
}

const known = new WeakMap<SimpleDefinition, Lexical>();

function lexicalFor(type: SimpleDefinition): Lexical {
  let lexical = known.get(type);
  if (lexical === undefined) {
    lexical = lexicalOf(wireOf(type));
    known.set(type, lexical);
  }
  return lexical;
}

/** A simple type in the form of the wire schema. */
function wireOf(type: SimpleDefinition): SimpleType {
  switch (type.kind) {
    case "builtin":
      return isBuiltinName(type.name.local) ? type.name.local : "string";
    case "list":
      return { list: wireOf(type.item) };
    case "union":
      return { union: type.members.map(wireOf) };
    case "restriction":
      return wireOf(type.base);
    case "enumeration":
      if (!isStringEnumeration(type)) return wireOf(type.base);
      return { enumeration: Object.fromEntries(type.values.map(({ value }) => [value, value])) };
  }
}

function isBuiltinName(name: string): name is BuiltinName {
  return Object.hasOwn(lexicals, name);
}

function candidate(facets: Facets, lexical: Lexical, draw: Draw): unknown {
  const { root, values, patterns } = facets;
  if (values !== undefined) return lexical.parse(draw.pick(values));
  if (root.kind === "list") {
    const { minLength, maxLength } = facets;
    const most = Math.min(maxLength, minLength + MORE_ITEMS);
    return draw.list(minLength, most, () => itemValue(root.item, draw));
  }
  // A text of one member type that an earlier member type accepts is decoded as the earlier one.
  if (root.kind === "union") {
    const text = lexical.format(simpleValue(draw.pick(root.members), draw));
    return text === undefined ? undefined : lexical.parse(text);
  }
  const [step] = patterns.slice(-1);
  const name = root.name.local;
  if (step !== undefined) return lexical.parse(draw.pick(step).text(draw));
  return builtinValue(name, facets, lexical, draw);
}

function builtinValue(name: string, facets: Facets, lexical: Lexical, draw: Draw): unknown {
  const { minLength, maxLength } = facets;
  const length = () => draw.integer(minLength, Math.min(maxLength, minLength + 8));
  if (name === "base64Binary" || name === "hexBinary") {
    return Uint8Array.from({ length: length() }, () => draw.integer(0, 255));
  }
  if (name === "QName" || name === "NOTATION") return "{urn:example:names}name";
  if (name === "IDREFS" || name === "NMTOKENS" || name === "ENTITIES") {
    const count = Math.max(1, length());
    return draw.list(count, count, () => textOf("NCName", WORD, draw));
  }
  return lexical.parse(builtinText(name, facets, draw));
}

/** The types of the items of built-in lists. */
const WORD = { minLength: 1, maxLength: 8, isCollapsed: true };

function builtinText(name: string, facets: Facets, draw: Draw): string {
  if (name === "boolean") return draw.pick(["true", "false"]);
  if (isInteger(name)) return integerText(name, facets, draw);
  if (name === "decimal") return decimalText(facets, draw);
  if (name === "float" || name === "double") return floatText(name, facets, draw);
  return isTime(name) ? timeText(name, facets, draw) : textOf(name, facets, draw);
}

function isWithin(facets: Facets, value: unknown, text: string): boolean {
  const { root, minLength, maxLength, values } = facets;
  if (!matchesPatterns(facets, text)) return false;
  if (values !== undefined) return true;
  if (typeof value !== "string" || root.kind !== "builtin") return true;
  if (isTime(root.name.local)) return isTimeWithin(facets, text);
  if (root.name.local === "decimal") return isDecimalWithin(facets, text);
  const { length } = [...value];
  return length >= minLength && length <= maxLength;
}

/** An item of a list; a blank would split it. */
function itemValue(type: SimpleDefinition, draw: Draw): unknown {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const value = simpleValue(type, draw);
    if (typeof value !== "string" || /^\S+$/.test(value)) return value;
  }
  throw new Unsatisfiable("no item of a list was found");
}

function isDecimalWithin({ totalDigits, fractionDigits }: Facets, text: string): boolean {
  const [, whole = "", fraction = ""] = /^[+-]?0*(\d*)\.?(\d*?)0*$/.exec(text) ?? [];
  return fraction.length <= fractionDigits && whole.length + fraction.length <= totalDigits;
}
