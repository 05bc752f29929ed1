import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Pace, type Turn, type TurnRequest } from "../../../src/rescue/pacing/pace.js";
import type { PaceClient } from "../../../src/rescue/pacing/waiting-calls.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function newClient(options: Partial<PaceClient> = {}): PaceClient {
  return { interval: 1000, maxWaiting: 100, stalledAfter: 10_000, slack: true, ...options };
}

/** A pace, and the calls that it has started: `name at time`, from the first call. */
function testPace() {
  const pace = new Pace();
  const start = performance.now();
  const started: string[] = [];
  const turn = async (client: PaceClient, request: Partial<TurnRequest> = {}) =>
    pace.turn({ client, operation: "o", signal: undefined, onWait: undefined, ...request });
  const note = (name: string) => started.push(`${name} ${performance.now() - start}`);
  /** Sends a call that takes `roundTrip`. */
  const send = async (client: PaceClient, name = "", roundTrip = 0, tooEarly = false) => {
    const own = await turn(client);
    note(name);
    if (roundTrip > 0) await new Promise((resolve) => setTimeout(resolve, roundTrip));
    own.responded(tooEarly);
  };
  return { pace, turn, send, note, started, now: () => performance.now() - start };
}

const ended = async (calls: Promise<unknown>[]) => {
  await vi.runAllTimersAsync();
  await Promise.all(calls);
};

describe("a pace and the wall clock", () => {
  const jumps = [-3_600_000, 3_600_000, -50, 50];

  it.each(jumps)(
    "keeps its interval when the clock is set by %d ms while a call waits",
    async (jump) => {
      const { send, started } = testPace();
      const client = newClient();
      const calls = [send(client, "a"), send(client, "b"), send(client, "c")];
      await vi.advanceTimersByTimeAsync(500);
      vi.setSystemTime(Date.now() + jump);
      await ended(calls);
      expect(started).toEqual(["a 0", "b 1000", "c 2000"]);
    },
  );

  it.each(jumps)(
    "keeps its interval when the clock is set by %d ms before a call",
    async (jump) => {
      const { send, started } = testPace();
      const client = newClient();
      await send(client, "a");
      vi.setSystemTime(Date.now() + jump);
      await ended([send(client, "b"), send(client, "c")]);
      expect(started).toEqual(["a 0", "b 1000", "c 2000"]);
    },
  );
});

describe("the clients of a pace", () => {
  it("get turns in rotation", async () => {
    const { send, started } = testPace();
    const [many, few] = [newClient(), newClient()];
    const calls = ["a1", "a2", "a3", "a4"].map((name) => send(many, name));
    calls.push(...["b1", "b2"].map((name) => send(few, name)));
    await ended(calls);
    expect(started).toEqual(["a1 0", "a2 1000", "b1 2000", "a3 3000", "b2 4000", "a4 5000"]);
  });

  it("share the longest interval", async () => {
    const { send, started } = testPace();
    const [short, long] = [newClient({ interval: 250 }), newClient({ interval: 2000 })];
    await ended([
      send(short, "a"),
      send(long, "b"),
      send(short, "c"),
      send(short, "d"),
      send(short, "e"),
    ]);
    expect(started).toEqual(["a 0", "b 2000", "c 4000", "d 6000", "e 8000"]);
  });

  it("share the longest interval until the pace is idle", async () => {
    const { send, started } = testPace();
    const [short, long] = [newClient({ interval: 250 }), newClient({ interval: 2000 })];
    await ended([send(long, "a")]);
    await vi.advanceTimersByTimeAsync(500);
    await ended([send(short, "b"), send(short, "c")]);
    await vi.advanceTimersByTimeAsync(2000);
    await ended([send(short, "d"), send(short, "e")]);
    expect(started).toEqual(["a 0", "b 2000", "c 4000", "d 6000", "e 6250"]);
  });

  it("do not share the interval of a call that was aborted before its turn", async () => {
    const { send, turn, started } = testPace();
    const short = newClient({ interval: 250 });
    const controller = new AbortController();
    const first = send(short, "a");
    const { signal } = controller;
    const aborted = turn(newClient({ interval: 60_000 }), { signal }).catch(() => undefined);
    const second = send(short, "b");
    await vi.advanceTimersByTimeAsync(100);
    controller.abort();
    await ended([first, aborted, second]);
    expect(started).toEqual(["a 0", "b 250"]);
  });
});

