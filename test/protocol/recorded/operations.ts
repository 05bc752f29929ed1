/** The operations of a contract, as generated code has them. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { download } from "../../../src/cli/wsdl/download.js";
import { generate, readContract } from "../../../src/codegen/index.js";
import type { Operation } from "../../../src/soap/index.js";
import { scratchFolder } from "../../interop/program.js";

const RUNTIME = fileURLToPath(new URL("../../../src/soap/index.js", import.meta.url));

export type AnyOperation = Operation<object, unknown, object, object>;

/** @param wsdl a file */
export async function operationsOf(wsdl: string): Promise<ReadonlyMap<string, AnyOperation>> {
  const contract = await readContract(wsdl, download);
  const folder = await scratchFolder("recorded");
  try {
    await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
    const out = join(folder.path, "code");
    await generate(contract, { out, runtime: RUNTIME });
    const { operations }: { operations: object } = await import(
      pathToFileURL(join(out, "schema.ts")).href
    );
    // Those of the first client, which is the one that speaks SOAP.
    const found = Object.values(operations).filter(isOperation);
    return new Map(found.map((operation) => [operation.name, operation]));
  } finally {
    await folder.remove();
  }
}

function isOperation(value: unknown): value is AnyOperation {
  return typeof value === "object" && value !== null && "soapAction" in value && "input" in value;
}
