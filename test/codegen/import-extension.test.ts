/** Generated code with other extensions in its relative imports, as runtimes of TypeScript need them. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { denoCommand, nodeFolder } from "../../scripts/programs.js";
import { generateFiles, type ImportExtension, parseContract } from "../../src/codegen/index.js";
import { requireProgram } from "../interop/peer.js";
import { ordersWsdl } from "../wsdl/fixtures.js";

const contract = parseContract(ordersWsdl(), "orders.wsdl");
const RUNTIME = "rescue-soap/codegen/v1";

function filesWith(importExtension?: ImportExtension): ReadonlyMap<string, string> {
  const options = importExtension === undefined ? {} : { importExtension };
  return generateFiles(contract, RUNTIME, options);
}

describe("relative imports", () => {
  it.each([
    [undefined, ".js"],
    ["js", ".js"],
    ["ts", ".ts"],
    ["none", ""],
  ] as const)("have the extension of %s", (extension, want) => {
    const text = [...filesWith(extension).values()].join("\n");
    const imported = text.match(/(?<=from "\.\/)[^"]*/g) ?? [];
    expect(new Set(imported)).toEqual(
      new Set(["client", "enums", "outcomes", "schema", "types"].map((name) => name + want)),
    );
    expect(text).toContain(`from "${RUNTIME}"`);
  });
});

/** Calls the generated client with a transport that returns an envelope, and prints the outcome. */
const MAIN = `
import { GetOrderRet, OrderServiceClient, type GetOrderOutcome } from "./generated/index.ts";

const body = \`<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
  <getOrderResponse xmlns="urn:example:orders"><getOrderResult>getOrder_OK</getOrderResult>
  <oOrder><iID>7</iID><dPlaced>2026-01-01T00:00:00Z</dPlaced></oOrder></getOrderResponse></s:Body></s:Envelope>\`;
const client = new OrderServiceClient({
  transport: async () => ({
    status: 200,
    headers: new Headers({ "content-type": "text/xml" }),
    body: new Blob([body]).stream(),
  }),
});
const outcome: GetOrderOutcome = await client.getOrder({ iOrder: 7 });
console.log(GetOrderRet.getOrder_OK, outcome.status === "OK" ? outcome.oOrder?.iID : outcome);
`;

interface Runtime {
  readonly name: string;
  /** The command with its first arguments; `undefined` if the program cannot be installed. */
  command(): readonly [command: string, ...args: string[]] | undefined;
}

const RUNTIMES: readonly Runtime[] = [
  {
    name: "Node 24",
    command() {
      const folder = nodeFolder("24");
      return folder === undefined ? undefined : [join(folder, "node")];
    },
  },
  { name: "Deno 2", command: denoCommand },
];

describe("code with the extension ts runs without a compiler", () => {
  const folder = mkdtempSync(join(tmpdir(), "rescue-soap-extension-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(async () => {
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    write("package.json", '{ "type": "module" }');
    write("main.ts", MAIN);
    for (const [name, text] of filesWith("ts")) write(join("generated", name), text);
    const installed = "node_modules/rescue-soap";
    const exports = { "./codegen/v1": "./v1.js" };
    write(`${installed}/package.json`, JSON.stringify({ type: "module", exports }));
    await build({
      entryPoints: [resolve("src/codegen-runtime/v1.ts")],
      outfile: join(folder, installed, "v1.js"),
      bundle: true,
      platform: "node",
      format: "esm",
      logLevel: "error",
    });
  });

  // Both reject syntax that is not erasable, such as enums, namespaces and parameter properties.
  it.for(RUNTIMES)("by $name", ({ name, command }, context) => {
    const [program, ...args] = requireProgram(command(), name, context);
    const { stdout, stderr } = spawnSync(program, [...args, "main.ts"], { cwd: folder });
    expect({ stdout: String(stdout), stderr: String(stderr) }).toEqual({
      stdout: "getOrder_OK 7\n",
      stderr: "",
    });
  });
});
