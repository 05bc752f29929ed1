/** Services without a socket behave in memory as over HTTP. */
import { describe, expect, it } from "vitest";
import { createRescueClient } from "../../src/index.js";
import {
  createService,
  createSimulator,
  type Handlers,
  inMemory,
  PASSWORD,
  type ServiceOptions,
} from "../../src/simulator/index.js";
import { attachment, SoapClient } from "../../src/soap/index.js";
import { store, stream } from "../mime/operations.js";
import {
  contractFile,
  type GeneratedOperations,
  generatedOperations,
} from "./generated-operations.js";

const quotes: Handlers<GeneratedOperations> = { getQuote: () => ({ price: "1", at: null }) };

async function quoteClient(options: Partial<ServiceOptions<GeneratedOperations>> = {}) {
  const operations = await generatedOperations("documents");
  const wsdl = contractFile("documents");
  const service = await createService(operations, { handlers: quotes, wsdl, ...options });
  const transport = inMemory(service);
  const client = new SoapClient({ endpoint: service.url, transport });
  const { getQuote } = operations;
  if (getQuote === undefined) throw new Error("The contract has no getQuote.");
  return { service, transport, client, getQuote };
}

describe("a call in memory", () => {
  it("is handled by its handler", async () => {
    const { client, getQuote } = await quoteClient();
    expect(await client.call(getQuote, { symbol: "A" })).toEqual({ price: "1", at: null });
  });

  it("ignores the host of its address, but not the path", async () => {
    const { service, transport, getQuote } = await quoteClient();
    const at = (endpoint: string) => new SoapClient({ endpoint, transport });
    const elsewhere = `https://quotes.test${service.path}`;
    expect(await at(elsewhere).call(getQuote, { symbol: "A" })).toMatchObject({ price: "1" });
    await expect(
      at("http://localhost/other").call(getQuote, { symbol: "A" }),
    ).rejects.toMatchObject({ code: "HTTP_STATUS", status: 404 });
  });

  it("is bounded as over HTTP", async () => {
    const { client, getQuote } = await quoteClient({ maxRequestBytes: 1_000 });
    await expect(client.call(getQuote, { symbol: "A".repeat(1_000) })).rejects.toMatchObject({
      status: 413,
    });
  });

  it("ends with the signal of its caller while the handler runs", async () => {
    let isRunning = () => {};
    const running = new Promise<void>((resolve) => {
      isRunning = resolve;
    });
    const { client, getQuote } = await quoteClient({
      handlers: {
        getQuote: () => {
          isRunning();
          return new Promise<never>(() => {});
        },
      },
    });
    const controller = new AbortController();
    const call = client.call(getQuote, { symbol: "A" }, { signal: controller.signal });
    await running;
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: "ABORTED" });
  });

  it("ends with its timeout", async () => {
    const { client, getQuote } = await quoteClient({
      handlers: { getQuote: () => new Promise<never>(() => {}) },
    });
    const call = client.call(getQuote, { symbol: "A" }, { timeout: 5 });
    await expect(call).rejects.toMatchObject({ code: "TIMEOUT" });
  });
});

describe("binary content in memory", () => {
  it("travels in parts", async () => {
    const service = await createService(
      { store },
      { handlers: { store: ({ data, more = [] }) => ({ name: `${data.length}`, data, more }) } },
    );
    const client = new SoapClient({
      endpoint: service.url,
      transport: inMemory(service),
      mtom: true,
    });
    const data = new Uint8Array(2_000).fill(7);
    expect(await client.call(store, { name: "n", data, more: [] })).toMatchObject({
      name: "2000",
      data,
    });
  });

  it("is streamed: the first chunk is read before the last one exists", async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const seen: number[] = [];
    const service = await createService(
      { stream },
      {
        handlers: {
          stream: async ({ scan }) => {
            for await (const chunk of scan.$value) {
              seen.push(chunk.length);
              release();
            }
            return { scan: { $value: attachment(new Uint8Array(1)) } };
          },
        },
      },
    );
    const chunks = async function* () {
      yield new Uint8Array(100_000);
      await released;
      yield new Uint8Array(1);
    };
    const client = new SoapClient({
      endpoint: service.url,
      transport: inMemory(service),
      mtom: true,
    });
    await client.call(stream, { scan: { $value: attachment(chunks()) } });
    expect(seen.reduce((sum, length) => sum + length, 0)).toBe(100_001);
  });
});

it("the simulator keeps the session of each client in its cookies", async () => {
  const { service, state } = await createSimulator();
  const auth = { email: "tech@example.com", password: PASSWORD };
  const rescue = createRescueClient({ auth, transport: inMemory(service) });
  expect(await rescue.getAccount()).toMatchObject({ status: "OK" });
  expect(await rescue.getAccount()).toMatchObject({ status: "OK" });
  expect(state.calls.map(({ operation }) => operation)).toEqual([
    "login",
    "getAccount",
    "getAccount",
  ]);
});
