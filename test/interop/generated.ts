/** The code that is generated from a server's WSDL. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { download } from "../../src/cli/wsdl/download.js";
import {
  type ContractOperations,
  contractClients,
  type Fields,
  generate,
  readContract,
} from "../../src/codegen/index.js";
import type { CallOptions, Deviation } from "../../src/soap/index.js";
import { scratchFolder } from "./program.js";

const RUNTIME = fileURLToPath(new URL("../../src/codegen-runtime/v1.js", import.meta.url));

/** Values of types that are known only at run time. */
export type Values = Fields;

/** A client whose operations are known only at run time. */
export interface LooseClient {
  /** Calls an operation of the contract. */
  call(
    operation: string,
    request?: object,
    options?: CallOptions & Readonly<Record<string, unknown>>,
  ): Promise<Values>;
  /** Deviations of the responses from their schemas, since the client was created. */
  readonly deviations: readonly Deviation[];
}

export interface Generated {
  /** As `serve` accepts them. */
  readonly operations: ContractOperations;
  /** @param port the last part of its name: `Soap`, `Soap12`, `HttpGet`, `HttpPost` */
  client(port: string, endpoint: string): LooseClient;
}

/**
 * Generates the code for the WSDL at a URL or in a file.
 *
 * @throws WsdlError, GenerateError; Error if the code cannot be loaded
 */
export async function generated(wsdl: string): Promise<Generated> {
  const contract = await readContract(wsdl, download);
  const folder = await scratchFolder("generated");
  try {
    await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
    const out = join(folder.path, "code");
    const files = await generate(contract, { out, runtime: RUNTIME });
    const modules = await Promise.all(
      files
        .filter((file) => /^client.*\.ts$/.test(file))
        .map((file): Promise<object> => import(pathToFileURL(join(out, file)).href)),
    );
    const classes = modules.flatMap((module) => Object.values(module));
    const operations = contractClients(contract)[0]?.operations ?? {};
    return { operations, client: (port, endpoint) => looseClient(classes, port, endpoint) };
  } finally {
    await folder.remove();
  }
}

function looseClient(classes: readonly unknown[], port: string, endpoint: string): LooseClient {
  const isHttp = port.startsWith("Http");
  const Client = classes.find(
    (candidate) =>
      typeof candidate === "function" && candidate.name.endsWith("HttpClient") === isHttp,
  );
  if (typeof Client !== "function") throw new Error(`No client has a port ${port}.`);
  const service = Client.name.replace(/(?:Http)?Client$/, "");
  const deviations: Deviation[] = [];
  const client: object = Reflect.construct(Client, [
    {
      port: service + port,
      endpoint,
      onDeviation: (deviation: Deviation) => deviations.push(deviation),
    },
  ]);
  return {
    deviations,
    async call(operation, request = {}, options = {}) {
      const method: unknown = Reflect.get(client, operation);
      if (typeof method !== "function") throw new Error(`${Client.name} has no ${operation}.`);
      return Object(await method.call(client, request, options));
    },
  };
}