describe("the queue of a pace", () => {
  it("rejects a call above maxWaiting with the expected wait, for each client", async () => {
    const { turn, send } = testPace();
    const [small, other] = [newClient({ maxWaiting: 2 }), newClient()];
    const calls = [send(small), send(small), send(small), send(other)];
    await expect(turn(small, { operation: "generateEmailText" })).rejects.toMatchObject({
      name: "QueueFullError",
      code: "QUEUE_FULL",
      maxWaiting: 2,
      expectedWait: 4000,
      message: expect.stringMatching(
        /^generateEmailText was not sent: .* 4000 ms.* throttle\.maxWaiting/,
      ),
    });
    calls.push(send(other));
    await ended(calls);
    await ended([send(small)]);
  });

  it("with maxWaiting 0 accepts a call that does not wait", async () => {
    const { send, started } = testPace();
    const client = newClient({ maxWaiting: 0 });
    await ended([send(client, "a")]);
    await expect(send(client, "b")).rejects.toMatchObject({
      code: "QUEUE_FULL",
      expectedWait: 1000,
    });
    await vi.advanceTimersByTimeAsync(1000);
    await ended([send(client, "c")]);
    expect(started).toEqual(["a 0", "c 1000"]);
  });

  it("reports the expected wait of a call by its place in the rotation", async () => {
    const { send, turn } = testPace();
    const [many, few] = [newClient(), newClient()];
    const calls: Promise<unknown>[] = [1, 2, 3, 4].map(() => send(many));
    const waits: number[] = [];
    const onWait = (delay: number) => waits.push(delay);
    calls.push(turn(few, { onWait }).then((own) => own.failed()));
    calls.push(turn(few, { onWait }).then((own) => own.failed()));
    calls.push(turn(many, { onWait }).then((own) => own.failed()));
    await ended(calls);
    expect(waits).toEqual([2000, 4000, 6000]);
  });

  it("has one timer for all calls, and none when all waiting calls are aborted", async () => {
    const { turn, send } = testPace();
    const client = newClient();
    await send(client);
    const controller = new AbortController();
    const { signal } = controller;
    const calls = Array.from({ length: 40 }, () => turn(client, { signal }).catch(() => undefined));
    expect(vi.getTimerCount()).toBe(1);
    controller.abort();
    expect(vi.getTimerCount()).toBe(0);
    await Promise.all(calls);
  });

  it("gives the places of aborted calls to the others", async () => {
    const { turn, send, started } = testPace();
    const client = newClient();
    const controller = new AbortController();
    const { signal } = controller;
    const calls: Promise<unknown>[] = [send(client, "first")];
    for (let call = 0; call < 38; call++) {
      calls.push(turn(client, { signal }).catch(() => undefined));
    }
    calls.push(send(client, "last"));
    controller.abort();
    await ended(calls);
    expect(started).toEqual(["first 0", "last 1000"]);
  });

  it("adds one listener to a signal of many calls", async () => {
    const { turn, send } = testPace();
    const client = newClient();
    const controller = new AbortController();
    const { signal } = controller;
    const add = vi.spyOn(signal, "addEventListener");
    const calls: Promise<unknown>[] = [send(client)];
    for (let call = 0; call < 50; call++) {
      calls.push(turn(client, { signal }).catch(() => undefined));
    }
    expect(add).toHaveBeenCalledTimes(1);
    controller.abort();
    await ended(calls);
  });

  it("continues after an error of onWait, which rejects its call", async () => {
    const { turn, send, started } = testPace();
    const client = newClient();
    const onWait = () => {
      throw new Error("no time");
    };
    const calls = [send(client, "a")];
    await expect(turn(client, { onWait })).rejects.toThrow("no time");
    calls.push(send(client, "b"));
    await ended(calls);
    expect(started).toEqual(["a 0", "b 1000"]);
  });
});

