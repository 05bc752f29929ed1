import { expect, it } from "vitest";
import { operations } from "../../../../src/generated/schema.js";
import { pageOf, pageProblem } from "../../../../src/rescue/facts/text-pages/pages.js";

it.each([
  ["login", "login.aspx"],
  ["getUser_v3", "getUser_v3.aspx"],
  ["getSession_V3", "getSession_v3.aspx"],
  ["requestLensPINCodeV2", "requestLensPINCode_v2.aspx"],
  ["constructor", "constructor.aspx"],
])("the page of %s is %s", (operation, page) => {
  expect(pageOf(operation)).toBe(page);
});

it("has a reason for each operation without a documented page", () => {
  const problems = Object.keys(operations).filter((name) => pageProblem(name) !== undefined);
  expect(problems).toEqual(["requestInvitationLink", "setUserStatus_v7_1", "createUsers"]);
  expect(pageProblem("constructor")).toBeUndefined();
});
