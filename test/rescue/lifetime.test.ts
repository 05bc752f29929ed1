import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  ConnectionError,
  createRescueClient,
  type RescueClientOptions,
  type Transport,
} from "../../src/index.js";
import { startSimulator } from "../../src/simulator/index.js";
import { rejection } from "../http/loopback.js";
import { EMAIL, fakeService } from "./fake-service.js";

const PIN = { bNoTechConsole: true };
const auth = { email: "tech@example.com", password: "planted-password" };
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let accounts = 0;
const own = () => ({ ...auth, email: `tech${++accounts}@example.com` });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A client of a service whose responses take 100 ms. */
function start(options: Partial<RescueClientOptions> = {}) {
  const service = fakeService(async ({ operation }) => {
    await sleep(100);
    if (operation === "generateEmailText") return EMAIL;
    return operation === "requestPINCode"
      ? { result: "requestPINCode_OK", outs: "<iPINCode>1</iPINCode>" }
      : undefined;
  });
  const { transport, names } = service;
  const rescue = createRescueClient({ auth: own(), transport, ...options });
  return { rescue, names };
}

describe("close()", () => {
  test("sends nothing for a client that has not signed in", async () => {
    const { rescue, names } = start();
    await rescue.close();
    expect(names()).toEqual([]);
  });

  test("ends waits, awaits the exchange in progress, and signs out after it", async () => {
    const { rescue, names } = start();
    const sent = rescue.generateEmailText({ iPINCode: 1 });
    const waiting = rejection(rescue.generateEmailText({ iPINCode: 2 }));
    await vi.advanceTimersByTimeAsync(150);
    expect(names()).toEqual(["login", "generateEmailText"]);
    const closed = rescue.close();
    expect(await waiting).toMatchObject({ code: "CLIENT_CLOSED", delivery: "not-sent" });
    expect(names()).toEqual(["login", "generateEmailText"]);
    await vi.runAllTimersAsync();
    expect((await sent).status).toBe("OK");
    await closed;
    expect(names()).toEqual(["login", "generateEmailText", "logout"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("signs out after a sign-in in progress, whose call is not sent", async () => {
    const { rescue, names } = start();
    const call = rejection(rescue.requestPINCode(PIN));
    await vi.advanceTimersByTimeAsync(50);
    const closed = rescue.close();
    expect(await call).toMatchObject({ code: "CLIENT_CLOSED", delivery: "not-sent" });
    await vi.runAllTimersAsync();
    await closed;
    expect(names()).toEqual(["login", "logout"]);
  });

  test("ends the wait for another attempt", async () => {
    const transport: Transport = async () => {
      await sleep(10);
      throw new ConnectionError("reset");
    };
    const { rescue } = start({
      auth: { authCode: `closing-code-${++accounts}` },
      transport,
      retry: { baseDelay: 100_000, maxDelay: 100_000, deadline: 1_000_000 },
    });
    const call = rejection(rescue.getTimezone());
    await vi.advanceTimersByTimeAsync(50);
    await rescue.close();
    expect(await call).toMatchObject({ code: "CLIENT_CLOSED", delivery: "unknown" });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("may be called twice; later calls are not sent", async () => {
    const { rescue, names } = start();
    await Promise.all([rescue.close(), rescue.close()]);
    expect(await rejection(rescue.requestPINCode(PIN))).toMatchObject({
      code: "CLIENT_CLOSED",
      message: "requestPINCode was not sent: the client is closed.",
      delivery: "not-sent",
    });
    expect(names()).toEqual([]);
  });

  test("resolves if the sign-out fails", async () => {
    let isDown = false;
    const service = fakeService(() => undefined);
    const transport: Transport = async (request) => {
      if (isDown) throw new Error("down");
      return service.transport(request);
    };
    const rescue = createRescueClient({ auth: own(), transport });
    await rescue.getTimezone();
    isDown = true;
    await expect(rescue.close()).resolves.toBeUndefined();
  });
});

test("the caller's signal still ends a wait, with the caller's reason", async () => {
  const { rescue } = start();
  const controller = new AbortController();
  const { signal } = controller;
  const first = rescue.generateEmailText({ iPINCode: 1 });
  const waiting = rejection(rescue.generateEmailText({ iPINCode: 2 }, { signal }));
  await vi.advanceTimersByTimeAsync(250);
  controller.abort("enough");
  expect(await waiting).toMatchObject({ code: "ABORTED", cause: "enough" });
  await vi.runAllTimersAsync();
  await first;
});

test.each([
  [true, 18 * 60_000 + 1, ["login", "getTimezone", "login"]],
  [true, 17 * 60_000, ["login", "getTimezone"]],
  [true, 60 * 60_000, ["login", "getTimezone", "login", "login", "login"]],
  [false, 60 * 60_000, ["login", "getTimezone"]],
])("renewSession: %s, after %i ms", async (renewSession, ms, want) => {
  const { rescue, names } = start({ renewSession });
  const call = rescue.getTimezone();
  await vi.advanceTimersByTimeAsync(200);
  await call;
  await vi.advanceTimersByTimeAsync(ms);
  expect(names()).toEqual(want);
  const closed = rescue.close();
  await vi.advanceTimersByTimeAsync(1_000);
  await closed;
  expect(vi.getTimerCount()).toBe(0);
});

test("await using signs out of the simulator and closes the connections", async () => {
  vi.useRealTimers();
  const simulator = await startSimulator();
  const { url: endpoint } = simulator;
  {
    await using rescue = createRescueClient({
      endpoint,
      auth: { email: "tech@example.com", password: "secret" },
    });
    expect((await rescue.getAccount()).status).toBe("OK");
  }
  // It ends at once only if no connection is open.
  await simulator.close();
});
