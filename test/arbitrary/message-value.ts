/** Requests, responses, headers and details of faults in the form of the generated types. */
import type fc from "fast-check";
import type { MessageForm } from "../../src/codegen/model/messages.js";
import type { Model } from "../../src/codegen/model/model.js";
import type { Contract } from "../../src/contract/index.js";
import { attachment } from "../../src/mime/attachment.js";
import { Context, type Subject } from "./context.js";
import { type Draw, drawn } from "./draw.js";
import { Heights } from "./heights.js";
import type { Members } from "./record-value.js";
import { elementValue, typeValue } from "./type-value.js";

/** The share of optional parts that are present. */
const SHARES = [0, 0.3, 0.6, 1];

/** The arbitrary of a message; its values throw `Unsatisfiable` if the contract allows none. */
export function messageValues(
  { elements }: Contract,
  model: Model,
): (form: MessageForm) => fc.Arbitrary<object> {
  const subject = { model, elements, heights: new Heights(model) };
  return (form) => drawn((draw) => messageValue(form, subject, draw));
}

function beside({ attachments }: MessageForm): Members {
  return Object.fromEntries(attachments.map(({ local }) => [local, attachment(new Uint8Array())]));
}

function messageValue(form: MessageForm, subject: Subject, draw: Draw): object {
  const context = new Context(subject, draw, draw.pick(SHARES));
  if (form.kind === "content") {
    const value = typeValue(form.type, form.element.name, context);
    return typeof value === "object" && value !== null ? { ...value, ...beside(form) } : {};
  }
  const members: Members = beside(form);
  for (const { local, member, namespace, type, nillable, optional } of form.members) {
    if (optional && !context.wants()) continue;
    members[member] = elementValue({ type, nillable, name: { namespace, local } }, context);
  }
  return members;
}
