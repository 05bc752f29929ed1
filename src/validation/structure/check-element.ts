/** Elements: how often they occur, and the values of each occurrence. */
import {
  type ArrayType,
  type ElementSchema,
  isComplex,
  isSimple,
  type Occurs,
  resolveType,
  type TypeSchema,
} from "../../schema/index.js";
import { XmlElement } from "../../xml/index.js";
import type { Check } from "./check.js";
import { checkSimple } from "./check-simple.js";
import { isRecord, type Values } from "./values.js";

/** Checks the member of an object for an element. */
export function checkMember(schema: ElementSchema, values: Values, check: Check): void {
  const { element, member = element, minOccurs, maxOccurs } = schema;
  const value = Object.hasOwn(values, member) ? values[member] : undefined;
  if (value === undefined) {
    if (minOccurs !== 0 && check.options.isDecoded !== true) check.missing(member);
    return;
  }
  check.at(member, () => {
    if (maxOccurs === undefined) checkElement(schema, value, check);
    else checkItems(schema, value, check, (item) => checkElement(schema, item, check));
  });
}

interface Repeated {
  readonly minOccurs?: 0;
  readonly occurs?: Occurs;
}

/** Checks an array with one item per occurrence. */
export function checkItems(
  { minOccurs, occurs }: Repeated,
  value: unknown,
  check: Check,
  checkItem: (item: unknown) => void,
): void {
  if (!Array.isArray(value)) {
    check.invalid("an array");
    return;
  }
  if (check.options.facets) {
    const least = minOccurs === 0 ? 0 : (occurs?.min ?? 1);
    const most = occurs?.max ?? Number.POSITIVE_INFINITY;
    checkCount(value.length, least, most, check);
  }
  for (const [index, item] of value.entries()) check.at(index, () => checkItem(item));
}

function checkCount(count: number, least: number, most: number, check: Check): void {
  const found = `it occurs ${count === 1 ? "once" : `${count} times`}`;
  if (count < least) check.report({ facet: "minOccurs", limit: String(least), found });
  else if (count > most) check.report({ facet: "maxOccurs", limit: String(most), found });
}

/** Checks one occurrence. */
export function checkElement(schema: ElementSchema, value: unknown, check: Check): void {
  const isNullable = schema.nillable === true || check.options.isEncoded === true;
  const type = resolveType(schema.type);
  if (value === null) {
    if (!isNullable) check.report({ facet: "nillable", limit: "must not be null" });
    else if (isComplex(type)) check.complex.nil(type, { $nil: true }, check);
  } else if (isNullable && isRecord(value) && value.$nil === true) {
    if (isComplex(type)) check.complex.nil(type, value, check);
    else check.invalid("null, since its type has no attributes");
  } else checkContent(schema, type, value, check);
}

function checkContent(schema: ElementSchema, type: TypeSchema, value: unknown, check: Check): void {
  if (isSimple(type)) checkSimple({ ...schema, type }, value, check);
  else if (isComplex(type)) {
    check.inside(() => check.complex.content(type, value, check, schema));
  } else if ("item" in type) check.inside(() => checkArray(type, value, check));
  else if (!(value instanceof XmlElement)) check.invalid("an XmlElement");
}

function checkArray({ item, soapArray }: ArrayType, value: unknown, check: Check): void {
  // The dimensions of a SOAP array are arrays in arrays.
  const dimensions = /\[(,*)\]$/.exec(soapArray ?? "")?.[1]?.length ?? 0;
  const occurrence = soapArray === undefined ? item : ANY_NUMBER;
  checkItems(occurrence, value, check, (each) => {
    if (dimensions === 0) checkElement(item, each, check);
    else checkRow(item, dimensions, each, check);
  });
}

const ANY_NUMBER = { minOccurs: 0 } as const;

function checkRow(item: ElementSchema, dimensions: number, value: unknown, check: Check): void {
  checkItems(ANY_NUMBER, value, check, (each) => {
    if (dimensions === 1) checkElement(item, each, check);
    else checkRow(item, dimensions - 1, each, check);
  });
}
