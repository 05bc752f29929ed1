/** The clients of a contract: one for all ports of a service that offer the same operations with the same messages. */
import type { Contract, Message, Operation, Part, Port, Service } from "../../contract/index.js";

export interface Interface {
  readonly service: Service;
  /** Ports that differ in protocol and address only. */
  readonly ports: readonly Port[];
  readonly operations: readonly Operation[];
}

export interface Selection {
  /** The names of the operations to generate. Default: all. */
  readonly operations?: readonly string[];
  /** The names of the ports to generate. Default: all. */
  readonly ports?: readonly string[];
}

export function interfacesOf(contract: Contract, selection: Selection): readonly Interface[] {
  const isWanted = (name: string) => selection.operations?.includes(name) ?? true;
  return contract.services.flatMap((service) => {
    const groups = new Map<string, Interface & { readonly ports: Port[] }>();
    for (const port of service.ports) {
      if (selection.ports?.includes(port.name) === false) continue;
      const operations = port.operations.filter(({ name }) => isWanted(name));
      if (operations.length === 0) continue;
      const key = [kindOf(port), ...operations.map(signature)].join("\n");
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { service, ports: [port], operations });
      else group.ports.push(port);
    }
    return [...groups.values()];
  });
}

function kindOf({ protocol }: Port): string {
  return protocol.startsWith("soap") ? "soap" : "http";
}

/** Operations with the same signature have the same messages, except for the version of the envelope. */
function signature({ name, action, style, pattern, input, output }: Operation): string {
  return [name, action, style, pattern, messageSignature(input), messageSignature(output)].join(
    " ",
  );
}

function messageSignature(message: Message | undefined): string {
  if (message === undefined) return "-";
  const { use, namespace, parts, headers } = message;
  const names = [...parts, ...headers.map(({ part }) => part)].map(partSignature);
  return [use, namespace, ...names].join(" ");
}

function partSignature(part: Part): string {
  return "element" in part ? part.element.name.key : `${part.name} ${part.type.name?.key}`;
}
