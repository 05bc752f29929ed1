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
    ["keeps the lowest round trip", [40, ...eight(60), ...eight(60), ...eight(60)], 4],
    ["forgets a slow one after sixteen others", [900, ...eight(100), ...eight(100)], 84],
  ])("%s", (_, given, want) => {
    expect(slackAfter(...given)).toBe(want);
  });

  it("is 0 after a rejected call, until twice as many round trips are measured", () => {
    const slack = new Slack();
    for (const roundTrip of eight(100)) slack.learn(roundTrip);
    slack.forget();
    expect(slack.ms).toBe(0);
    for (const roundTrip of eight(100)) slack.learn(roundTrip);
    expect(slack.ms).toBe(0);
    for (const roundTrip of eight(100)) slack.learn(roundTrip);
    expect(slack.ms).toBe(84);
  });

  it("is never more than the lowest round trip", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 5_000, noNaN: true })), (roundTrips) => {
        expect(slackAfter(...roundTrips)).toBeLessThanOrEqual(Math.min(...roundTrips, 5_000));
      }),
    );
  });
});
