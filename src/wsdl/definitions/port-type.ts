/** Port types and their operations (WSDL 1.1 §2.4). */
import { type Location, type Pattern, type QName, WSAM, WSAW, WSDL } from "../../contract/index.js";
import type { Diagnostics } from "../diagnostics.js";
import { documentationOf } from "../documents/documentation.js";
import type { Element } from "../documents/element.js";
import { findReferred, type SymbolTable } from "../documents/reference.js";
import { definedName } from "./defined-name.js";
import type { AbstractMessage } from "./message.js";

export interface AbstractOperation {
  readonly name: string;
  readonly pattern: Pattern;
  readonly documentation: string | undefined;
  readonly input: Labelled | undefined;
  readonly output: Labelled | undefined;
  readonly faults: readonly Labelled[];
  readonly location: Location;
}

/** A message with the name that it has in the operation. */
export interface Labelled {
  readonly label: string;
  readonly message: AbstractMessage;
  /** The Action of WS-Addressing, if the WSDL states one (WS-Addressing 1.0 Metadata §4.4.1). */
  readonly action: string | undefined;
  readonly location: Location;
}

export interface PortType {
  readonly name: QName;
  /** By name; overloaded operations have the same name. */
  readonly operations: ReadonlyMap<string, readonly AbstractOperation[]>;
}

export function readPortTypes(
  definitions: readonly Element[],
  messages: SymbolTable<AbstractMessage>,
  diagnostics: Diagnostics,
): SymbolTable<PortType> {
  const portTypes = new Map<string, PortType>();
  for (const root of definitions) {
    for (const element of root.all(WSDL, "portType")) {
      const name = definedName(element, root);
      const operations = new Map<string, AbstractOperation[]>();
      for (const child of element.all(WSDL, "operation")) {
        const operation = readOperation(child, messages, diagnostics);
        const overloads = operations.get(operation.name);
        if (overloads === undefined) operations.set(operation.name, [operation]);
        else overloads.push(operation);
      }
      portTypes.set(name.key, { name, operations });
    }
  }
  return { kind: "port type", symbols: portTypes };
}

function readOperation(
  element: Element,
  messages: SymbolTable<AbstractMessage>,
  diagnostics: Diagnostics,
): AbstractOperation {
  const name = element.token("name") ?? "";
  const pattern = patternOf(element);
  if (pattern === undefined) {
    diagnostics.invalid(
      `The operation ${name} has neither input nor output. Add one of them.`,
      element.location,
    );
  }
  const labelled = (child: Element, defaultLabel: string): Labelled | undefined => {
    const message = findReferred(child, "message", messages, diagnostics);
    const label = child.token("name") ?? defaultLabel;
    const action = child.foreignAttribute(WSAM, "Action") ?? child.foreignAttribute(WSAW, "Action");
    return message && { label, message, action, location: child.location };
  };
  const only = (direction: "input" | "output", defaultLabel: string) => {
    const child = element.first(WSDL, direction);
    return child && labelled(child, defaultLabel);
  };
  return {
    name,
    pattern: pattern ?? "one-way",
    documentation: documentationOf(element, WSDL),
    input: only("input", pattern === "one-way" ? name : `${name}Request`),
    output: only("output", pattern === "notification" ? name : `${name}Response`),
    faults: element.all(WSDL, "fault").flatMap((child) => labelled(child, "") ?? []),
    location: element.location,
  };
}

/** By the presence and the order of input and output (WSDL 1.1 §2.4.1 to §2.4.4). */
function patternOf(operation: Element): Pattern | undefined {
  const directions = operation.children
    .filter((child) => child.is(WSDL, "input") || child.is(WSDL, "output"))
    .map(({ name }) => name.local);
  if (directions.length === 0) return undefined;
  if (!directions.includes("output")) return "one-way";
  if (!directions.includes("input")) return "notification";
  return directions[0] === "input" ? "request-response" : "solicit-response";
}
