/**
 * Parameters as .NET's XmlSerializer reads them: in any order, unknown and repeated ones passed over, missing ones null or
 * the default of their type.
 */
import {
  type ArrayType,
  type ComplexType,
  type ElementSchema,
  elementsOf,
  isComplex,
  isSimple,
  resolveType,
  type SimpleType,
  type TypeSchema,
} from "../../soap/schema.js";
import type { XmlElement } from "../../soap/xml/element.js";
import { XSI_NAMESPACE } from "../../soap/xml/scope.js";
import { RequestFault } from "./fault.js";
import type { Values } from "./service.js";

const INT_MAX = 2_147_483_647;

/** @param element `undefined` where the request has another element than the method's: all is null then */
export function readSequence(type: ComplexType, element: XmlElement | undefined): Values {
  return Object.fromEntries(
    elementsOf(type).map((member) => {
      const child = element && childOf(element, type.namespace, member.element);
      return [member.element, child === undefined ? defaultOf(member) : readElement(member, child)];
    }),
  );
}

function childOf(element: XmlElement, namespace: string, local: string): XmlElement | undefined {
  return element.elements(local).find((child) => child.name.namespace === namespace);
}

function readElement(member: ElementSchema, element: XmlElement): unknown {
  const type = resolveType(member.type);
  if (isNil(element) && isReference(type)) return type === "string" ? "" : undefined;
  if (isComplex(type)) return readSequence(type, element);
  if (isSimple(type)) return readSimple(type, element.text, member.element);
  return "item" in type ? readArray(type, element) : element;
}

function readArray({ item, namespace }: ArrayType, element: XmlElement): unknown[] {
  return element
    .elements(item.element)
    .filter((child) => child.name.namespace === namespace)
    .map((child) => (isNil(child) ? null : readElement(item, child)));
}

function isNil(element: XmlElement): boolean {
  return element.attributes.some(
    ({ name, value }) =>
      name.local === "nil" && name.namespace === XSI_NAMESPACE && /^(?:true|1)$/.test(value),
  );
}

/** Whether a value may be null in .NET. */
function isReference(type: TypeSchema): boolean {
  return type === "string" || (typeof type === "object" && !("enumeration" in type));
}

/** What a value type is where it was left out. */
export function defaultOf(member: ElementSchema): unknown {
  const type = resolveType(member.type);
  if (type === "int") return 0;
  if (type === "boolean") return false;
  if (type === "dateTime") return "0001-01-01T00:00:00";
  if (typeof type === "object" && "enumeration" in type) return Object.values(type.enumeration)[0];
  return undefined;
}

/** @throws RequestFault where the text is none of the type's */
export function readSimple(type: SimpleType, text: string, name: string): unknown {
  if (type === "string") return text;
  const word = text.trim();
  if (type === "int") return readInt(word, name);
  if (type === "boolean") {
    if (/^(?:true|1)$/.test(word)) return true;
    if (/^(?:false|0)$/.test(word)) return false;
    throw unreadable(name, `The string '${word}' is not a valid Boolean value.`);
  }
  if (type === "dateTime") {
    if (/^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/.test(word)) return word;
    throw unreadable(name, `The string '${word}' is not a valid AllXsd value.`);
  }
  if (
    typeof type === "object" &&
    "enumeration" in type &&
    !Object.values(type.enumeration).includes(word)
  ) {
    throw unreadable(
      name,
      `Instance validation error: '${word}' is not a valid value for ${name}.`,
    );
  }
  return word;
}

function readInt(word: string, name: string): number {
  if (!/^[+-]?\d+$/.test(word)) {
    throw unreadable(name, "Input string was not in a correct format.");
  }
  const value = Number(word);
  if (value > INT_MAX || value < -INT_MAX - 1) {
    throw unreadable(name, "Value was either too large or too small for an Int32.");
  }
  return value;
}

function unreadable(name: string, reason: string): UnreadableValue {
  return new UnreadableValue(name, reason);
}

/** A value that .NET can't read; where it stands in the document is put in by whoever has that. */
export class UnreadableValue extends RequestFault {
  constructor(
    readonly element: string,
    readonly reason: string,
  ) {
    super("Client", `Server was unable to read request. ---> ${reason}`);
  }
}
