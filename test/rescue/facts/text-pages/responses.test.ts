import { expect, it } from "vitest";
import {
  keyOf,
  pageStatuses,
  statusCandidates,
  statusWord,
  successWord,
} from "../../../../src/rescue/facts/text-pages/responses.js";

it.each([
  ["iPINCode", "PINCode"],
  ["sSSOID", "SSOID"],
  ["bAccountHolder", "ISACCOUNTHOLDER"],
  ["eSMSResult", "SMS_RESULT"],
  ["hasMobileAddon", "hasMobileAddon"],
])("the key of %s is %s", (member, want) => {
  expect(keyOf(member)).toBe(want);
});

it.each([
  ["NotLoggedIn", "NOTLOGGEDIN"],
  ["InvalidParam_NodeID", "INVALIDPARAM_NODE"],
  ["InvalidParam_TargetNodeID", "INVALIDPARAM_TARGETNODE"],
  ["InvalidParam_Email", "INVALIDPARAM_EMAIL"],
  ["Invalid_SecretAuthCode", "INVALID_SECRETAUTHCODE"],
])("the word of %s is %s, which leads back to it", (status, word) => {
  expect(statusWord(status)).toBe(word);
  expect(statusCandidates(word)).toContain(status.toUpperCase());
});

it.each([
  ["getUser", "OK"],
  ["isAnyTechAvailableOnChannel", "TRUE"],
])("the success word of %s is %s", (operation, want) => {
  expect(successWord(operation)).toBe(want);
});

it.each([
  ["getUser", []],
  ["holdSession", ["InvalidParam_SessionID"]],
])("the page of %s has the additional statuses %j", (operation, want) => {
  expect(pageStatuses(operation)).toEqual(want);
});
