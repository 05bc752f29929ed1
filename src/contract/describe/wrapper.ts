/** Elements that only wrap the content of a message, which is what a caller sees as parameters. */
import { allOperations, isSimple } from "../json/content.js";
import type {
  ComplexJson,
  ContractJson,
  ElementJson,
  MessageJson,
  OperationJson,
} from "../json/model.js";
import {
  type Reference,
  referencesOfElement,
  referencesOfHeaderFaults,
  referencesOfMessage,
  referencesOfPart,
  referencesOfType,
} from "../json/references.js";

export interface Wrapper {
  readonly element: string;
  /** The name of its type; `undefined` for a type without a name. */
  readonly typeName: string | undefined;
  readonly type: ComplexJson;
}

/**
 * The wrapper of a document message: its only element, if it has only elements and attributes. Its type has no name, or the
 * element of the input is called as the operation, which is the convention for wrapped messages.
 */
export function wrapperOf(
  message: MessageJson,
  operation: OperationJson,
  { elements, types }: ContractJson,
): Wrapper | undefined {
  const name = onlyElement(message, operation);
  const element = name === undefined ? undefined : elements[name];
  if (name === undefined || element === undefined) return undefined;
  const typeName = typeof element.type === "string" ? element.type : undefined;
  const type = typeof element.type === "string" ? types[element.type] : element.type;
  if (type === undefined || isSimple(type) || !isPlain(element, type)) return undefined;
  const input = operation.input && onlyElement(operation.input, operation);
  const isOwn = typeName === undefined || input?.replace(/^\{.*\}/s, "") === operation.operation;
  return isOwn ? { element: name, typeName, type } : undefined;
}

function onlyElement({ parts }: MessageJson, { style }: OperationJson): string | undefined {
  const [part, ...others] = parts;
  if (style === "rpc" || part === undefined || others.length > 0) return undefined;
  return "element" in part ? part.element : undefined;
}

function isPlain({ nillable, substitutes }: ElementJson, type: ComplexJson): boolean {
  const { text, arrayOf, anyAttribute, mixed, abstract } = type;
  const isMore = type.extends ?? type.restricts ?? text ?? arrayOf ?? anyAttribute;
  return ![isMore, nillable, substitutes, mixed, abstract].some((each) => each !== undefined);
}

/** The elements and types that a description lists. */
export type Listed = Pick<ContractJson, "elements" | "types">;

/** Leaves out wrappers, and their types, that nothing else refers to. */
export function withoutWrappers(contract: ContractJson): Listed {
  const wrappers = allOperations(contract).flatMap((operation) =>
    [operation.input, operation.output].flatMap(
      (message) => (message && wrapperOf(message, operation, contract)) ?? [],
    ),
  );
  const wrapperElements = new Map(wrappers.map((each) => [each.element, each]));
  const hiddenTypes = new Set(wrappers.flatMap(({ typeName }) => typeName ?? []));
  const referenced = [
    ...Object.entries(contract.elements).flatMap(([name, element]) => {
      const wrapper = wrapperElements.get(name);
      return wrapper === undefined ? referencesOfElement(element) : referencesOfType(wrapper.type);
    }),
    ...Object.values(contract.types).flatMap(referencesOfType),
    ...allOperations(contract).flatMap((operation) => referencesIn(operation, contract)),
  ];
  const open: Reference[] = [...referenced];
  for (const { kind, key } of open) {
    if (kind === "type") hiddenTypes.delete(key);
    const wrapper = kind === "element" ? wrapperElements.get(key) : undefined;
    if (wrapper === undefined) continue;
    wrapperElements.delete(key);
    if (wrapper.typeName !== undefined) open.push({ kind: "type", key: wrapper.typeName });
  }
  return {
    elements: without(contract.elements, new Set(wrapperElements.keys())),
    types: without(contract.types, hiddenTypes),
  };
}

/** The references of an operation, apart from those to wrappers. */
function referencesIn(operation: OperationJson, contract: ContractJson): readonly Reference[] {
  const { input, output, faults = [] } = operation;
  return [
    ...[input, output].flatMap((message) => {
      if (message === undefined) return [];
      const isWrapped = wrapperOf(message, operation, contract) !== undefined;
      const others = isWrapped ? { ...message, parts: [] } : message;
      return [...referencesOfMessage(others), ...referencesOfHeaderFaults(others)];
    }),
    ...faults.flatMap(({ parts }) => parts.flatMap(referencesOfPart)),
  ];
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  names: ReadonlySet<string>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.has(name)));
}
