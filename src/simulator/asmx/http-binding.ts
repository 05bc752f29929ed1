/** What the contract says of calls by HTTP GET and POST (WSDL 1.1 §4). */
import type { Contract, Operation, Protocol } from "../../wsdl/index.js";

/** Whether a method can be called so. */
export function hasForm(
  { contract }: { readonly contract: Contract },
  method: string,
  protocol: Protocol,
): boolean {
  return boundOperation(contract, method, protocol) !== undefined;
}

/** The name of the element that holds the result: that of its type. */
export function resultElement(contract: Contract, method: string): string {
  const [part] = boundOperation(contract, method, "http-post")?.output?.parts ?? [];
  return part !== undefined && "element" in part ? part.element.name.local : "string";
}

function boundOperation(
  contract: Contract,
  method: string,
  protocol: Protocol,
): Operation | undefined {
  return contract.services
    .flatMap(({ ports }) => ports)
    .filter((port) => port.protocol === protocol)
    .flatMap(({ operations }) => operations)
    .find(({ name }) => name === method);
}
