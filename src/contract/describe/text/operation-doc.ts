/** Operations as signatures, with their details in the lines below. */
import type {
  ContractJson,
  FaultJson,
  MessageJson,
  OperationJson,
  PartJson,
  PortJson,
} from "../../json/model.js";
import { wrapperOf } from "../wrapper.js";
import { type Doc, type Group, span } from "./layout.js";
import { attributeDocs, contentDocs, referenceDoc, type TextContext } from "./type-doc.js";
import { globalElement } from "./value-doc.js";

export interface OperationContext extends TextContext {
  readonly contract: ContractJson;
  readonly port: PortJson;
}

export interface OperationDocs {
  readonly signature: Doc;
  readonly documentation: string | undefined;
  readonly details: readonly Doc[];
}

export function operationDocs(operation: OperationJson, context: OperationContext): OperationDocs {
  const { input, output, faults = [], action } = operation;
  const label = context.port.protocol.startsWith("http") ? "location" : "action";
  return {
    signature: signature(operation, context),
    documentation: operation.documentation,
    details: [
      ...(action === "" ? [] : [[span(`${label} `, "mark"), span(action, "note")]]),
      ...(input === undefined ? [] : headersAndAttachments(input, "in", context)),
      ...(output === undefined ? [] : headersAndAttachments(output, "out", context)),
      ...faults.map((fault) => faultDoc(fault, context)),
    ],
  };
}

/** The name of a fault is left out if it is that of its element, as it mostly is. */
function faultDoc({ fault, parts, use }: FaultJson, context: OperationContext): Doc {
  const [part] = parts;
  const element = part !== undefined && "element" in part ? part.element : undefined;
  const isSame = parts.length === 1 && element?.replace(/^\{.*\}/s, "") === fault;
  return [
    span("fault ", "mark"),
    ...(isSame ? [] : [span(fault, "name"), span(": ")]),
    ...separated(parts.map((each) => partDoc(each, context))),
    ...encodedMark(use),
  ];
}

function signature(operation: OperationJson, context: OperationContext): Doc {
  const { input, output, pattern } = operation;
  const marks = [pattern ?? "", encodingMark(operation)];
  const text = marks.filter((mark) => mark !== "").join(", ");
  const members = (message: MessageJson) => memberDocs(message, operation, context);
  const result = output === undefined ? [] : [span(" ->"), resultDoc(members(output))];
  return [
    span(operation.operation, "name"),
    ...(input === undefined ? [] : [inParentheses(members(input))]),
    ...result,
    ...(text === "" ? [] : [span(`  [${text}]`, "mark")]),
  ];
}

/** Style and use, unless they are document/literal. */
function encodingMark({ style, input, output }: OperationJson): string {
  if ((input?.use ?? output?.use) === "encoded") return `${style ?? "document"}/encoded`;
  return style === "rpc" ? "rpc/literal" : "";
}

function inParentheses(items: readonly Doc[]): Group {
  return { open: "(", close: ")", padding: "", items, separator: ", " };
}

function resultDoc(items: readonly Doc[]): Doc {
  if (items.length === 0) return span(" ()");
  return { open: "", close: "", padding: " ", items, separator: ", " };
}

function memberDocs(
  message: MessageJson,
  operation: OperationJson,
  context: OperationContext,
): readonly Doc[] {
  const wrapper = wrapperOf(message, operation, context.contract);
  return wrapper === undefined
    ? message.parts.map((part) => partDoc(part, context))
    : [...contentDocs(wrapper.type, context), ...attributeDocs(wrapper.type, context)];
}

/** A part by element is shown with the name of the element, which is in the message. */
function partDoc(part: PartJson, context: OperationContext): Doc {
  if ("type" in part) {
    return [span(part.part, "name"), span(": "), referenceDoc(part.type, context)];
  }
  const { names, elements } = context;
  const type = elements[part.element]?.type;
  return typeof type === "string"
    ? [span(names.short(part.element), "name"), span(": "), referenceDoc(type, context)]
    : globalElement(part.element, names);
}

function headersAndAttachments(
  { headers = [], attachments = [] }: MessageJson,
  direction: "in" | "out",
  context: OperationContext,
): readonly Doc[] {
  return [
    ...headers.map((header) => [
      span(`header ${direction} `, "mark"),
      partDoc(header, context),
      ...encodedMark(header.use),
      ...(header.faults ?? []).map((fault) => [span(", fault ", "mark"), partDoc(fault, context)]),
    ]),
    ...attachments.map((attachment) => {
      const { mediaTypes = [] } = attachment;
      return [
        span(`attachment ${direction} `, "mark"),
        partDoc(attachment, context),
        span(mediaTypes.length === 0 ? "" : ` ${mediaTypes.join(" | ")}`, "note"),
      ];
    }),
  ];
}

function encodedMark(use: "encoded" | undefined): readonly Doc[] {
  return use === undefined ? [] : [span("  [encoded]", "mark")];
}

function separated(docs: readonly Doc[]): readonly Doc[] {
  return docs.flatMap((doc, index) => (index === 0 ? [doc] : [span(", "), doc]));
}
