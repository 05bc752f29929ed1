/** The diagnostics channels of SOAP clients, HTTP bindings and Rescue clients. */
import { AsyncLocalStorage } from "node:async_hooks";
import { channel, tracingChannel } from "node:diagnostics_channel";
import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { circuitBreaker, HttpBindingClient, retry, SoapClient } from "../../../src/client/index.js";
import { ConnectionError } from "../../../src/errors/index.js";
import { type CallMessage, createRescueClient } from "../../../src/index.js";
import { callEcho, echo, envelopeOf } from "../../client/echo-call.js";
import { fakeService } from "../../rescue/fake-service.js";

type Event = "start" | "end" | "asyncStart" | "asyncEnd" | "error";
const EVENTS: readonly Event[] = ["start", "end", "asyncStart", "asyncEnd", "error"];

const releases: (() => void)[] = [];
afterEach(() => {
  for (const release of releases.splice(0)) release();
});

/** The events of calls, and copies of their messages. */
function subscribeCalls() {
  const seen: { readonly event: Event; readonly message: CallMessage }[] = [];
  const calls = tracingChannel<unknown, CallMessage>("rescue-soap:call");
  for (const event of EVENTS) {
    const listener = (message: unknown) => {
      // The channel has one kind of message.
      seen.push({ event, message: structuredClone(plain(message as CallMessage)) });
    };
    calls[event].subscribe(listener);
    releases.push(() => calls[event].unsubscribe(listener));
  }
  return seen;
}

function plain({ progress, ...message }: CallMessage): CallMessage {
  return { ...message, progress: Object.assign({ ...progress }, { observers: [] }) };
}

function subscribe(name: string): unknown[] {
  const seen: unknown[] = [];
  const listener = (message: unknown) => void seen.push(message);
  channel(name).subscribe(listener);
  releases.push(() => channel(name).unsubscribe(listener));
  return seen;
}

const ENDPOINT =
  "http://user:planted-password@127.0.0.1/a/echo;token=planted-token?key=planted-key";

describe("rescue-soap:call", () => {
  it("has the events of a call, with its sizes", async () => {
    const seen = subscribeCalls();
    const { envelope } = await callEcho({ endpoint: ENDPOINT, text: "planted-value" });
    expect(seen.map(({ event }) => event)).toEqual(["start", "end", "asyncStart", "asyncEnd"]);
    expect(seen[0]?.message).toMatchObject({
      operation: "echo",
      endpoint: "http://127.0.0.1/a/echo",
    });
    const bytes = Buffer.byteLength(envelope);
    expect(seen.at(-1)?.message).toMatchObject({
      duration: expect.any(Number),
      progress: { exchanges: 1, httpStatus: 200, sizes: { request: bytes, response: bytes } },
    });
    expect(inspect(seen, { depth: 9 })).not.toContain("planted");
  });

  it("has the code of an error and of a fault", async () => {
    const seen = subscribeCalls();
    const fault = envelopeOf(
      "<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text>planted-reason</s:Text></s:Reason></s:Fault>",
    );
    await expect(callEcho({ respond: () => fault })).rejects.toThrow();
    await expect(callEcho({ respond: () => "planted" })).rejects.toThrow();
    const own = () => () => Promise.reject(new Error("planted-message"));
    await expect(callEcho({ interceptors: [own] })).rejects.toThrow();
    const errors = seen.filter(({ event }) => event === "error").map(({ message }) => message);
    expect(errors).toMatchObject([
      { errorCode: "FAULT", faultCode: "Sender" },
      { errorCode: "MALFORMED_XML" },
      { errorCode: "UNEXPECTED", progress: { exchanges: 0 } },
    ]);
    expect(seen.slice(0, 5).map(({ event }) => event)).toEqual([
      ...EVENTS.slice(0, 2),
      "error",
      "asyncStart",
      "asyncEnd",
    ]);
    expect(inspect(seen, { depth: 9 })).not.toContain("planted");
  });

  it("has the outcomes of a Rescue client and of its sign-in, in the order of their ends", async () => {
    const seen = subscribeCalls();
    const { transport } = fakeService(({ operation }) =>
      operation === "login" ? undefined : "getAccount_Error",
    );
    const auth = { email: "tech@example.com", password: "planted-password" };
    await createRescueClient({
      auth,
      transport,
      endpoint: "http://127.0.0.1/channels",
    }).getAccount();
    const ends = seen.filter(({ event }) => event === "asyncEnd").map(({ message }) => message);
    expect(ends).toMatchObject([
      { operation: "login", status: "OK" },
      { operation: "getAccount", status: "Error", progress: { exchanges: 1 } },
    ]);
    expect(inspect(seen, { depth: 9 })).not.toMatch(/planted|tech@/);
  });

  it("has the calls over HTTP bindings", async () => {
    const seen = subscribeCalls();
    const transport = async () => {
      throw new ConnectionError("planted-message");
    };
    const client = new HttpBindingClient({ endpoint: ENDPOINT, protocol: "http-get", transport });
    await expect(client.call(echo, { text: "planted-value" })).rejects.toThrow();
    expect(seen.at(-1)?.message).toMatchObject({ errorCode: "CONNECTION" });
    expect(inspect(seen, { depth: 9 })).not.toContain("planted");
  });

  it("binds stores for the call", async () => {
    const store = new AsyncLocalStorage<unknown>();
    const { start } = tracingChannel("rescue-soap:call");
    start.bindStore(store, () => "bound");
    releases.push(() => start.unbindStore(store));
    const stores: unknown[] = [];
    await callEcho({
      respond: (envelope) => {
        stores.push(store.getStore());
        return envelope;
      },
    });
    expect(stores).toEqual(["bound"]);
  });

  it("counts nothing without subscribers", async () => {
    const progresses: unknown[] = [];
    await callEcho({
      interceptors: [
        (next) => async (call) => {
          const reply = await next(call);
          progresses.push(call.progress);
          return reply;
        },
      ],
    });
    expect(progresses).toMatchObject([{ exchanges: 1, sizes: undefined, isObserved: false }]);
  });
});

