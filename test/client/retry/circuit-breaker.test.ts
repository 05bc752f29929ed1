import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startCall } from "../../../src/client/index.js";
import { circuitBreaker } from "../../../src/client/retry/circuit-breaker.js";
import {
  AbortError,
  ConnectionError,
  DecodeError,
  EncodeError,
  HttpError,
  TimeoutError,
} from "../../../src/errors/index.js";
import { httpHeaders } from "../../../src/http/headers.js";
import type { CircuitChange, Reply } from "../../../src/protocol/index.js";
import { rejection } from "../../http/loopback.js";
import { echo } from "../echo-call.js";

const REPLY: Reply = { value: "fine", status: 200, headers: httpHeaders({}) };
const ENDPOINT = "https://me:secret@a.example/b?token=secret";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function start() {
  const changes: CircuitChange[] = [];
  const breaker = circuitBreaker({
    failures: 3,
    resetAfter: 1_000,
    onStateChange: (change) => changes.push(change),
  });
  let sent = 0;
  const call = (result: Error | Promise<Reply>, endpoint = ENDPOINT) => {
    const send = breaker.interceptor(async () => {
      sent++;
      if (result instanceof Error) throw result;
      return result;
    });
    return send(
      startCall({ operation: echo, request: {}, resultKind: "response" }, { endpoint }, {}),
    );
  };
  const fail = async (times: number, error: Error = new ConnectionError("refused")) => {
    for (let each = 0; each < times; each++) expect(await rejection(call(error))).toBe(error);
  };
  return { breaker, changes, call, fail, sent: () => sent };
}

test("failures in a row open it; after a time one trial call closes it", async () => {
  const { breaker, changes, call, fail, sent } = start();
  await fail(2);
  await call(Promise.resolve(REPLY));
  await fail(3);
  expect(breaker.state(ENDPOINT)).toBe("open");
  vi.advanceTimersByTime(400);
  const rejected = await rejection(call(Promise.resolve(REPLY)));
  expect(rejected).toMatchObject({
    code: "CIRCUIT_OPEN",
    message:
      "echo was not sent: the last 3 calls of https://a.example/b failed, so the circuit breaker is open; the next try is in 600 ms.",
    delivery: "not-sent",
    retryAfter: 600,
  });
  expect(sent()).toBe(6);
  vi.advanceTimersByTime(600);
  expect(breaker.state(ENDPOINT)).toBe("half-open");
  let respond = (_reply: Reply) => {};
  const trial = new Promise<Reply>((resolve) => {
    respond = resolve;
  });
  const first = call(trial);
  expect(await rejection(call(Promise.resolve(REPLY)))).toMatchObject({ code: "CIRCUIT_OPEN" });
  respond(REPLY);
  expect(await first).toBe(REPLY);
  expect(breaker.state(ENDPOINT)).toBe("closed");
  expect(await call(Promise.resolve(REPLY))).toBe(REPLY);
  const endpoint = "https://a.example/b";
  expect(changes).toEqual(["open", "half-open", "closed"].map((state) => ({ endpoint, state })));
});

test("a failed trial opens it again", async () => {
  const { breaker, fail } = start();
  await fail(3);
  vi.advanceTimersByTime(1_000);
  await fail(1);
  expect(breaker.state(ENDPOINT)).toBe("open");
  vi.advanceTimersByTime(999);
  expect(breaker.state(ENDPOINT)).toBe("open");
});

test("an aborted trial leaves it half-open", async () => {
  const { breaker, fail } = start();
  await fail(3);
  vi.advanceTimersByTime(1_000);
  await fail(1, new AbortError("stop"));
  expect(breaker.state(ENDPOINT)).toBe("half-open");
});

test("each endpoint has its own state", async () => {
  const { breaker, call, fail } = start();
  await fail(3);
  expect(await call(Promise.resolve(REPLY), "https://a.example/c")).toBe(REPLY);
  expect(breaker.state("https://a.example/c")).toBe("closed");
  expect(breaker.state("https://other.example/")).toBe("closed");
});

test.each<[string, Error, "open" | "closed"]>([
  ["a response that is not SOAP", new DecodeError("NOT_SOAP", "page", ""), "closed"],
  ["status 404", new HttpError("gone", 404, ""), "closed"],
  ["a request that is not valid", new EncodeError("long", "a"), "open"],
])("failures before and after %s", async (_name, error, state) => {
  const { breaker, fail } = start();
  await fail(2);
  await fail(1, error);
  await fail(1);
  expect(breaker.state(ENDPOINT)).toBe(state);
});

describe("it is", () => {
  test.each<[string, Error, "open" | "closed"]>([
    ["timeouts", new TimeoutError("late"), "open"],
    ["status 500", new HttpError("broken", 500, ""), "open"],
    ["status 429", new HttpError("busy", 429, ""), "open"],
    ["status 404", new HttpError("gone", 404, ""), "closed"],
    ["responses that are not SOAP", new DecodeError("NOT_SOAP", "page", ""), "closed"],
    ["requests that are not valid", new EncodeError("long", "a"), "closed"],
    ["aborts", new AbortError("stop"), "closed"],
  ])("after %s", async (_name, error, state) => {
    const { breaker, fail } = start();
    await fail(3, error);
    expect(breaker.state(ENDPOINT)).toBe(state);
  });
});
