/** Port types and their operations (WSDL 1.1 §2.4). */
import { type Location, type Pattern, QName, WSAM, WSAW, WSDL } from "../../contract/index.js";
import type { Faults } from "../diagnostics.js";
import type { Element } from "../documents/document.js";
import { documentationOf } from "../documents/documentation.js";
import type { AbstractMessage } from "./message.js";
import { referred } from "./reference.js";

export interface AbstractOperation {
  readonly name: string;
  readonly pattern: Pattern;
  readonly documentation: string | undefined;
  readonly input: Labelled | undefined;
  readonly output: Labelled | undefined;
  readonly faults: readonly Labelled[];
  readonly location: Location;
}

/** A message under the name that the operation has for it. */
export interface Labelled {
  readonly label: string;
  readonly message: AbstractMessage;
  /** Its Action of WS-Addressing, where the WSDL has one (WS-Addressing 1.0 Metadata §4.4.1). */
  readonly action: string | undefined;
  readonly location: Location;
}

export interface PortType {
  readonly name: QName;
  /** By their names; overloaded ones share one. */
  readonly operations: ReadonlyMap<string, readonly AbstractOperation[]>;
}

export function readPortTypes(
  definitions: readonly Element[],
  messages: ReadonlyMap<string, AbstractMessage>,
  faults: Faults,
): ReadonlyMap<string, PortType> {
  const portTypes = new Map<string, PortType>();
  for (const root of definitions) {
    for (const element of root.all(WSDL, "portType")) {
      const name = new QName(
        root.attribute("targetNamespace") ?? "",
        element.attribute("name") ?? "",
      );
      const operations = new Map<string, AbstractOperation[]>();
      for (const child of element.all(WSDL, "operation")) {
        const operation = readOperation(child, messages, faults);
        const namesakes = operations.get(operation.name);
        if (namesakes === undefined) operations.set(operation.name, [operation]);
        else namesakes.push(operation);
      }
      portTypes.set(name.key, { name, operations });
    }
  }
  return portTypes;
}

function readOperation(
  element: Element,
  messages: ReadonlyMap<string, AbstractMessage>,
  faults: Faults,
): AbstractOperation {
  const name = element.attribute("name") ?? "";
  const pattern = patternOf(element);
  if (pattern === undefined) {
    faults.invalid(`The operation ${name} has neither input nor output.`, element.location);
  }
  const labelled = (child: Element, usual: string): Labelled | undefined => {
    const message = referred(child, "message", "message", messages, faults);
    const label = child.attribute("name") ?? usual;
    const action = child.foreignAttribute(WSAM, "Action") ?? child.foreignAttribute(WSAW, "Action");
    return message && { label, message, action, location: child.location };
  };
  const only = (direction: "input" | "output", usual: string) => {
    const child = element.first(WSDL, direction);
    return child && labelled(child, usual);
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

/** By which of input and output there are, and which comes first (WSDL 1.1 §2.4.1 to §2.4.4). */
function patternOf(operation: Element): Pattern | undefined {
  const directions = operation.children
    .filter((child) => child.is(WSDL, "input") || child.is(WSDL, "output"))
    .map(({ name }) => name.local);
  if (directions.length === 0) return undefined;
  if (!directions.includes("output")) return "one-way";
  if (!directions.includes("input")) return "notification";
  return directions[0] === "input" ? "request-response" : "solicit-response";
}
