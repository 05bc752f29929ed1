import { describe, expect, it } from "vitest";
import { measureVirtually } from "../../../bench/pacing/measure.js";
import { changing, hostile, jitter, type Network, steady } from "../../../bench/pacing/networks.js";

describe("at the clock of a service with a limit", () => {
  it.each([5, 50, 300])(
    "a steady round trip of %d ms has no early call and 0.98 of the rate",
    async (roundTrip) => {
      const { violations, rate } = await measureVirtually({
        network: steady(roundTrip),
        calls: 200,
        pacing: {},
      });
      expect(violations).toBe(0);
      expect(rate).toBeGreaterThanOrEqual(0.98);
    },
  );

  it.each<[name: string, network: Network]>([
    ["jitter", jitter(5, 500)],
    ["a changing network", changing(17, 300, 20)],
    ["a hostile network", hostile(300, 0)],
  ])("%s has no early call without slack", async (_, network) => {
    const pacing = { slack: false };
    expect(await measureVirtually({ network, calls: 300, pacing })).toMatchObject({
      violations: 0,
    });
  });

  it.each<[name: string, network: Network, most: number]>([
    ["jitter", jitter(5, 500), 0],
    ["a changing network", changing(17, 300, 20), 4],
    ["a hostile network", hostile(300, 0), 4],
    ["a hostile network after 400 calls", hostile(300, 400), 4],
  ])("%s has 2 early calls and 1 of 400 at most", async (_, network, most) => {
    const { violations } = await measureVirtually({ network, calls: 1_000, pacing: {} });
    expect(violations).toBeLessThanOrEqual(most);
  });

  it("the rate follows the network up, and a rare Error", async () => {
    const rising = { network: changing(200, 50, 300), calls: 400, pacing: {} };
    expect((await measureVirtually(rising)).rate).toBeGreaterThanOrEqual(0.97);
    const failing = { network: steady(300), calls: 400, pacing: {}, errorEvery: 300 };
    expect((await measureVirtually(failing)).rate).toBeGreaterThanOrEqual(0.96);
  });
});
