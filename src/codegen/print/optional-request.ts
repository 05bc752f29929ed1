/** Whether a request can be omitted in a call: nothing in it is required. */
import type { ComplexDefinition } from "../../contract/index.js";
import type { MessageForm } from "../model/messages.js";
import type { Node } from "../shape/node.js";
import { shapeOf } from "../shape/shape.js";

export function requestMayBeEmpty(form: MessageForm | undefined): boolean {
  if (form === undefined || form.attachments.length > 0) return false;
  if (form.kind === "parts") return form.members.every(({ optional }) => optional);
  return !form.type.abstract && isOptional(form.type);
}

function isOptional(type: ComplexDefinition): boolean {
  const { base, form, nodes, value, attributes } = shapeOf(type);
  return (
    form !== "content" &&
    value === undefined &&
    nodes.every(mayBeMissing) &&
    attributes.every(({ attribute }) => !attribute.required) &&
    (base === undefined || isOptional(base))
  );
}

function mayBeMissing(node: Node): boolean {
  return (
    node.minOccurs === 0 ||
    (node.kind === "sequence" && node.member === undefined && node.nodes.every(mayBeMissing))
  );
}
