import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startCall } from "../../../src/client/index.js";
import { type Retry, type RetryOptions, retry } from "../../../src/client/retry/retry.js";
import {
  AbortError,
  ConnectionError,
  DecodeError,
  EncodeError,
  HttpError,
  type SoapError,
  TimeoutError,
} from "../../../src/errors/index.js";
import { httpHeaders } from "../../../src/http/headers.js";
import type { Call, Reply } from "../../../src/protocol/index.js";
import { rejection } from "../../http/loopback.js";
import { echo } from "../echo-call.js";

const REPLY: Reply = { value: "fine", status: 200, headers: httpHeaders({}) };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

interface Setting extends RetryOptions {
  readonly repeatable?: boolean;
  readonly signal?: AbortSignal;
}

/** Calls `echo`, whose attempts have these results in turn; the last one repeats. */
function run(
  results: readonly (Error | Reply | ((call: Call) => Promise<Reply>))[],
  { repeatable = false, signal, ...options }: Setting = {},
) {
  const retries: Retry[] = [];
  let attempts = 0;
  const next = async (call: Call): Promise<Reply> => {
    const result = results[Math.min(attempts++, results.length - 1)];
    if (typeof result === "function") return result(call);
    if (result instanceof Error) throw result;
    return result ?? REPLY;
  };
  const defaults = { endpoint: "http://a.example/", repeatable: repeatable ? ["echo"] : [] };
  const call = startCall({ operation: echo, request: {}, resultKind: "response" }, defaults, {
    ...(signal && { signal }),
  });
  const send = retry({ onRetry: (each) => retries.push(each), ...options })(next);
  return { end: send(call), retries, attempts: () => attempts };
}

const notSent = () => new ConnectionError("refused", { delivery: "not-sent" });
const unknown = () => new ConnectionError("reset");

describe("an attempt", () => {
  test.each<[string, () => Error, boolean, number]>([
    ["that was not sent", notSent, false, 3],
    ["that was not sent, of a repeatable call", notSent, true, 3],
    ["that may have arrived", unknown, false, 1],
    ["that may have arrived, of a repeatable call", unknown, true, 3],
    ["that timed out", () => new TimeoutError("late"), false, 1],
    ["that timed out, of a repeatable call", () => new TimeoutError("late"), true, 3],
    ["that was aborted", () => new AbortError("stop", { delivery: "not-sent" }), true, 1],
    ["with status 503", () => new HttpError("down", 503, ""), false, 1],
    ["with status 503, of a repeatable call", () => new HttpError("down", 503, ""), true, 3],
    ["with status 429, of a repeatable call", () => new HttpError("busy", 429, ""), true, 3],
    ["with status 500, of a repeatable call", () => new HttpError("broken", 500, ""), true, 1],
    ["with a wrong response", () => new DecodeError("NOT_SOAP", "page", ""), true, 1],
    ["with a wrong request", () => new EncodeError("long", "echo/text"), true, 1],
    ["with another error", () => new TypeError("bug"), true, 1],
  ])("%s", async (_name, error, repeatable, attempts) => {
    const { end, attempts: made } = run([error()], { repeatable });
    const [failure] = await Promise.all([rejection(end), vi.runAllTimersAsync()]);
    expect(failure).toBeInstanceOf(error().constructor);
    expect(made()).toBe(attempts);
  });
});

test("the call resolves to the first response", async () => {
  const { end, retries } = run([notSent(), notSent(), REPLY]);
  const [reply] = await Promise.all([end, vi.runAllTimersAsync()]);
  expect(reply).toBe(REPLY);
  expect(retries.map(({ attempt, operation }) => [attempt, operation])).toEqual([
    [1, "echo"],
    [2, "echo"],
  ]);
  expect(vi.getTimerCount()).toBe(0);
});

test("waits are random parts of a growing bound, at most maxDelay", async () => {
  const options = { attempts: 6, baseDelay: 100, maxDelay: 500, deadline: 100_000 };
  for (const [random, waits] of [
    [0, [0, 0, 0, 0, 0]],
    [0.5, [50, 100, 200, 250, 250]],
    [0.99, [99, 198, 396, 495, 495]],
  ] as const) {
    vi.spyOn(Math, "random").mockReturnValue(random);
    const { end, retries } = run([notSent()], options);
    await Promise.all([rejection(end), vi.runAllTimersAsync()]);
    expect(retries.map(({ delay }) => Math.round(delay))).toEqual(waits);
  }
});

test("the Retry-After of the server is the shortest wait", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  const { end, retries } = run([new HttpError("down", 503, "", 7_000), REPLY], {
    repeatable: true,
  });
  await Promise.all([end, vi.runAllTimersAsync()]);
  expect(retries.map(({ delay }) => delay)).toEqual([7_100]);
});

test.each([
  ["beyond the deadline", 5_001, { deadline: 5_000 }],
  ["of more than a minute", 61_000, {}],
])("a Retry-After %s ends the call at once", async (_name, wait, options) => {
  const error = new HttpError("down", 503, "", wait);
  const { end, retries } = run([error], { ...options, repeatable: true });
  expect(await rejection(end)).toMatchObject({ status: 503, attempts: 1 });
  expect(retries).toEqual([]);
});

test("the error states the attempts and the time, and that an earlier attempt may have arrived", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  const { end } = run([unknown(), notSent()], { repeatable: true });
  const [error] = await Promise.all([rejection(end), vi.runAllTimersAsync()]);
  expect(error).toMatchObject({
    message: "refused It was the last of 3 attempts in 300 ms.",
    delivery: "unknown",
    attempts: 3,
    elapsed: 300,
  });
});

test("the deadline ends an attempt with a TimeoutError that states its delivery", async () => {
  const stalled = ({ signal }: Call) =>
    new Promise<Reply>((_, reject) =>
      signal?.addEventListener("abort", () =>
        reject(new AbortError("", { delivery: "not-sent", cause: signal.reason })),
      ),
    );
  const { end } = run([stalled], { deadline: 5_000 });
  const [error] = await Promise.all([rejection(end), vi.runAllTimersAsync()]);
  expect(error).toMatchObject({
    code: "TIMEOUT",
    message: "echo took longer than 5000 ms, the deadline of all its attempts.",
    delivery: "not-sent",
    attempts: 1,
    elapsed: 5_000,
  });
});

test("an abort ends a wait at once, with the caller's reason", async () => {
  const controller = new AbortController();
  const { end, attempts } = run([notSent()], { signal: controller.signal, baseDelay: 100_000 });
  const failure = rejection(end);
  await vi.advanceTimersByTimeAsync(0);
  controller.abort("enough");
  expect(await failure).toMatchObject({ code: "ABORTED", cause: "enough", delivery: "not-sent" });
  expect(attempts()).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

test("an error that an inner retry has counted is not repeated", async () => {
  const inner: SoapError = Object.assign(notSent(), { attempts: 3, elapsed: 9 });
  const { end, attempts } = run([inner]);
  expect(await rejection(end)).toBe(inner);
  expect([attempts(), inner.elapsed]).toEqual([1, 9]);
});

test("the error of a stream that was already sent is that of the attempt that sent it", async () => {
  const { end } = run([unknown(), new EncodeError("already read", "echo")], { repeatable: true });
  const [error] = await Promise.all([rejection(end), vi.runAllTimersAsync()]);
  expect(error).toMatchObject({ code: "CONNECTION", delivery: "unknown", attempts: 2 });
});
