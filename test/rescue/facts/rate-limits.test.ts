import { expect, it } from "vitest";
import { operations } from "../../../src/generated/schema.js";
import { RATE_LIMITS } from "../../../src/rescue/facts/rate-limits.js";

const limitsOf = (operation: string) =>
  Object.entries(RATE_LIMITS)
    .filter(([, limit]) => limit.operations.test(operation))
    .map(([name]) => name);

it.each([
  ["login", ["login"]],
  ["logout", []],
  ["generateEmailText", ["generateEmailText"]],
  ["requestPINCode", ["requestPINCode"]],
  ["requestPINCodeV3", ["requestPINCode"]],
  ["requestLensPINCodeV4", ["requestPINCode"]],
  ["requestInvitationLink", ["requestPINCode"]],
  ["requestAuthCode", []],
  ["getReport", ["getReport"]],
  ["getReport_v2", ["getReport"]],
  ["getReportArea", []],
])("limit %s by %j", (operation, want) => {
  expect(limitsOf(operation)).toEqual(want);
});

it("limit each operation of the contract at most once", () => {
  const several = Object.keys(operations).filter((name) => limitsOf(name).length > 1);
  expect(several).toEqual([]);
});
