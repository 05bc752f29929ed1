/** An operation with the names that it has in the generated code. */

import type { Message, Operation, Part } from "../../contract/index.js";
import { statusPrefix } from "../../schema/index.js";
import { OF_OBJECTS } from "../shape/member-names.js";
import { isRepeated, type MemberNode } from "../shape/node.js";
import { shapeOf } from "../shape/shape.js";
import { looseParts, type MessageForm, messageForm, type PartsMessage } from "./messages.js";
import { type NameTable, typeName } from "./names.js";
import { isStringEnumeration, type Root } from "./reached-types.js";

export interface OperationModel {
  /** The name of the method: that of the operation, with a suffix for overloads. */
  readonly name: string;
  readonly operation: Operation;
  /** The name of the constant of its wire schema. */
  readonly variable: string;
  readonly request: MessageModel | undefined;
  readonly response: MessageModel | undefined;
  readonly requestHeader: HeaderModel | undefined;
  readonly responseHeader: HeaderModel | undefined;
  readonly faults: FaultsModel | undefined;
  readonly outcome: OutcomeModel | undefined;
}

export interface MessageModel {
  readonly name: string;
  readonly form: MessageForm;
}

export interface HeaderModel {
  readonly name: string;
  readonly form: PartsMessage;
}

export interface FaultsModel {
  readonly name: string;
  readonly faults: readonly FaultModel[];
}

export interface FaultModel {
  readonly name: string;
  readonly form: PartsMessage;
  /** Whether it is a header block, not the detail of the fault. */
  readonly inHeader: boolean;
}

export interface OutcomeModel {
  readonly name: string;
  /** The member of the response with the status. */
  readonly result: MemberNode;
  readonly statuses: readonly string[];
}

/** The types of an operation's parts: the roots of all types that it uses. */
export function operationRoots(operation: Operation): readonly Root[] {
  const { input, output, faults } = operation;
  const messages = [input, output].flatMap((message) => {
    if (message === undefined) return [];
    const form = messageForm(message, operation, "");
    const content = form.kind === "content" && form.type.name === undefined ? form.type : undefined;
    return messageParts(message).map((part) => {
      const root = partRoot(part, operation);
      // The same element may be a header, too.
      const isInline = root.type === content && message.parts.includes(part);
      return isInline ? { ...root, isInline } : root;
    });
  });
  const others = faults.flatMap(({ parts }) => parts.map((part) => partRoot(part, operation)));
  return [...messages, ...others];
}

/** As `operationRoots`, of encoded parts only. */
export function encodedRoots(operation: Operation): readonly Root[] {
  const { input, output, faults } = operation;
  const messages = [input, output].filter((message) => message !== undefined);
  const encodedParts = [
    ...[...messages, ...faults].flatMap(({ parts, use }) => (use === "encoded" ? parts : [])),
    ...messages.flatMap(({ headers }) =>
      hasEncoded(headers) ? headers.flatMap(({ part, faults }) => [part, ...faults]) : [],
    ),
  ];
  return encodedParts.map((part) => partRoot(part, operation));
}

function partRoot(part: Part, { name }: Operation): Root {
  if ("type" in part) return { type: part.type, owner: `${name}_${part.name}`, namespace: "" };
  const { type, name: element } = part.element;
  return { type, owner: element.local, namespace: element.namespace };
}

function messageParts({ parts, headers, attachments }: Message): readonly Part[] {
  const inHeaders = headers.flatMap((header) => [header.part, ...header.faults]);
  return [...parts, ...inHeaders, ...attachments.map(({ part }) => part)];
}

/** Names of messages by their signatures. Several ports can share a message. */
export type MessageNames = Map<string, string>;

/** @param name that of the method */
export function nameOperation(
  name: string,
  operation: Operation,
  names: NameTable,
  shared: MessageNames,
): Omit<OperationModel, "variable"> {
  const { input, output } = operation;
  const faults = faultsOf(operation);
  const named = (kind: string) => {
    const key = [kind, name, operation.style, signatureOf(input), signatureOf(output)].join(" ");
    const given = shared.get(key) ?? names.claim(`${typeName(name)}${kind}`, "Message");
    shared.set(key, given);
    return given;
  };
  const request = input && {
    name: named("Request"),
    form: messageForm(input, operation, operation.name),
  };
  const response = output && {
    name: named("Response"),
    form: messageForm(output, operation, `${operation.name}Response`),
  };
  return {
    name,
    operation,
    request,
    response,
    requestHeader: header(input, () => named("RequestHeader")),
    responseHeader: header(output, () => named("ResponseHeader")),
    faults: faults.length === 0 ? undefined : { name: named("Faults"), faults },
    outcome:
      request?.form.kind === "content" && response?.form.attachments.length === 0
        ? modelOutcome(response?.form, () => named("Outcome"))
        : undefined,
  };
}

