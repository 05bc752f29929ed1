/** The operations of a contract by name, as its first client has them, which is the one that uses SOAP. */
import { download } from "../../../src/cli/wsdl/download.js";
import {
  type ContractOperation,
  contractClients,
  readContract,
} from "../../../src/codegen/index.js";

export type AnyOperation = ContractOperation;

/** @param wsdl a file */
export async function operationsOf(wsdl: string): Promise<ReadonlyMap<string, AnyOperation>> {
  const [client] = contractClients(await readContract(wsdl, download));
  const operations = Object.values(client?.operations ?? {});
  return new Map(operations.map((operation) => [operation.name, operation]));
}
