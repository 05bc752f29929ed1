/** Values of complex types: an object with members for elements, attributes and text. */
import { attributesOf, derivationChain, shapeOf } from "../../src/codegen/shape/shape.js";
import type { ComplexDefinition } from "../../src/contract/index.js";
import type { Context } from "./context.js";
import { Unsatisfiable } from "./draw.js";
import { orderedValue } from "./ordered-value.js";
import { fillNode, type Members } from "./record-value.js";
import { simpleValue, valueFromText } from "./simple-value.js";
import { attributeNamespace } from "./wildcard-value.js";

/** A value of this type, not of a type that replaces it. */
export function complexValue(
  type: ComplexDefinition,
  context: Context,
  fixed: string | undefined,
): Members {
  const { heights } = context.subject;
  if (!Number.isFinite(heights.ofExact(type))) {
    throw new Unsatisfiable(`a ${type.name?.local ?? "value"} would have no end`);
  }
  const value: Members = {};
  fillElements(type, value, context, fixed);
  fillAttributes(type, value, context);
  return value;
}

function fillElements(
  type: ComplexDefinition,
  value: Members,
  context: Context,
  fixed: string | undefined,
): void {
  const shape = shapeOf(type);
  if (shape.base !== undefined) fillElements(shape.base, value, context, undefined);
  if (shape.value !== undefined || "$value" in value) {
    const text = type.text ?? shape.value;
    if (text !== undefined) {
      value.$value =
        fixed === undefined ? simpleValue(text, context.draw) : valueFromText(text, fixed);
    }
  } else if (shape.form === "content") value.$content = orderedValue(type, shape, context);
  else for (const node of shape.nodes) fillNode(node, value, context, false);
}

/** A nil element of the type: `null` if it has no attribute. */
export function nilValue(type: ComplexDefinition, context: Context): Members | null {
  const attributes: Members = {};
  fillAttributes(type, attributes, context);
  return Object.keys(attributes).length === 0 ? null : { $nil: true, ...attributes };
}

function fillAttributes(type: ComplexDefinition, value: Members, context: Context): void {
  for (const { member, attribute } of attributesOf(type)) {
    if (!attribute.required && !context.wants()) continue;
    const { constraint } = attribute;
    value[member] =
      constraint?.kind === "fixed"
        ? valueFromText(attribute.type, constraint.value)
        : simpleValue(attribute.type, context.draw);
  }
  const wildcard = derivationChain(type).findLast(
    (each) => each.anyAttribute !== undefined,
  )?.anyAttribute;
  if (wildcard === undefined || wildcard.processContents === "strict" || !context.wants()) return;
  const namespace = attributeNamespace(wildcard);
  if (namespace !== undefined) value.$attributes = { [`{${namespace}}anything`]: ' a < "b" & c' };
}
