/** Contracts of our own, served: every kind of operation, by the client of the runtime. */
import { afterEach, describe, expect, it } from "vitest";
import { operations as rescueOperations } from "../../src/generated/index.js";
import {
  type Handlers,
  type RunningService,
  ServiceFault,
  serve,
} from "../../src/simulator/index.js";
import { type Operation, SoapClient, SoapFault } from "../../src/soap/index.js";
import {
  contractFile,
  type Fields,
  type GeneratedOperations,
  generatedOperations,
} from "./generated-operations.js";

let service: RunningService | undefined;
afterEach(async () => {
  await service?.close();
  service = undefined;
});

const protocols = [{ protocol: "soap11" }, { protocol: "soap12" }] as const;

/** Serves a contract and returns a function that calls its operations by name. */
async function served(
  contract: string,
  handlers: Handlers<GeneratedOperations>,
  protocol: "soap11" | "soap12",
) {
  const operations = await generatedOperations(contract);
  service = await serve(operations, { wsdl: contractFile(contract), handlers });
  const client = new SoapClient({ endpoint: service.url, protocol });
  return (name: string, request: Fields, options = {}) => {
    const operation = operations[name];
    if (operation === undefined) throw new Error(`There is no ${name}.`);
    return client.call(operation, request, options);
  };
}

describe.each(protocols)("documents over $protocol", ({ protocol }) => {
  it("go in and out, with headers of both directions", async () => {
    const seen: unknown[] = [];
    const call = await served(
      "documents",
      {
        getQuote: (request, { header, setResponseHeader }) => {
          seen.push(request, header);
          setResponseHeader({ quota: { left: 3 } });
          return { price: "12.50", at: null, volume: 9_007_199_254_740_993n };
        },
      },
      protocol,
    );
    const options = {
      header: { session: { token: "t" } },
      onHeader: (header: unknown) => seen.push(header),
    };
    expect(await call("getQuote", { symbol: "ACME", count: 2 }, options)).toEqual({
      price: "12.50",
      at: null,
      volume: 9_007_199_254_740_993n,
    });
    expect(seen).toEqual([
      { symbol: "ACME", count: 2 },
      { session: { token: "t" } },
      { quota: { left: 3 } },
    ]);
  });

  it("may be bare, with attributes, derived types and choices; or of several parts; or empty", async () => {
    const seen: unknown[] = [];
    const handlers: Handlers<GeneratedOperations> = {
      placeOrder: (request) => {
        seen.push(request);
        return { receipt: "r-1" };
      },
      pair: (request) => request,
      ping: () => {},
    };
    const call = await served("documents", handlers, protocol);
    const order = {
      account: "a",
      instrument: [
        { id: 1, name: "n" },
        { $type: "Bond", id: 2, name: "b", rate: Number.POSITIVE_INFINITY },
      ],
      market: true,
    };
    expect(await call("placeOrder", order)).toEqual({ receipt: "r-1" });
    expect(seen).toEqual([order]);
    expect(await call("pair", { first: 1, second: "" })).toEqual({ first: 1, second: "" });
    expect(await call("ping", {})).toEqual({});
  });

  it("are accepted one-way", async () => {
    const seen: unknown[] = [];
    const call = await served(
      "documents",
      { tick: (request) => void seen.push(request) },
      protocol,
    );
    expect(await call("tick", { symbol: "ACME" })).toBeUndefined();
    expect(seen).toEqual([{ symbol: "ACME" }]);
  });

  it("have the contract's faults, and others, as responses", async () => {
    const call = await served(
      "documents",
      {
        getQuote: ({ symbol }, { fault }) => {
          const detail = { symbol, similar: ["ACME", "ACNE"] };
          if (symbol === "AC<E") throw fault("UnknownSymbol", detail, { faultCode: "Client" });
          throw new ServiceFault("closed", {
            faultCode: "{urn:f}Closed",
            subcodes: ["{urn:f}Weekend"],
            role: "urn:role",
          });
        },
      },
      protocol,
    );
    const rejected = await call("getQuote", { symbol: "AC<E" }).catch((error: unknown) => error);
    if (!(rejected instanceof SoapFault)) throw rejected;
    expect(rejected.faultCode.local).toBe(protocol === "soap11" ? "Client" : "Sender");
    expect(rejected.status).toBe(protocol === "soap11" ? 500 : 400);
    expect(rejected.names).toEqual(["UnknownSymbol"]);
    expect(rejected.detail).toEqual({ symbol: "AC<E", similar: ["ACME", "ACNE"] });
    await expect(call("getQuote", { symbol: "" })).rejects.toMatchObject({
      reason: "closed",
      role: "urn:role",
      ...(protocol === "soap11"
        ? { faultCode: { namespace: "urn:f", local: "Closed" } }
        : {
            subcodes: [
              { namespace: "urn:f", local: "Closed" },
              { namespace: "urn:f", local: "Weekend" },
            ],
          }),
    });
  });

  it("have faults as responses if a handler is missing, fails, or returns what the contract does not have", async () => {
    const handlers: Handlers<GeneratedOperations> = {
      getQuote: async ({ symbol }) => {
        if (symbol === "x") throw new TypeError("no such table");
        return { cost: 1 };
      },
    };
    const call = await served("documents", handlers, protocol);
    await expect(call("ping", {})).rejects.toThrow(/ping has no handler:/);
    await expect(call("getQuote", { symbol: "x" })).rejects.toThrow(/no such table/);
    await expect(call("getQuote", { symbol: "y" })).rejects.toThrow(
      /does not fit its contract: getQuoteResponse has no member "cost"/,
    );
  });
});

