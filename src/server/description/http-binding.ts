/** The HTTP GET and POST bindings of a contract (WSDL 1.1 §4) as in ASMX: of operations that it also has over SOAP. */

import type { Operation as BoundOperation, Contract, Part } from "../../contract/index.js";
import {
  type MessageSchema,
  messageElements,
  type Operation,
  type PartsSchema,
} from "../../schema/index.js";
import type { Entry } from "../operation-index.js";

export interface FormBinding extends Entry {
  readonly protocol: "http-get" | "http-post";
  /** The path below that of the service; each parameter in the path (WSDL 1.1 §4.7) is a named group. */
  readonly location: RegExp;
  /** The document of the response; `undefined` if there is no response. */
  readonly output: MessageSchema | PartsSchema | undefined;
}

/** The bindings of a contract, for the operations of the service. */
export function formBindings(
  contract: Contract,
  operations: Readonly<Record<string, Operation>>,
): readonly FormBinding[] {
  return contract.services
    .flatMap(({ ports }) => ports)
    .flatMap(({ protocol, operations: bound }) => {
      if (protocol !== "http-get" && protocol !== "http-post") return [];
      return bound.flatMap((each) => {
        const entry = entryOf(operations, each.name);
        if (entry === undefined) return [];
        const output = outputOf(entry.operation, each);
        return [{ ...entry, protocol, location: pattern(each.action), output }];
      });
    });
}

function entryOf(operations: Readonly<Record<string, Operation>>, name: string): Entry | undefined {
  const entries = Object.entries(operations).filter(([, operation]) => operation.name === name);
  const [key, operation] = entries.find(([each]) => each === name) ?? entries[0] ?? [];
  return key === undefined || operation === undefined ? undefined : { key, operation };
}

function pattern(location: string): RegExp {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const source = location
    .replace(/^\//, "")
    .split(/(\(\w+\))/)
    .map((step) => (/^\(\w+\)$/.test(step) ? `(?<${step.slice(1, -1)}>[^/]*)` : literal(step)))
    .join("");
  return new RegExp(`^${source}$`);
}

/** The result without its wrapper, in the element of the binding. */
function outputOf(
  { output }: Operation,
  bound: BoundOperation,
): MessageSchema | PartsSchema | undefined {
  const [part] = bound.output?.parts ?? [];
  if (output === undefined || part === undefined) return undefined;
  const [result] = messageElements(output);
  const root = rootOf(part);
  const own = "parts" in output ? result?.element : output.element;
  if (result === undefined || own === root?.element) return output;
  return { parts: [{ ...result, member: result.member ?? result.element, ...root }] };
}

function rootOf(part: Part): { readonly element: string; readonly namespace: string } | undefined {
  if (!("element" in part)) return undefined;
  return { element: part.element.name.local, namespace: part.element.name.namespace };
}
