/** Runs programs on a simulated clock: their timers take no time. */

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Runs `work` with a clock and timers of its own, for all code of this process. */
export async function inVirtualTime<Result>(work: () => Promise<Result>): Promise<Result> {
  const real = { setTimeout, clearTimeout, dateNow: Date.now, performanceNow: performance.now };
  const timers = new Map<number, Timer>();
  let now = 0;
  let lastId = 0;
  const fake = {
    setTimeout: (run: () => void, ms = 0) => {
      lastId += 1;
      timers.set(lastId, { at: now + Math.max(ms, 0), run });
      return lastId;
    },
    clearTimeout: (id: number | undefined) => {
      if (id !== undefined) timers.delete(id);
    },
  };
  Object.assign(globalThis, fake);
  Date.now = () => Math.floor(now);
  performance.now = () => now;
  let isDone = false;
  try {
    const result = work().finally(() => {
      isDone = true;
    });
    while (!isDone) {
      await new Promise(setImmediate);
      const [id, next] = earliest(timers);
      if (next === undefined) continue;
      timers.delete(id);
      now = Math.max(now, next.at);
      next.run();
    }
    return await result;
  } finally {
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
    Date.now = real.dateNow;
    performance.now = real.performanceNow;
  }
}

/** Few timers are set at a time, so that no heap is needed. Of equal times the first one is next. */
function earliest(timers: ReadonlyMap<number, Timer>): readonly [number, Timer | undefined] {
  let found: readonly [number, Timer | undefined] = [0, undefined];
  for (const entry of timers) if (entry[1].at < (found[1]?.at ?? Infinity)) found = entry;
  return found;
}
