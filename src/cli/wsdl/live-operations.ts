/** The operations of a contract as generated code would have them, without generated code being kept. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ts } from "ts-morph";
import { schemaFiles } from "../../codegen/files.js";
import { DEFAULT_RUNTIME } from "../../codegen/index.js";
import type { Contract } from "../../contract/index.js";
import type { Operations } from "../../simulator/index.js";

/**
 * Those of all services that speak SOAP; of all, where none does.
 *
 * @throws GenerateError where the contract has none
 */
export async function liveOperations(contract: Contract): Promise<Operations> {
  const folder = await mkdtemp(join(tmpdir(), "rescue-soap-"));
  try {
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    for (const [name, text] of schemaFiles(contract, DEFAULT_RUNTIME)) {
      const file = join(folder, name.replace(/\.ts$/, ".js"));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, javaScript(text));
    }
    return operationsOf(await import(pathToFileURL(join(folder, "schema.js")).href));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The runtime is imported for types only, of which nothing is left. */
function javaScript(text: string): string {
  const compilerOptions = {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2022,
    verbatimModuleSyntax: true,
  };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}

type Ports = Readonly<Record<string, { readonly protocol: string }>>;

/** @param schema what generated code exports: `operations` and `ports`, and for each further client its own */
function operationsOf(schema: Readonly<Record<string, Operations & Ports>>): Operations {
  const clients = Object.entries(schema).flatMap(([name, operations]) => {
    const ports = schema[name.replace("operations", "ports").replace("Operations", "Ports")];
    return ports === undefined || ports === operations ? [] : [{ operations, ports }];
  });
  const soap = clients.filter(({ ports }) =>
    Object.values(ports).some(({ protocol }) => protocol.startsWith("soap")),
  );
  // The first service's win where several have the name.
  const all = (soap.length > 0 ? soap : clients).map(({ operations }) => operations);
  return Object.assign({}, ...all.reverse());
}
