/** The operations of a contract of our own, as generated code has them. */
import { fileURLToPath } from "node:url";
import { type ContractOperations, contractClients } from "../../src/codegen/index.js";
import { readContract } from "../../src/wsdl/index.js";

export type { ContractOperations as GeneratedOperations, Fields } from "../../src/codegen/index.js";

/** The file of a contract. */
export function contractFile(name: string): string {
  return fileURLToPath(new URL(`contracts/${name}.wsdl`, import.meta.url));
}

/** Those of the first client. */
export async function generatedOperations(name: string): Promise<ContractOperations> {
  const file = contractFile(name);
  const contract = await readContract(file, () => Promise.reject(new Error("No download.")));
  return contractClients(contract)[0]?.operations ?? {};
}
