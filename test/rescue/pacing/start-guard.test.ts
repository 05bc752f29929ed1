import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { StartGuard } from "../../../src/rescue/pacing/start-guard.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Runs a start after each of the pauses, and returns the times of the starts. */
async function startsOf(interval: number, pauses: readonly { pause: number; jump?: number }[]) {
  const guard = new StartGuard();
  const begin = performance.now();
  const starts: number[] = [];
  for (const { pause, jump = 0 } of pauses) {
    await vi.advanceTimersByTimeAsync(pause);
    vi.setSystemTime(Date.now() + jump);
    guard.run(() => starts.push(performance.now() - begin), interval);
  }
  await vi.runAllTimersAsync();
  return starts;
}

describe("the guard of starts", () => {
  it.each([
    ["starts at once after the interval", [0, 1000, 1200], [0, 1000, 2200]],
    ["delays a start that is too early", [0, 300], [0, 1000]],
    ["delays several starts", [0, 300, 300], [0, 1000, 2000]],
  ])("%s", async (_, pauses, want) => {
    expect(
      await startsOf(
        1000,
        pauses.map((pause) => ({ pause })),
      ),
    ).toEqual(want);
  });

  it.each([-3_600_000, -1000, -6, 6, 3_600_000])(
    "starts at once after the clock was set by %d ms",
    async (jump) => {
      expect(await startsOf(1000, [{ pause: 0 }, { pause: 1000, jump }])).toEqual([0, 1000]);
      expect(await startsOf(1000, [{ pause: 0, jump }, { pause: 1000 }])).toEqual([0, 1000]);
    },
  );

  it("keeps the previous start if the clock is corrected by a few ms", async () => {
    expect(await startsOf(1000, [{ pause: 0 }, { pause: 900, jump: -5 }])).toEqual([0, 1005]);
  });
});
