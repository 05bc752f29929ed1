/** Values of types and elements in their TypeScript form. */
import { arrayItem } from "../../src/codegen/model/arrays.js";
import { isRepeated } from "../../src/codegen/shape/node.js";
import type {
  ComplexDefinition,
  ElementDeclaration,
  QName,
  SoapArray,
  TypeDefinition,
} from "../../src/contract/index.js";
import { complexValue, nilValue } from "./complex-value.js";
import type { Context } from "./context.js";
import { simpleValue, valueFromText } from "./simple-value.js";
import { anyContent } from "./wildcard-value.js";

export type ElementLike = Pick<ElementDeclaration, "type" | "nillable"> & {
  readonly name: Pick<QName, "namespace" | "local">;
  readonly constraint?: ElementDeclaration["constraint"];
};

/** The share of nillable values that are nil. */
const NIL = 0.15;

export function elementValue(element: ElementLike, context: Context): unknown {
  const { type, nillable, constraint, name } = element;
  const fixed = constraint?.kind === "fixed" ? constraint.value : undefined;
  if (nillable && fixed === undefined && !(type.kind === "complex" && type.abstract)) {
    const isEndless = !Number.isFinite(context.subject.heights.of(type));
    const isShort = context.isTight && type.kind === "complex";
    if (isEndless || isShort || context.draw.chance(NIL)) return nilOf(type, context);
  }
  return context.inside(() => typeValue(type, name, context, fixed));
}

/** A nil element has attributes, too (part 1 §3.3.4): without the required ones it is not valid. */
function nilOf(type: TypeDefinition, context: Context): object | null {
  if (type.kind !== "complex" || type.soapArray !== undefined) return null;
  return arrayItem(type) === undefined ? nilValue(type, context) : null;
}

/** @param fixed the only text that is allowed */
export function typeValue(
  type: TypeDefinition,
  name: ElementLike["name"],
  context: Context,
  fixed?: string,
): unknown {
  if (type.kind === "any") return anyContent(name, context);
  if (type.kind !== "complex") {
    return fixed === undefined ? simpleValue(type, context.draw) : valueFromText(type, fixed);
  }
  if (type.soapArray !== undefined) return soapArray(type.soapArray, context);
  return arrayValue(type, context) ?? chosen(type, context, fixed);
}

/** A value of the type or of a type that may replace it. */
function chosen(type: ComplexDefinition, context: Context, fixed: string | undefined): object {
  const { model, heights } = context.subject;
  const able = heights
    .alternatives(type)
    .filter((each) => each === type || model.nameOf(each) !== undefined);
  const alternative = context.way(able, (each) => heights.ofExact(each));
  const value = complexValue(alternative, context, fixed);
  return alternative === type ? value : { $type: model.nameOf(alternative), ...value };
}

function arrayValue(type: ComplexDefinition, context: Context): readonly unknown[] | undefined {
  const item = arrayItem(type);
  if (item === undefined) return undefined;
  const isEndless = !Number.isFinite(context.subject.heights.ofElement(item.element));
  const most = isRepeated(item) ? item.maxOccurs : 1;
  const count = isEndless ? item.minOccurs : context.count(item.minOccurs, most);
  return Array.from({ length: count }, () => elementValue(item.element, context));
}

/** Nested arrays for several dimensions; all rows have the same length (SOAP 1.1 §5.4.2). */
function soapArray({ item, ranks }: SoapArray, context: Context): readonly unknown[] {
  const one = () =>
    elementValue({ type: item, nillable: true, name: { namespace: "", local: "item" } }, context);
  const isEndless = !Number.isFinite(context.subject.heights.of(item));
  const length = () => (isEndless ? 0 : context.count(0, "unbounded"));
  let make = one;
  for (const rank of ranks) {
    const inner = make;
    make = () => {
      const lengths = Array.from({ length: rank }, length);
      // The number of empty rows would not be visible.
      return rows(rank > 1 && lengths.includes(0) ? lengths.map(() => 1) : lengths, inner);
    };
  }
  const value = make();
  return Array.isArray(value) ? value : [];
}

function rows(lengths: readonly number[], inner: () => unknown): readonly unknown[] {
  const [length = 0, ...others] = lengths;
  return Array.from({ length }, () => (others.length === 0 ? inner() : rows(others, inner)));
}