describe("a call without a response", () => {
  it("delays the next call by stalledAfter at most", async () => {
    const { turn, send, started } = testPace();
    const client = newClient({ stalledAfter: 3000 });
    await turn(client);
    await ended([send(client, "b"), send(client, "c")]);
    expect(started).toEqual(["b 3000", "c 4000"]);
  });

  it("delays the next call by one interval at least", async () => {
    const { turn, send, started } = testPace();
    const client = newClient({ stalledAfter: 0 });
    await turn(client);
    await ended([send(client, "b")]);
    expect(started).toEqual(["b 1000"]);
  });

  it("needs no timer if no call waits for it", async () => {
    const { turn } = testPace();
    await turn(newClient());
    expect(vi.getTimerCount()).toBe(0);
  });

  it("delays the next call by an interval when it ends late", async () => {
    const { turn, send, started } = testPace();
    const client = newClient({ stalledAfter: 3000 });
    const stalled = await turn(client);
    await ended([send(client, "b")]);
    await vi.advanceTimersByTimeAsync(600);
    stalled.responded(false);
    await ended([send(client, "c")]);
    expect(started).toEqual(["b 3000", "c 4600"]);
  });

  it("does not end the turn of the call after it", async () => {
    const { turn, note, started } = testPace();
    const client = newClient({ stalledAfter: 3000 });
    const stalled = await turn(client);
    const turns: Turn[] = [];
    const noted = (name: string) => (own: Turn) => {
      note(name);
      turns.push(own);
    };
    void turn(client).then(noted("b"));
    await vi.advanceTimersByTimeAsync(3000);
    void turn(client).then(noted("c"));
    stalled.failed();
    await vi.advanceTimersByTimeAsync(2000);
    expect(started).toEqual(["b 3000"]);
    turns[0]?.responded(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(started).toEqual(["b 3000", "c 6000"]);
  });
});

describe("the slack of a pace", () => {
  /** The times between the starts of calls with a steady round trip of 100 ms. */
  async function gapsOf(count: number, prepare: (test: ReturnType<typeof testPace>) => unknown) {
    const test = testPace();
    await prepare(test);
    test.started.length = 0;
    const client = newClient();
    await ended(Array.from({ length: count }, () => test.send(client, "", 100)));
    const times = test.started.map(Number);
    return times.slice(1).map((time, index) => time - (times[index] ?? 0));
  }
  const warm = async ({ send }: ReturnType<typeof testPace>) => {
    const client = newClient();
    await ended(Array.from({ length: 12 }, () => send(client, "", 100)));
  };

  it("is used as soon as eight round trips are known", async () => {
    expect((await gapsOf(12, () => undefined)).slice(7)).toEqual([1100, 1016, 1016, 1016]);
    expect(await gapsOf(3, warm)).toEqual([1016, 1016]);
  });

  it("is not used by a client without it", async () => {
    const { send, started } = testPace();
    const client = newClient({ slack: false });
    await ended(Array.from({ length: 12 }, () => send(client, "", 100)));
    expect(started.at(-1)).toBe(" 12100");
  });

  it("is not used after a call without a response", async () => {
    const gaps = await gapsOf(3, async (test) => {
      await warm(test);
      const own = test.turn(newClient());
      await vi.runAllTimersAsync();
      (await own).failed();
    });
    expect(gaps[0]).toBe(1100);
  });

  it("has to be learned again after a pause of more than 16 intervals", async () => {
    const gaps = await gapsOf(3, async (test) => {
      await warm(test);
      await vi.advanceTimersByTimeAsync(17_000);
    });
    expect(gaps).toEqual([1100, 1100]);
  });

  it("is not lost by a rejection of a call that was not early", async () => {
    const gaps = await gapsOf(3, async (test) => {
      await warm(test);
      await vi.advanceTimersByTimeAsync(5_000);
      await ended([test.send(newClient(), "", 100, true)]);
    });
    expect(gaps).toEqual([1016, 1016]);
  });

  it("is lost for 16 calls after a rejection of an early call", async () => {
    const gaps = await gapsOf(20, async (test) => {
      await warm(test);
      await ended([test.send(newClient(), "", 100, true)]);
    });
    // One call without slack is before the first of these gaps.
    expect(gaps.indexOf(1016)).toBe(15);
  });
});
