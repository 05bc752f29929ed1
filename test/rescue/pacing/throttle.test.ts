import { describe, expect, it } from "vitest";
import {
  checkThrottle,
  familyOf,
  isTooEarly,
  paceClients,
  type Throttle,
} from "../../../src/rescue/pacing/throttle.js";

describe("the throttle", () => {
  it("has documented defaults", () => {
    const client = { interval: 1000, maxWaiting: 10_000, stalledAfter: 10_000, slack: true };
    expect(paceClients({})).toEqual({ generateEmailText: client, requestPINCode: client });
  });

  it("uses the values of the options", () => {
    const given = { maxWaiting: 5, stalledAfter: 6, slack: false };
    expect(paceClients({ ...given, generateEmailText: 1, requestPINCode: 2 })).toEqual({
      generateEmailText: { ...given, interval: 1 },
      requestPINCode: { ...given, interval: 2 },
    });
  });

  it.each<[throttle: Throttle, message: RegExp | undefined]>([
    [{}, undefined],
    [{ generateEmailText: 0, requestPINCode: 2_147_483_647, maxWaiting: 0 }, undefined],
    [{ maxWaiting: Number.POSITIVE_INFINITY, stalledAfter: 0 }, undefined],
    [{ generateEmailText: -1 }, /generateEmailText must be .*, 0 for no pacing, .* -1\./],
    [{ requestPINCode: Number.NaN }, /requestPINCode must be .* NaN\./],
    [{ requestPINCode: 2_147_483_648 }, /at most 2147483647, but it is 2147483648\./],
    [{ stalledAfter: -1 }, /stalledAfter must be a number of milliseconds, at most/],
    [{ maxWaiting: -1 }, /maxWaiting must be a number of calls or Infinity, but it is -1\./],
    [{ maxWaiting: 1.5 }, /but it is 1\.5\./],
    [{ maxWaiting: Number.NaN }, /but it is NaN\./],
  ])("is checked: %o", (throttle, message) => {
    const check = () => checkThrottle(throttle);
    if (message === undefined) expect(check).not.toThrow();
    else expect(check).toThrow(message);
  });
});

it.each([
  ["generateEmailText", "generateEmailText"],
  ["requestLensPINCodeV2", "requestPINCode"],
  ["getAccount", undefined],
])("the family of %s is %s", (operation, family) => {
  expect(familyOf(operation)).toBe(family);
});

it.each([
  ["Error", true],
  ["PollRateExceeded", true],
  ["OK", false],
  [undefined, false],
])("the status %s is that of an early call: %s", (status, want) => {
  expect(isTooEarly(status)).toBe(want);
});
