/** Clients of other stacks call our contracts, which `serve` serves, with only the WSDL that it returns. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createClientAsync } from "soap";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Handlers, type RunningService, serve } from "../../src/simulator/index.js";
import {
  contractFile,
  type GeneratedOperations,
  generatedOperations,
} from "../server/generated-operations.js";
import { describeWithPeer } from "./peer.js";

const PHP = {
  name: "php with ext-soap",
  probe: ["php", "-r", 'exit(extension_loaded("soap") ? 0 : 1);'],
} as const;
const SCRIPT = fileURLToPath(new URL("php/served.php", import.meta.url));

let service: RunningService;
let seen: unknown[] = [];
beforeEach(() => {
  seen = [];
});
afterEach(() => service.close());

const handlers: Handlers<GeneratedOperations> = {
  getQuote: (request, { header, setResponseHeader, fault }) => {
    seen.push(request, header);
    if (request.symbol === "") {
      throw fault("UnknownSymbol", { symbol: "", similar: ["ACME"] }, { faultCode: "Client" });
    }
    setResponseHeader({ quota: { left: 3 } });
    return { price: "12.50", at: null, volume: 9_007_199_254_740_993n };
  },
  placeOrder: (request) => {
    seen.push(request);
    return { receipt: "r-1" };
  },
  tick: (request) => void seen.push(request),
  ping: () => ({}),
};
const rpcHandlers: Handlers<GeneratedOperations> = {
  sum: (request) => {
    seen.push(request);
    return { result: 6, label: request.label };
  },
  older: (request) => {
    seen.push(request);
    return { result: request.person };
  },
  reset: () => ({}),
};

async function start(contract: string, by: Handlers<GeneratedOperations>): Promise<string> {
  const operations = await generatedOperations(contract);
  service = await serve(operations, { wsdl: contractFile(contract), handlers: by });
  return `${service.url}?wsdl`;
}

const order = {
  account: "a",
  instrument: [
    { id: 1, name: "n" },
    { $type: "Bond", id: 2, name: "b", rate: 1.5 },
  ],
  market: true,
};

describeWithPeer(PHP, "PHP's SoapClient", () => {
  async function run(contract: string, version: string, url: string) {
    const { stdout } = await promisify(execFile)("php", [SCRIPT, url, version, contract]);
    return JSON.parse(stdout);
  }

  it.each([
    ["SOAP_1_1", "soap:Client", "soap:MustUnderstand"],
    ["SOAP_1_2", "soap:Sender", "soap:MustUnderstand"],
  ])("calls documents over %s", async (version, code, rejected) => {
    const responses = await run("documents", version, await start("documents", handlers));
    expect(responses).toMatchObject({
      quote: { price: "12.50", at: null, volume: "9007199254740993" },
      headers: { quota: { left: 3 } },
      receipt: "r-1",
      tick: null,
      fault: {
        code,
        reason: "UnknownSymbol",
        detail: { unknownSymbol: { symbol: "", similar: "ACME" } },
      },
      rejected,
    });
    expect(seen).toEqual([
      { symbol: "ACME", count: 2 },
      { session: { token: "für" } },
      order,
      { symbol: "ACME" },
      { symbol: "" },
      undefined,
    ]);
  });

  it.each(["rpc-literal", "rpc-encoded"])("calls %s", async (contract) => {
    const responses = await run("rpc", "SOAP_1_1", await start(contract, rpcHandlers));
    const person = { name: "both", age: 3 };
    const numbers = contract === "rpc-encoded" ? [1, 2, 3] : { item: [1, 2, 3] };
    const nobody = { name: null, age: null };
    expect(seen).toEqual([
      { numbers, label: "l" },
      { person, other: person },
      ...(contract === "rpc-encoded"
        ? [
            { person: nobody, other: null },
            { person: null, other: null },
            { numbers: null, label: null },
          ]
        : []),
    ]);
    if (contract === "rpc-encoded") {
      expect(responses.nulls).toEqual([nobody, null, { result: 6, label: null }]);
    }
    expect(responses.sum).toEqual({ result: 6, label: "l" });
    expect(responses.older).toEqual(person);
    // An object that occurs twice is written once, with a reference.
    if (contract === "rpc-encoded") expect(responses.sent).toMatch(/href="#ref1"/);
  });
});

describe("node-soap's client", () => {
  it.each([
    { port: "QuotesSoap", forceSoap12Headers: false },
    { port: "QuotesSoap12", forceSoap12Headers: true },
  ])("calls documents on $port", async ({ port, forceSoap12Headers }) => {
    const url = await start("documents", handlers);
    const client = await createClientAsync(url, { forceSoap12Headers, disableCache: true });
    const call = (operation: string, request: object): Promise<unknown> =>
      new Promise((resolve, reject) => {
        client.QuoteService[port][operation](request, (error: unknown, response: unknown) =>
          error ? reject(error) : resolve(response),
        );
      });
    const session = '<session xmlns="urn:example:quotes"><token>t</token></session>';
    client.addSoapHeader(session);
    expect(await call("getQuote", { symbol: "ACME" })).toMatchObject({ price: 12.5 });
    expect(seen).toEqual([{ symbol: "ACME" }, { session: { token: "t" } }]);
    await expect(call("getQuote", { symbol: "" })).rejects.toMatchObject({
      root: {
        Envelope: {
          Body: {
            Fault: forceSoap12Headers
              ? { Reason: { Text: { $value: "UnknownSymbol" } } }
              : { faultstring: "UnknownSymbol" },
          },
        },
      },
    });
    seen = [];
    const instrument = [{ attributes: { id: 1 }, name: "n" }];
    const placed = { attributes: { account: "a" }, instrument, market: true };
    expect(await call("placeOrder", placed)).toBe("r-1");
    expect(seen).toEqual([{ account: "a", instrument: [{ id: 1, name: "n" }], market: true }]);
  });

  it.each(["rpc-literal", "rpc-encoded"])("calls %s", async (contract) => {
    const client = await createClientAsync(await start(contract, rpcHandlers), {
      disableCache: true,
    });
    const person = { name: "a", age: 3 };
    const [older] = await client.olderAsync({ person, other: { name: "b", age: 2 } });
    expect(older.result.name.$value ?? older.result.name).toBe("a");
    expect(seen).toEqual([{ person, other: { name: "b", age: 2 } }]);
  });
});
