/** Elements as objects of a wire schema (XML Schema part 1 §3.3). */
import type { ComplexDefinition, QName, TypeDefinition } from "../../contract/index.js";
import type { ArrayType, ElementSchema, Occurs, TypeReference } from "../../schema/index.js";
import { type ArrayItem, arrayItem } from "../model/arrays.js";
import type { PartMember } from "../model/messages.js";
import type { Model } from "../model/model.js";
import { isRepeated } from "../shape/node.js";
import { emptyValue } from "./empty-value.js";
import { fixedOf, occursOf } from "./facets.js";
import { simpleWire } from "./simple-type.js";
import type { WireTypes } from "./wire-types.js";

/** Names of elements that contain a secret. An enumeration, such as a result, never contains one. */
const SECRET = /passw(?:or)?d|pwd|secret|auth_?code|token/i;

/** An element with all that its wire schema states. */
export interface WireElement {
  readonly local: string;
  readonly namespace: string;
  readonly member: string;
  readonly type: TypeDefinition;
  readonly nillable: boolean;
  readonly optional: boolean;
  readonly repeated: boolean;
  readonly open: boolean;
  /** The value of the empty element, in its lexical form. */
  readonly empty?: string | undefined;
  readonly occurs?: Occurs | undefined;
  readonly fixed?: string | undefined;
}

/** @param outer the namespace that its type has for elements */
export function elementWire(element: WireElement, outer: string, types: WireTypes): ElementSchema {
  const { local, namespace, member, type, optional, repeated, nillable, open } = element;
  const { empty, occurs, fixed } = element;
  return {
    element: local,
    ...(namespace !== outer && { namespace }),
    ...(member !== local && { member }),
    type: typeWire(type, types),
    ...typeNameOf(type, types),
    ...(optional && { minOccurs: 0 }),
    ...(repeated && { maxOccurs: "unbounded" }),
    ...(occurs !== undefined && { occurs }),
    ...(nillable && { nillable }),
    ...(open && { open }),
    ...(empty !== undefined && { default: empty }),
    ...(fixed !== undefined && { fixed }),
    ...(isSecret(local, type) && { secret: true }),
  };
}

function typeWire(type: TypeDefinition, types: WireTypes): TypeReference {
  if (type.kind === "any") return { any: "content" };
  if (type.kind !== "complex") return simpleWire(type, types);
  if (type.soapArray !== undefined) return soapArrayWire(type, type.soapArray, types);
  const item = arrayItem(type);
  if (item === undefined) return types.reference(type);
  const { namespace } = item.element.name;
  return {
    namespace,
    item: elementWire(arrayElement(item, types.model), namespace, types),
    ...types.wireName(type),
  };
}

/** Of several brackets the last are the outermost array's (SOAP 1.1 §5.4.2). */
function soapArrayWire(
  type: ComplexDefinition,
  { item, ranks, element }: NonNullable<ComplexDefinition["soapArray"]>,
  types: WireTypes,
): TypeReference {
  const name = typeKey(item.name);
  let brackets = "";
  let wire = typeWire(item, types);
  for (const [index, rank] of ranks.entries()) {
    const isOutermost = index === ranks.length - 1;
    const { local = "item", namespace = "" } = (isOutermost && element?.name) || {};
    const wireItem: ElementSchema = {
      element: local,
      ...(namespace !== "" && { namespace }),
      type: wire,
      ...(brackets === "" && typeNameOf(item, types)),
      nillable: true,
      ...(isSecret(local, item) && { secret: true }),
    };
    brackets += `[${",".repeat(rank - 1)}]`;
    const array: ArrayType = {
      namespace: "",
      item: wireItem,
      soapArray: name + brackets,
      ...(isOutermost && types.wireName(type)),
    };
    wire = array;
  }
  return wire;
}

/** The type that an element of an encoded message states, unless it is a built-in type. */
function typeNameOf(type: TypeDefinition, { model }: WireTypes): Pick<ElementSchema, "typeName"> {
  return model.isEncoded && isDerivedSimple(type) ? { typeName: type.name?.toString() ?? "" } : {};
}

/** The item of a type that is an array. */
export function arrayElement(item: ArrayItem, model: Model): WireElement {
  const { name, type, nillable } = item.element;
  const { local, namespace } = name;
  const optional = item.minOccurs === 0;
  const repeated = isRepeated(item);
  const exact = { occurs: occursOf(item, model), fixed: fixedOf(item.element, model) };
  const plain = { local, namespace, member: local, type, nillable, optional, repeated };
  return { ...plain, open: false, ...exact };
}

/** A part of a message. */
export function partElement(
  { local, member, namespace, type, nillable, optional, constraint }: PartMember,
  model: Model,
): WireElement {
  const once = { repeated: false, open: false };
  const empty = emptyValue({ type, constraint });
  const fixed = fixedOf({ constraint }, model);
  return { local, namespace, member, type, nillable, optional, empty, fixed, ...once };
}

export function isDerivedSimple(type: TypeDefinition): boolean {
  return type.kind !== "complex" && type.kind !== "any" && type.kind !== "builtin";
}

function typeKey(name: QName | undefined): string {
  return name?.toString() ?? "{http://www.w3.org/2001/XMLSchema}anyType";
}

export function isSecret(local: string, type: TypeDefinition): boolean {
  const isText = type.kind === "builtin" || type.kind === "restriction";
  return isText && SECRET.test(local);
}
