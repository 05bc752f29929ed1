/** Port types and their operations (WSDL 1.1 §2.4). */
import type { Location, Message } from "./contract.js";
import type { Element } from "./document.js";
import { documentationOf } from "./documentation.js";
import type { Faults } from "./faults.js";
import { WSDL } from "./namespaces.js";
import { QName } from "./qname.js";
import { referred } from "./reference.js";

export interface AbstractOperation {
  readonly name: string;
  readonly documentation: string | undefined;
  readonly input: Message;
  readonly output: Message;
  readonly location: Location;
}

/** The operations of a port type by their names. */
export type PortType = ReadonlyMap<string, AbstractOperation>;

export function readPortTypes(
  root: Element,
  targetNamespace: string,
  messages: ReadonlyMap<string, Message>,
  faults: Faults,
): ReadonlyMap<string, PortType> {
  const portTypes = new Map<string, PortType>();
  for (const element of root.all(WSDL, "portType")) {
    const operations = new Map<string, AbstractOperation>();
    for (const child of element.all(WSDL, "operation")) {
      const operation = readOperation(child, messages, faults);
      if (operation === undefined) continue;
      if (operations.has(operation.name)) {
        faults.unsupported(
          `The operation ${operation.name} is overloaded, which is not supported yet.`,
          child.location,
        );
      }
      operations.set(operation.name, operation);
    }
    portTypes.set(new QName(targetNamespace, element.attribute("name") ?? "").key, operations);
  }
  return portTypes;
}

function readOperation(
  element: Element,
  messages: ReadonlyMap<string, Message>,
  faults: Faults,
): AbstractOperation | undefined {
  const name = element.attribute("name") ?? "";
  const [input, output] = (["input", "output"] as const).map((direction) => {
    const child = element.first(WSDL, direction);
    if (child !== undefined) return referred(child, "message", "message", messages, faults);
    faults.unsupported(
      `The operation ${name} has no ${direction}, which is not supported yet.`,
      element.location,
    );
    return undefined;
  });
  for (const fault of element.all(WSDL, "fault")) {
    faults.unsupported(`The declared fault of ${name} is not supported yet.`, fault.location);
  }
  if (input === undefined || output === undefined) return undefined;
  const documentation = documentationOf(element, WSDL);
  return { name, documentation, input, output, location: element.location };
}