describe.each(["rpc-literal", "rpc-encoded"])("%s", (contract) => {
  it("is received and sent", async () => {
    const call = await served(
      contract,
      {
        sum: ({ numbers, label }) => ({
          result: itemsOf(numbers).reduce((sum, each) => sum + each, 0),
          label,
        }),
        older: ({ person }) => ({ result: person }),
        reset: () => {},
      },
      "soap11",
    );
    const numbers = contract === "rpc-encoded" ? [1, 2, 3] : { item: [1, 2, 3] };
    expect(await call("sum", { numbers, label: "l" })).toEqual({ result: 6, label: "l" });
    const person = { name: "a", age: 3 };
    expect(await call("older", { person, other: { name: "b", age: 2 } })).toEqual({
      result: person,
    });
    expect(await call("reset", {})).toEqual({});
  });
});

/** Those of a SOAP array, or of a record that has them. */
function itemsOf(numbers: unknown): readonly number[] {
  const items: readonly unknown[] = Object(Array.isArray(numbers) ? numbers : Object(numbers).item);
  return items.map(Number);
}

describe("the types", () => {
  it("are those of generated code, including outcomes", async () => {
    service = await serve(rescueOperations, {
      handlers: {
        login: ({ sEmail }) => ({ status: sEmail === "a@b.c" ? "OK" : "Invalid" }),
        requestPINCode: () => ({ status: "OK", iPINCode: 123456 }),
        logout: () => ({ logoutResult: "logout_OK" }),
        // @ts-expect-error a status that the operation hasn't
        getNote: () => ({ status: "Nowhere" }),
        // @ts-expect-error a member that the request hasn't
        getChat: ({ sName }) => ({ status: "OK", sChat: sName }),
      },
    });
    const client = new SoapClient({ endpoint: service.url });
    const { login, requestPINCode, logout } = rescueOperations;
    expect(await client.outcome(login, { sEmail: "a@b.c" })).toMatchObject({ status: "OK" });
    expect(await client.outcome(login, {})).toMatchObject({ status: "Invalid" });
    const pin = await client.outcome(requestPINCode, { bNoTechConsole: true });
    expect(pin).toMatchObject({ status: "OK", iPINCode: 123456 });
    expect(await client.outcome(logout, {})).toMatchObject({ status: "OK" });
  });

  it("know the headers and faults of the contract", async () => {
    const message = { element: "m", namespace: "urn:t" };
    const operation: Operation<
      Record<string, never>,
      Record<string, never>,
      { session?: string },
      { quota?: number },
      { Closed: { until: string } }
    > = { generator: "test", name: "m", soapAction: "", input: message, output: message };
    const handlers: Handlers<{ m: typeof operation }> = {
      m: (_, { header, setResponseHeader, fault }) => {
        setResponseHeader({ quota: header?.session?.length ?? 0 });
        // @ts-expect-error a header that the response does not have
        setResponseHeader({ left: 1 });
        // @ts-expect-error a fault that the contract hasn't
        fault("Open", {});
        // @ts-expect-error a detail that the fault hasn't
        fault("Closed", { since: "1" });
        throw fault("Closed", { until: "1" }, { reason: "closed" });
      },
    };
    service = await serve({ m: operation }, { handlers });
    const client = new SoapClient({ endpoint: service.url });
    // This schema does not have the fault of its types: the service reports that it is unknown.
    await expect(client.call(operation, {})).rejects.toThrow(/The contract has no fault Closed/);
  });

  it("reject handlers of other operations", async () => {
    // @ts-expect-error
    const handlers: Handlers<typeof rescueOperations> = { signIn: () => ({ status: "OK" }) };
    await expect(serve(rescueOperations, { handlers })).rejects.toMatchObject({
      code: "UNKNOWN_OPERATION",
    });
  });
});
