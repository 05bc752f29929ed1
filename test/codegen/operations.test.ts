/** The operations of a contract in memory, and the code that is printed from them. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  type Contract,
  type ContractOptions,
  contractClients,
  contractOperations,
  generateFiles,
  parseContract,
  readContract,
} from "../../src/codegen/index.js";
import { buildModel } from "../../src/codegen/model/model.js";
import { ordersWsdl, replaced } from "../wsdl/fixtures.js";
import { largeWsdl } from "./large-wsdl.js";
import { schemaDifference } from "./schema-difference.js";

const noDownload = () => Promise.reject(new Error("Nothing is downloaded here."));

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The exports of the printed schema.ts. */
async function printedSchema(
  contract: Contract,
  options: ContractOptions,
): Promise<Readonly<Record<string, unknown>>> {
  mkdirSync("test/codegen/.out", { recursive: true });
  const folder = mkdtempSync("test/codegen/.out/");
  folders.push(folder);
  for (const [name, text] of generateFiles(contract, "rescue-soap/codegen/v1", options)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return await import(resolve(folder, "schema.ts"));
}

/** Compares the client in memory with the exports of the printed code. */
async function difference(
  contract: Contract,
  options: ContractOptions = {},
): Promise<string | undefined> {
  const { clients } = buildModel(contract, options);
  const printed = await printedSchema(contract, options);
  const ofClients = clients.map(({ name, operationsVariable, portsVariable }) => ({
    name,
    operations: printed[operationsVariable],
    ports: printed[portsVariable],
  }));
  return schemaDifference(ofClients, contractClients(contract, options));
}

const OWN = [
  "wsdl/API.wsdl",
  "test/corpus/fixtures/library.wsdl",
  "test/interop/contracts/Echo.wsdl",
  "test/interop/contracts/RpcEncoded.wsdl",
  "test/interop/contracts/RpcLiteral.wsdl",
  "test/interop/mtom/Files.wsdl",
  "test/server/contracts/documents.wsdl",
  "test/server/contracts/forms.wsdl",
  "test/server/contracts/rpc-encoded.wsdl",
  "test/server/contracts/rpc-literal.wsdl",
  "test/server/contracts/split/service.wsdl",
];

describe("the printed schema equals the operations in memory", () => {
  it.each(OWN)("%s", async (file) => {
    expect(await difference(await readContract(file, noDownload))).toBeUndefined();
  });

  it("with mapped types and a selection", async () => {
    const contract = await readContract("test/interop/contracts/Echo.wsdl", noDownload);
    const [operation = ""] = Object.keys(contractOperations(contract));
    const mappings = { dates: "date", int64: "number", binary: "attachment" } as const;
    expect(await difference(contract, mappings)).toBeUndefined();
    expect(await difference(contract, { operations: [operation] })).toBeUndefined();
  });

  it("in files that refer to each other in circles", async () => {
    const namespaces = ["urn:example:billing", "urn:example:parts"];
    const wsdl = largeWsdl({ namespaces, size: 300 });
    expect(await difference(parseContract(wsdl, "orders.wsdl"))).toBeUndefined();
  });

  it("with names that are special in JavaScript", async () => {
    const wsdl = [
      [/ORDER\b/g, "__proto__"],
      ['name="iID"', 'name="constructor"'],
      [
        'value="getOrder_Error"',
        'value="getOrder_Error"/><s:enumeration value="getOrder___proto__"',
      ],
    ].reduce((text, [from = "", to = ""]) => replaced(text, from, String(to)), ordersWsdl());
    expect(await difference(parseContract(wsdl, "orders.wsdl"))).toBeUndefined();
  });
});

const CORPUS = "../shared/corpus";
const isWhole = process.env.RESCUE_SOAP_WHOLE_CORPUS === "1";

/** One for each construct that is written differently: arrays, headers, overloads, splitting into files. */
const FEW = new Set([
  "axis1-import3",
  "axis1-overloaded",
  "cxf-header-rpc-lit",
  "cxf-swa-mime",
  "ews-exchange",
  "order-contract",
]);

const entries: readonly { readonly name: string; readonly entry: string }[] = existsSync(CORPUS)
  ? JSON.parse(readFileSync(join(CORPUS, "index.json"), "utf8"))
  : [];

describe.skipIf(entries.length === 0)(`the same for WSDLs of ${CORPUS}, if it exists`, () => {
  it.each(entries.filter(({ name }) => isWhole || FEW.has(name)))("$name", async ({ entry }) => {
    // Some import from a folder beside their own.
    const options = { allowImportFolders: [CORPUS] };
    const contract = await readContract(join(CORPUS, entry), noDownload, options);
    expect(await difference(contract)).toBeUndefined();
  });
});

describe("contractClients", () => {
  it("has one object for each named type", () => {
    const [client] = contractClients(parseContract(ordersWsdl(), "orders.wsdl"));
    const { getOrder } = client?.operations ?? {};
    expect(getOrder).toMatchObject({
      name: "getOrder",
      soapAction: "urn:example:orders/getOrder",
      input: { element: "getOrder", sequence: ["iOrder: int", "sAuthCode?: string secret"] },
      output: {
        element: "getOrderResponse",
        sequence: [
          "getOrderResult: GetOrderRet open",
          "oOrder?: ORDER",
          "aLines?: (LINE*: LINE nillable)",
        ],
      },
      result: "getOrderResult",
    });
    const refs = getOrder?.output && "refs" in getOrder.output ? getOrder.output.refs : undefined;
    const order = typeof refs === "object" ? refs.ORDER : undefined;
    expect(order?.refs).toBeTypeOf("function");
    expect(typeof order?.refs === "function" ? order.refs().ORDER : undefined).toBe(order);
    expect(client?.ports).toEqual({
      OrdersSoap: { protocol: "soap11", address: "http://orders.example.com/" },
    });
  });

  it("throws for names that the contract does not have", () => {
    const contract = parseContract(ordersWsdl(), "orders.wsdl");
    expect(() => contractClients(contract, { operations: ["get"] })).toThrow(
      expect.objectContaining({ code: "UNKNOWN_NAME" }),
    );
  });
});

describe("contractOperations", () => {
  const contract = parseContract(ordersWsdl(), "orders.wsdl");
  const withPort = (protocol: "soap12" | "http-get", action: string): Contract => ({
    ...contract,
    services: contract.services.map((service) => ({
      ...service,
      ports: service.ports.flatMap((port) => {
        const operations = port.operations.map((each) => ({ ...each, action }));
        return [{ ...port, protocol, name: "First", operations }, port];
      }),
    })),
  });

  it.each([
    ["the first client's, if several have the name", "soap12", "urn:first"],
    ["those of SOAP clients, if there are any", "http-get", "urn:example:orders/getOrder"],
  ] as const)("are %s", (_, protocol, soapAction) => {
    expect(contractOperations(withPort(protocol, "urn:first"))).toMatchObject({
      getOrder: { soapAction },
    });
  });
});
