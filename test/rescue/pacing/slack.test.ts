import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Slack } from "../../../src/rescue/pacing/slack.js";

function slackAfter(...roundTrips: number[]): number {
  const slack = new Slack();
  for (const roundTrip of roundTrips) slack.learn(roundTrip);
  return slack.ms;
}

const eight = (roundTrip: number) => Array.from({ length: 8 }, () => roundTrip);

describe("the slack", () => {
  it.each<[name: string, given: number[], want: number]>([
    ["is 0 at first", [], 0],
    ["is 0 after seven round trips", eight(100).slice(1), 0],
    ["is the lowest round trip minus a clock tick on a steady network", eight(100), 84],
    ["is reduced by the spread", [...eight(100), 130], 54],
    ["is 0 on an unsteady network", [...eight(100), 190], 0],
    ["is 0 if the round trip is shorter than a clock tick", eight(10), 0],
    ["is reduced by a low round trip", [40, ...eight(60)], 4],
    ["rises with the network after sixteen round trips", [40, ...eight(60), ...eight(60)], 44],
    ["forgets a slow one after sixteen others", [900, ...eight(100), ...eight(100)], 84],
  ])("%s", (_, given, want) => {
    expect(slackAfter(...given)).toBe(want);
  });

  it("is 0 after round trips that are too old", () => {
    const slack = new Slack();
    for (const roundTrip of eight(100)) slack.learn(roundTrip);
    slack.forget();
    expect(slack.ms).toBe(0);
    for (const roundTrip of eight(200)) slack.learn(roundTrip);
    expect(slack.ms).toBe(184);
  });

  /** The number of calls until there is slack again. */
  function pauseOf(slack: Slack): number {
    let calls = 0;
    for (; slack.ms === 0; calls++) slack.learn(100);
    return calls;
  }

  /** The pauses after rejections, each of them `calls` calls after the end of the pause before. */
  function pauses(rejections: number, calls: number): number[] {
    const slack = new Slack();
    for (const roundTrip of eight(100)) slack.learn(roundTrip);
    return Array.from({ length: rejections }, () => {
      for (let call = 0; call < calls; call++) slack.learn(100);
      slack.rejected();
      return pauseOf(slack);
    });
  }

  it.each<[rejections: number, calls: number, want: number[]]>([
    [4, 0, [16, 376, 400, 400]],
    [4, 200, [16, 16, 160, 200]],
    [5, 384, [16, 16, 16, 16, 16]],
    // The credit is limited to three rejections.
    [1, 10_000, [16]],
  ])("is 0 for a pause after each of %d rejections, %d calls apart", (rejections, calls, want) => {
    expect(pauses(rejections, calls)).toEqual(want);
  });

  it("has credit for three rejections at most", () => {
    const slack = new Slack();
    for (let call = 0; call < 10_000; call++) slack.learn(100);
    const counts = [0, 0, 0].map(() => {
      slack.rejected();
      return pauseOf(slack);
    });
    expect(counts).toEqual([16, 16, 368]);
  });

  it("can be forgotten until a rejection, and again after enough calls", () => {
    const slack = new Slack();
    expect(slack.isForgettable).toBe(true);
    slack.rejected();
    for (let call = 0; call < 399; call++) slack.learn(100);
    expect(slack.isForgettable).toBe(false);
    slack.learn(100);
    expect(slack.isForgettable).toBe(true);
  });

  it("is never more than the lowest round trip", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 5_000, noNaN: true })), (roundTrips) => {
        expect(slackAfter(...roundTrips)).toBeLessThanOrEqual(Math.min(...roundTrips, 5_000));
      }),
    );
  });
});
