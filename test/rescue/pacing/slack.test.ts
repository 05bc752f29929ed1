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

  /** A slack after rejections, each at the end of the pause before. */
  function rejectedSlack(rejections: number) {
    const slack = new Slack();
    for (const roundTrip of eight(100)) slack.learn(roundTrip);
    const pauses = Array.from({ length: rejections }, () => {
      slack.rejected();
      return pauseOf(slack);
    });
    return { slack, pauses };
  }

  it("is 0 for a pause after each rejection, which grows to a limit", () => {
    expect(rejectedSlack(5).pauses).toEqual([16, 128, 1024, 8192, 8192]);
  });

  it.each([
    [1, 499, 128],
    [1, 500, 16],
    [2, 500, 128],
    [2, 1000, 16],
    [5, 500, 1024],
    [1, 2000, 16],
    [0, 2000, 16],
  ])("after %d rejections and %d early calls pauses for %d calls", (rejections, early, want) => {
    const { slack } = rejectedSlack(rejections);
    for (let call = 0; call < early; call++) slack.accepted();
    slack.rejected();
    expect(pauseOf(slack)).toBe(want);
  });

  it("counts the early calls from the latest rejection", () => {
    const { slack } = rejectedSlack(1);
    for (let call = 0; call < 400; call++) slack.accepted();
    slack.rejected();
    expect(pauseOf(slack)).toBe(128);
    for (let call = 0; call < 400; call++) slack.accepted();
    slack.rejected();
    expect(pauseOf(slack)).toBe(1024);
  });

  it("is unused until a rejection, and again after enough early calls", () => {
    const { slack } = rejectedSlack(0);
    expect(slack.isUnused).toBe(true);
    slack.rejected();
    for (let call = 0; call < 500; call++) slack.accepted();
    expect(slack.isUnused).toBe(false);
    pauseOf(slack);
    expect(slack.isUnused).toBe(true);
  });

  it("is never more than the lowest round trip", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 5_000, noNaN: true })), (roundTrips) => {
        expect(slackAfter(...roundTrips)).toBeLessThanOrEqual(Math.min(...roundTrips, 5_000));
      }),
    );
  });
});