function signatureOf(message: Message | undefined): string {
  if (message === undefined) return "-";
  const { use, namespace, headers } = message;
  const inHeaders = headers.map(({ part }) => part.name);
  return [message.name.key, use, namespace, ...inHeaders].join(" ");
}

/**
 * Methods that JavaScript and its libraries call: `await` calls `then`, `JSON.stringify` calls `toJSON`, a template calls
 * `toString`. Each would send a request. An object of handlers can't have members of these names with other types.
 */
const IMPLICIT: ReadonlySet<string> = new Set([...OF_OBJECTS, "then", "toJSON"]);

/**
 * The method of an operation. Overloads after the first have the name of their input as a suffix (WSDL 1.1 §2.4.5).
 *
 * @param operations those of the client, by name
 */
export function methodOf(
  operation: Operation,
  operations: ReadonlyMap<string, readonly Operation[]>,
): string {
  const namesakes = operations.get(operation.name) ?? [];
  const isFirst = namesakes[0] === operation || namesakes.length < 2;
  if (isFirst) {
    let { name } = operation;
    while (IMPLICIT.has(name) || (name !== operation.name && operations.has(name))) name += "_";
    return name;
  }
  const label = operation.input?.label ?? operation.output?.label ?? "";
  return `${operation.name}_${label === `${operation.name}Request` ? operation.input?.name.local : label}`;
}

function header(message: Message | undefined, name: () => string): HeaderModel | undefined {
  if (message === undefined || message.headers.length === 0) return undefined;
  const { headers } = message;
  return {
    name: name(),
    form: looseParts(headers, hasEncoded(headers)),
  };
}

function hasEncoded(headers: Message["headers"]): boolean {
  return headers.some(({ use }) => use === "encoded");
}

/** The faults of the detail, and those of header blocks, which have the names of their parts (WSDL 1.1 §3.6, §3.7). */
function faultsOf({ input, output, faults }: Operation): readonly FaultModel[] {
  const found = new Map<string, FaultModel>();
  for (const { name, parts, use } of faults) {
    const placed = parts.map((part) => ({ part, namespace: "" }));
    const form = looseParts(placed, use === "encoded");
    found.set(name, { name, form, inHeader: false });
  }
  for (const each of [...(input?.headers ?? []), ...(output?.headers ?? [])]) {
    for (const part of each.faults) {
      if (found.get(part.name)?.inHeader === true) continue;
      const name = found.has(part.name) ? `$${part.name}` : part.name;
      const form = looseParts([{ part, namespace: each.namespace }], each.use === "encoded");
      found.set(name, { name, form, inHeader: true });
    }
  }
  return [...found.values()];
}

/**
 * A response has an outcome if its first member is a single enumeration of statuses and no other member is named `status`
 * or `ret`. A listed status `Unlisted` shares its arm with the values that are not listed; `ret` has the original value.
 */
function modelOutcome(form: MessageForm | undefined, name: () => string): OutcomeModel | undefined {
  // The status of an encoded message may be null.
  if (form?.encoded === true) return undefined;
  const members = plainMembers(form);
  const [result, ...outs] = members ?? [];
  const type = result?.element.type;
  if (result === undefined || type?.kind !== "enumeration" || !isStringEnumeration(type))
    return undefined;
  if (result.minOccurs === 0 || result.element.nillable || isRepeated(result)) return undefined;
  if (outs.some(({ member }) => member === "status" || member === "ret")) return undefined;
  const values = type.values.map(({ value }) => value);
  const prefix = statusPrefix(values);
  if (prefix === undefined) return undefined;
  return {
    name: name(),
    result,
    statuses: [...new Set(values)].map((value) => value.slice(prefix.length)),
  };
}

/** The members of a message that consists of elements only; `undefined` for any other message. */
export function plainMembers(form: MessageForm | undefined): readonly MemberNode[] | undefined {
  if (form?.kind !== "content") return undefined;
  const { nodes, attributes, base, anyAttribute, value } = shapeOf(form.type);
  if (attributes.length > 0 || base !== undefined || anyAttribute || value !== undefined)
    return undefined;
  const members = nodes.filter((node) => node.kind === "member");
  return members.length === nodes.length ? members : undefined;
}
