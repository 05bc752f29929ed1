import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  ConnectionError,
  circuitBreaker,
  createRescueClient,
  type RescueClientOptions,
} from "../../src/index.js";
import { rejection } from "../http/loopback.js";
import { EMAIL, fakeService } from "./fake-service.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const PIN = { bNoTechConsole: true };

let accounts = 0;
const auth = () => ({ authCode: `retried-code-${++accounts}` });

/** generateEmailText with these results in turn, the last one again and again; and the times of the calls, in ms. */
function emails(results: readonly ("OK" | "Error")[]) {
  const times: number[] = [];
  const service = fakeService(() => {
    times.push(performance.now());
    const result = results[Math.min(times.length, results.length) - 1];
    return result === "OK" ? EMAIL : "generateEmailText_Error";
  });
  const call = async (options: Partial<RescueClientOptions> = {}) => {
    const { transport } = service;
    const rescue = createRescueClient({ auth: auth(), transport, ...options });
    const end = rescue.generateEmailText({ iPINCode: 123456 });
    await vi.runAllTimersAsync();
    const { status } = await end;
    return { status, gaps: times.slice(1).map((time, index) => time - (times[index] ?? 0)) };
  };
  return { call };
}

describe("generateEmailText with the status Error", () => {
  test("is repeated after an interval", async () => {
    expect(await emails(["Error", "OK"]).call()).toEqual({ status: "OK", gaps: [1_000] });
  });

  test("waits the interval of the client", async () => {
    const throttle = { generateEmailText: 2_500 };
    const outcome = await emails(["Error", "OK"]).call({ throttle });
    expect(outcome).toEqual({ status: "OK", gaps: [2_500] });
  });

  test("waits the documented interval without pacing", async () => {
    const outcome = await emails(["Error", "OK"]).call({ throttle: false });
    expect(outcome).toEqual({ status: "OK", gaps: [1_000] });
  });

  test.each([1, 2, 3, 5])("is the outcome after %i attempts", async (attempts) => {
    const { status, gaps } = await emails(["Error"]).call({ retry: { attempts } });
    expect([status, gaps.length]).toEqual(["Error", attempts - 1]);
  });

  test("is the outcome at once without retries", async () => {
    expect(await emails(["Error"]).call({ retry: false })).toEqual({ status: "Error", gaps: [] });
  });
});

test("requestPINCode is never repeated after it was sent, a read is", async () => {
  const calls: string[] = [];
  const rescue = createRescueClient({
    auth: auth(),
    transport: async ({ body }) => {
      calls.push(/<soap:Body><(\w+)/.exec(String(body))?.[1] ?? "");
      throw new ConnectionError("reset");
    },
  });
  for (const call of [() => rescue.requestPINCode(PIN), () => rescue.getTimezone({})]) {
    const failure = rejection(call());
    await vi.runAllTimersAsync();
    expect(await failure).toMatchObject({ code: "CONNECTION", delivery: "unknown" });
  }
  expect(calls).toEqual(["requestPINCode", "getTimezone", "getTimezone", "getTimezone"]);
});

test("a sign-in that fails is repeated by itself, and not by the call that needs it as well", async () => {
  let connections = 0;
  const rescue = createRescueClient({
    auth: { email: "a@b.example", password: "planted-password" },
    transport: async () => {
      connections++;
      throw new ConnectionError("refused", { delivery: "not-sent" });
    },
  });
  const failure = rejection(rescue.requestPINCode(PIN));
  await vi.runAllTimersAsync();
  expect(await failure).toMatchObject({ delivery: "not-sent", attempts: 3 });
  expect(connections).toBe(3);
});

test("clients share a circuit breaker", async () => {
  const breaker = circuitBreaker({ failures: 2 });
  const transport = () => Promise.reject(new ConnectionError("reset"));
  const endpoint = "http://127.0.0.1/API.asmx";
  const client = () =>
    createRescueClient({
      auth: auth(),
      transport,
      endpoint,
      circuitBreaker: breaker,
      retry: false,
    });
  for (let each = 0; each < 2; each++) await rejection(client().requestPINCode(PIN));
  expect(await rejection(client().requestPINCode(PIN))).toMatchObject({
    code: "CIRCUIT_OPEN",
    delivery: "not-sent",
  });
  expect(breaker.state(endpoint)).toBe("open");
});

test.each([
  [{ attempts: 0 }, "retry.attempts must be an integer from 1, but it is 0."],
  [{ attempts: 1.5 }, "retry.attempts must be an integer from 1, but it is 1.5."],
  [
    { baseDelay: -1 },
    "retry.baseDelay must be a number of milliseconds, at most 2147483647, but it is -1.",
  ],
  [
    { deadline: 0 },
    "retry.deadline must be a number of milliseconds, at most 2147483647, but it is 0.",
  ],
  [
    { maxDelay: Number.NaN },
    "retry.maxDelay must be a number of milliseconds, at most 2147483647, but it is NaN.",
  ],
])("the options %o are rejected", (retry, message) => {
  expect(() => createRescueClient({ auth: auth(), retry })).toThrow(message);
});
