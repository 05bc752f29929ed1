/** Operations as signatures, with what belongs to them in the lines below. */
import type {
  FaultDescription,
  MessageDescription,
  OperationDescription,
  PartDescription,
  PortDescription,
} from "../description.js";
import { type Doc, type Group, span } from "./layout.js";
import type { Names } from "./names.js";
import { attributeDoc, particleDoc, referenceDoc } from "./type-doc.js";
import { globalElement } from "./value-doc.js";

export interface OperationDocs {
  readonly signature: Doc;
  readonly details: readonly Doc[];
}

export function operationDocs(
  operation: OperationDescription,
  port: PortDescription,
  names: Names,
): OperationDocs {
  const { input, output, faults, action } = operation;
  const label = port.protocol.startsWith("http") ? "location" : "action";
  return {
    signature: signature(operation, names),
    details: [
      ...(action === "" ? [] : [[span(`${label} `, "mark"), span(action, "note")]]),
      ...(input === undefined ? [] : besides(input, "in", names)),
      ...(output === undefined ? [] : besides(output, "out", names)),
      ...faults.map((fault) => faultDoc(fault, names)),
    ],
  };
}

/** Most faults are called as the element that they have. */
function faultDoc({ fault, parts, encoded }: FaultDescription, names: Names): Doc {
  const [part] = parts;
  const isSame = parts.length === 1 && part?.element?.replace(/^\{.*\}/s, "") === fault;
  return [
    span("fault ", "mark"),
    ...(isSame ? [] : [span(fault, "name"), span(": ")]),
    ...separated(parts.map((each) => partDoc(each, names))),
    ...encodedMark(encoded),
  ];
}

function signature(operation: OperationDescription, names: Names): Doc {
  const { input, output, pattern } = operation;
  const marks = [pattern === "request-response" ? "" : pattern, wireForm(operation)];
  const text = marks.filter((mark) => mark !== "").join(", ");
  const sent: readonly Doc[] =
    output === undefined ? [] : [span(" ->"), resultDoc(memberDocs(output, names))];
  return [
    span(operation.operation, "name"),
    ...(input === undefined ? [] : [inParentheses(memberDocs(input, names))]),
    ...sent,
    ...(text === "" ? [] : [span(`  [${text}]`, "mark")]),
  ];
}

/** What is not document/literal. */
function wireForm({ style, input, output }: OperationDescription): string {
  const encoded = input?.encoded ?? output?.encoded ?? false;
  if (encoded) return `${style}/encoded`;
  return style === "rpc" ? "rpc/literal" : "";
}

function inParentheses(items: readonly Doc[]): Group {
  return { open: "(", close: ")", padding: "", items, separator: ", " };
}

function resultDoc(items: readonly Doc[]): Doc {
  if (items.length === 0) return span(" ()");
  return { open: "", close: "", padding: " ", items, separator: ", " };
}

function memberDocs(message: MessageDescription, names: Names): readonly Doc[] {
  const { content = [], attributes = [], parts = [] } = message;
  return [
    ...content.map((particle) => particleDoc(particle, names)),
    ...attributes.map((attribute) => attributeDoc(attribute, names)),
    ...parts.map((part) => partDoc(part, names)),
  ];
}

/** A part by element is called as its element, which is what stands in the message. */
function partDoc({ part, element, type }: PartDescription, names: Names): Doc {
  if (element !== undefined && type === undefined) return globalElement(element, names);
  const name = element === undefined ? part : names.short(element);
  return [span(name, "name"), span(": "), referenceDoc(type ?? "xs:anyType", names)];
}

function besides(
  { headers = [], attachments = [] }: MessageDescription,
  direction: "in" | "out",
  names: Names,
): readonly Doc[] {
  return [
    ...headers.map((header) => [
      span(`header ${direction} `, "mark"),
      partDoc(header, names),
      ...encodedMark(header.encoded),
      ...(header.faults ?? []).map((fault) => [span(", fault ", "mark"), partDoc(fault, names)]),
    ]),
    ...attachments.map((attachment) => [
      span(`attachment ${direction} `, "mark"),
      partDoc(attachment, names),
      span(
        attachment.mediaTypes.length === 0 ? "" : ` ${attachment.mediaTypes.join(" | ")}`,
        "note",
      ),
    ]),
  ];
}

function encodedMark(encoded: true | undefined): readonly Doc[] {
  return encoded ? [span("  [encoded]", "mark")] : [];
}

function separated(docs: readonly Doc[]): readonly Doc[] {
  return docs.flatMap((doc, index) => (index === 0 ? [doc] : [span(", "), doc]));
}
