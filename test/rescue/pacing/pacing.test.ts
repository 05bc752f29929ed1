import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  createRescueClient,
  type GenerateEmailTextOutcome,
  type RescueClient,
  type RescueClientOptions,
  type Wait,
} from "../../../src/index.js";
import { Paces } from "../../../src/rescue/pacing/paces.js";
import { EMAIL, fakeService } from "../fake-service.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The times that a request needs to the server and the response back, in ms. */
interface Legs {
  readonly out: number;
  readonly back: number;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A distant service, and the times at which calls arrive there. */
function distantService(legs: (call: number) => Legs, result?: (call: number) => string) {
  const arrivals: { operation: string; at: number }[] = [];
  const service = fakeService(({ operation }) => {
    if (operation === "login") return "login_OK";
    const pin = { result: "requestPINCode_OK", outs: "<iPINCode>1</iPINCode>" };
    const ok = operation === "requestPINCode" ? pin : `${operation}_Error`;
    return result?.(arrivals.length - 1) ?? (operation === "generateEmailText" ? EMAIL : ok);
  });
  let calls = 0;
  const transport: RescueClientOptions["transport"] = async (request) => {
    const { out, back } = legs(calls++);
    await sleep(out);
    arrivals.push({
      operation: /<soap:Body><(\w+)/.exec(String(request.body))?.[1] ?? "",
      at: performance.now(),
    });
    const response = await service.transport(request);
    await Promise.race([sleep(back), abortOf(request.signal)]);
    return response;
  };
  const gaps = () => arrivals.slice(1).map(({ at }, index) => at - (arrivals[index]?.at ?? 0));
  return { transport, arrivals, gaps };
}

function abortOf(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
}

let accounts = 0;
/** Each test has another account, because paces are shared in the process. */
const newAuth = () => ({ authCode: `code${++accounts}` });

async function finished<Result>(calls: Promise<Result>[]): Promise<Result[]> {
  const all = Promise.all(calls);
  await vi.runAllTimersAsync();
  return all;
}

function emails(rescue: RescueClient, count: number): Promise<GenerateEmailTextOutcome>[] {
  return Array.from({ length: count }, () => rescue.generateEmailText({ iPINCode: 1 }));
}

const steady = (roundTrip: number) => () => ({ out: roundTrip / 2, back: roundTrip / 2 });

describe("pacing", () => {
  it("sends one call per second, in order", async () => {
    const { transport, gaps } = distantService(steady(0));
    const rescue = createRescueClient({ auth: newAuth(), transport });
    const outcomes = await finished(emails(rescue, 4));
    expect(outcomes.every(({ status }) => status === "OK")).toBe(true);
    expect(gaps()).toEqual([1000, 1000, 1000]);
  });

  it("counts the second from the response, because only the response shows that the call has arrived", async () => {
    const legs = [
      { out: 700, back: 0 },
      { out: 0, back: 0 },
    ];
    const { transport, gaps } = distantService((call) => legs[call] ?? { out: 0, back: 0 });
    const rescue = createRescueClient({ auth: newAuth(), transport });
    await finished(emails(rescue, 2));
    expect(gaps()).toEqual([1000]);
  });

  it("is shared by all clients of an account and endpoint, in any letter case of the email address", async () => {
    const { transport, gaps } = distantService(steady(0));
    const password = "secret";
    const clients = ["pace@example.com", "Pace@Example.com"].map((email) =>
      createRescueClient({ auth: { email, password }, transport, protocol: "soap11" }),
    );
    await finished(clients.flatMap((rescue) => emails(rescue, 2)));
    expect(gaps().filter((gap) => gap > 0)).toEqual([1000, 1000, 1000]);
  });

  it("is separate for another account", async () => {
    const { transport, arrivals } = distantService(steady(0));
    const clients = [newAuth(), newAuth()].map((auth) => createRescueClient({ auth, transport }));
    await finished(clients.flatMap((rescue) => emails(rescue, 1)));
    expect(arrivals.map(({ at }) => at - (arrivals[0]?.at ?? 0))).toEqual([0, 0]);
  });

  it("uses the auth code of the call if its request has one", async () => {
    const { transport, gaps } = distantService(steady(0));
    const { authCode: sAuthCode } = newAuth();
    const rescue = createRescueClient({ auth: newAuth(), transport });
    await finished([
      rescue.generateEmailText({ iPINCode: 1, sAuthCode }),
      ...emails(createRescueClient({ auth: { authCode: sAuthCode }, transport }), 1),
    ]);
    expect(gaps()).toEqual([1000]);
  });

  it("counts emails and PIN codes separately, and all versions of PIN requests together", async () => {
    const { transport, arrivals } = distantService(steady(0));
    const rescue = createRescueClient({ auth: newAuth(), transport });
    const start = performance.now();
    await finished<unknown>([
      rescue.generateEmailText({ iPINCode: 1 }),
      rescue.requestPINCode({ bNoTechConsole: true }),
      rescue.requestLensPINCodeV2({ bNoTechConsole: true }),
      rescue.requestInvitationLink({ bNoTechConsole: true, nodeId: 1 }),
      rescue.getAccount(),
      rescue.getAccount(),
    ]);
    expect(arrivals.map(({ operation, at }) => `${at - start} ${operation}`).sort()).toEqual([
      "0 generateEmailText",
      "0 getAccount",
      "0 getAccount",
      "0 requestPINCode",
      "1000 requestLensPINCodeV2",
      "2000 requestInvitationLink",
    ]);
  });

  it("calls onWait with the expected wait", async () => {
    const { transport } = distantService(steady(0));
    const waits: Wait[] = [];
    const onWait = (wait: Wait) => waits.push(wait);
    const rescue = createRescueClient({ auth: newAuth(), transport, onWait });
    await finished(emails(rescue, 1));
    expect(waits).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    await finished(emails(rescue, 2));
    expect(waits).toEqual([
      { operation: "generateEmailText", delay: 600 },
      { operation: "generateEmailText", delay: 1600 },
    ]);
  });

  it("rejects a call that is aborted while it waits, and skips its turn", async () => {
    const { transport, arrivals } = distantService(steady(0));
    const rescue = createRescueClient({ auth: newAuth(), transport });
    const start = performance.now();
    const controller = new AbortController();
    const first = emails(rescue, 1);
    const left = rescue.generateEmailText({ iPINCode: 2 }, { signal: controller.signal });
    const settled = vi.fn();
    left.catch(settled);
    const last = emails(rescue, 1);
    await vi.advanceTimersByTimeAsync(300);
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(settled.mock.calls).toMatchObject([[{ code: "ABORTED" }]]);
    await finished([...first, ...last]);
    expect(arrivals.map(({ at }) => Math.floor((at - start) / 10) * 10)).toEqual([0, 1000]);
  });

  it("keeps no timer for an aborted call", async () => {
    const { transport } = distantService(steady(0));
    const rescue = createRescueClient({ auth: newAuth(), transport, retry: false });
    await finished(emails(rescue, 1));
    const controller = new AbortController();
    const left = rescue.generateEmailText({ iPINCode: 2 }, { signal: controller.signal });
    left.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(10);
    expect(vi.getTimerCount()).toBe(1);
    controller.abort();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("adds one listener to the signal of many calls, which sign in, wait, and are sent", async () => {
    const { transport } = distantService(steady(10));
    const auth = { email: `listener${++accounts}@example.com`, password: "secret" };
    const rescue = createRescueClient({ auth, transport });
    const { signal } = new AbortController();
    let listeners = 0;
    let most = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    vi.spyOn(signal, "addEventListener").mockImplementation((...given: Parameters<typeof add>) => {
      most = Math.max(most, ++listeners);
      add(...given);
    });
    vi.spyOn(signal, "removeEventListener").mockImplementation((...given) => {
      listeners--;
      remove(...given);
    });
    const calls = Array.from({ length: 30 }, () => rescue.getDelimiter({}, { signal }));
    await finished<unknown>([
      ...calls,
      ...Array.from({ length: 30 }, () => rescue.generateEmailText({ iPINCode: 1 }, { signal })),
    ]);
    expect({ listeners, most }).toEqual({ listeners: 0, most: 1 });
  });

  it("does not send a call whose signal has already aborted", async () => {
    const { transport, arrivals } = distantService(steady(0));
    const rescue = createRescueClient({ auth: newAuth(), transport });
    const signal = AbortSignal.abort();
    await expect(rescue.generateEmailText({ iPINCode: 1 }, { signal })).rejects.toMatchObject({
      code: "ABORTED",
    });
    expect(arrivals).toEqual([]);
  });

  it("continues one interval after a call without a response", async () => {
    const { transport, gaps } = distantService((call) => ({
      out: 10,
      back: call === 0 ? 60_000 : 0,
    }));
    const rescue = createRescueClient({ auth: newAuth(), transport, timeout: 200, retry: false });
    const lost = rescue.generateEmailText({ iPINCode: 1 }).catch((error: unknown) => error);
    const [next] = await finished(emails(rescue, 1));
    expect(await lost).toMatchObject({ code: "TIMEOUT" });
    expect(next).toMatchObject({ status: "OK" });
    expect(gaps()).toEqual([1200]);
  });

  it("does not count the wait towards the timeout", async () => {
    const { transport } = distantService(steady(10));
    const rescue = createRescueClient({ auth: newAuth(), transport, timeout: 100 });
    const outcomes = await finished(emails(rescue, 5));
    expect(outcomes.every(({ status }) => status === "OK")).toBe(true);
  });

  it("continues after a call that stalls, whatever its timeout", async () => {
    const { transport, arrivals, gaps } = distantService((call) => ({
      out: 10,
      back: call === 0 ? 1_000_000 : 10,
    }));
    const auth = newAuth();
    const throttle = { stalledAfter: 2_000 };
    const patient = createRescueClient({ auth, transport, throttle, timeout: 2_000_000 });
    const calls = [...emails(patient, 1), ...emails(createRescueClient({ auth, transport }), 2)];
    await vi.advanceTimersByTimeAsync(10_000);
    expect(arrivals).toHaveLength(3);
    expect(gaps()).toEqual([2000, 1020]);
    await finished(calls);
  });

  it("rejects a call above maxWaiting, and nothing is sent for it", async () => {
    const { transport, arrivals } = distantService(steady(0));
    const throttle = { maxWaiting: 2 };
    const rescue = createRescueClient({ auth: newAuth(), transport, throttle });
    const calls = emails(rescue, 3);
    await expect(rescue.generateEmailText({ iPINCode: 1 })).rejects.toMatchObject({
      code: "QUEUE_FULL",
      expectedWait: 3000,
    });
    await finished(calls);
    expect(arrivals).toHaveLength(3);
  });

  it("uses the longest interval of the clients of an account", async () => {
    const { transport, gaps } = distantService(steady(0));
    const auth = newAuth();
    const clients = [500, 3000, 1000].map((generateEmailText) =>
      createRescueClient({ auth, transport, throttle: { generateEmailText } }),
    );
    await finished(clients.flatMap((rescue) => emails(rescue, 2)));
    expect(gaps()).toEqual([3000, 3000, 3000, 3000, 3000]);
  });

  it.each<[name: string, throttle: RescueClientOptions["throttle"], gap: number]>([
    ["is off with false", false, 0],
    ["is off with an interval of 0", { generateEmailText: 0 }, 0],
    ["uses another interval", { generateEmailText: 250 }, 250],
    ["keeps the interval of the other family", { requestPINCode: 250 }, 1000],
  ])("%s", async (_, throttle = {}, gap) => {
    const { transport, gaps } = distantService(steady(0));
    const rescue = createRescueClient({ auth: newAuth(), transport, throttle });
    await finished(emails(rescue, 3));
    expect(gaps()).toEqual([gap, gap]);
  });
});

describe("paces", () => {
  it("are kept while they are needed", async () => {
    const paces = new Paces();
    const client = { interval: 1000, maxWaiting: 10, stalledAfter: 10_000, slack: true };
    const request = { client, operation: "o", signal: undefined, onWait: undefined };
    const busy = await paces.of("busy").turn(request);
    for (let account = 0; account < 100; account++) {
      (await paces.of(`account ${account}`).turn(request)).failed();
    }
    expect(paces.size).toBe(101);
    await vi.advanceTimersByTimeAsync(1000);
    const same = paces.of("busy");
    paces.of("another");
    expect(paces.size).toBe(2);
    expect(paces.of("busy")).toBe(same);
    busy.failed();
  });
});

describe("the slack", () => {
  it("saves most of the round trip on a steady network", async () => {
    const { transport, gaps } = distantService(steady(100));
    const rescue = createRescueClient({ auth: newAuth(), transport });
    await finished(emails(rescue, 12));
    expect(gaps().slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 1100));
    expect(gaps().slice(8)).toEqual([1016, 1016, 1016]);
  });

  it.each(["Error", "PollRateExceeded"])("is reset by the first %s", async (status) => {
    const { transport, gaps } = distantService(
      steady(100),
      (call) => `requestPINCode_${call === 10 ? status : "OutOfPINCodes"}`,
    );
    const rescue = createRescueClient({ auth: newAuth(), transport });
    await finished(
      Array.from({ length: 13 }, () => rescue.requestPINCode({ bNoTechConsole: true })),
    );
    expect(gaps().slice(8)).toEqual([1016, 1016, 1100, 1100]);
  });
});

/** Sends one call per pair of legs, and returns the times between the arrivals. */
async function gapsOf(legs: readonly Legs[]): Promise<number[]> {
  const { transport, gaps } = distantService((call) => legs[call] ?? { out: 0, back: 0 });
  const rescue = createRescueClient({ auth: newAuth(), transport, timeout: 100_000 });
  await finished(emails(rescue, legs.length));
  return gaps();
}

describe("at the server, calls are at least a second apart", () => {
  const leg = (max: number) => fc.integer({ min: 0, max });

  it("with any network, while too few round trips are known", async () => {
    const legs = fc.array(fc.record({ out: leg(3_000), back: leg(3_000) }), {
      minLength: 2,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(legs, async (given) => {
        expect(Math.min(...(await gapsOf(given)))).toBeGreaterThanOrEqual(1000);
      }),
      { numRuns: 100 },
    );
  });

  it("with different legs that jitter within a clock tick", async () => {
    const networks = fc.record({
      out: leg(500),
      back: leg(500),
      jitter: fc.array(fc.record({ out: leg(8), back: leg(8) }), { minLength: 10, maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(networks, async ({ out, back, jitter }) => {
        const legs = jitter.map((extra) => ({ out: out + extra.out, back: back + extra.back }));
        expect(Math.min(...(await gapsOf(legs)))).toBeGreaterThanOrEqual(1000);
      }),
      { numRuns: 100 },
    );
  });

  it("when a slow leg becomes fast after its spread was measured", async () => {
    const slow = Array.from({ length: 20 }, (_, call) => ({ out: call % 2 ? 160 : 60, back: 40 }));
    const gaps = await gapsOf([...slow, { out: 0, back: 40 }, { out: 0, back: 0 }]);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
  });
});