describe("the other channels", () => {
  const failing = (options: Partial<ConstructorParameters<typeof SoapClient>[0]>) =>
    new SoapClient({
      endpoint: ENDPOINT,
      transport: async () => {
        throw new ConnectionError("planted-message", { delivery: "not-sent" });
      },
      ...options,
    }).call(echo, { text: "planted-value" });

  it("publish retries", async () => {
    const retries = subscribe("rescue-soap:retry");
    await expect(failing({ interceptors: [retry({ baseDelay: 0 })] })).rejects.toThrow();
    const common = {
      operation: "echo",
      endpoint: "http://127.0.0.1/a/echo",
      errorCode: "CONNECTION",
    };
    expect(retries).toMatchObject([
      { ...common, attempt: 1 },
      { ...common, attempt: 2 },
    ]);
    expect(inspect(retries, { depth: 9 })).not.toContain("planted");
  });

  it("publish the states of circuit breakers", async () => {
    const states = subscribe("rescue-soap:circuit");
    const breaker = circuitBreaker({ failures: 1 });
    await expect(failing({ interceptors: [breaker.interceptor] })).rejects.toThrow();
    expect(states).toMatchObject([{ state: "open" }]);
    expect(inspect(states)).not.toMatch(/planted-(?:password|key)/);
  });

  it("publish waits, which the progress includes", async () => {
    const waits = subscribe("rescue-soap:wait");
    const seen = subscribeCalls();
    const { transport } = fakeService(() => "generateEmailText_Error");
    const rescue = createRescueClient({
      auth: { authCode: "planted-code" },
      endpoint: "http://127.0.0.1/waits",
      transport,
      throttle: { generateEmailText: 30 },
      retry: false,
    });
    await Promise.all([1, 2].map((iPINCode) => rescue.generateEmailText({ iPINCode })));
    expect(waits).toMatchObject([{ operation: "generateEmailText", delay: expect.any(Number) }]);
    const waited = seen
      .filter(({ event }) => event === "asyncEnd")
      .map(({ message }) => message.progress.waited);
    expect(waited[0]).toBeLessThan(25);
    expect(waited[1]).toBeGreaterThan(25);
    expect(inspect([waits, seen], { depth: 9 })).not.toContain("planted");
  });
});
