import { expect, it } from "vitest";
import { operations } from "../../../../src/generated/schema.js";
import { pageProblem } from "../../../../src/rescue/facts/text-pages/pages.js";
import {
  parameterNames,
  parameterOf,
  withoutPrefix,
} from "../../../../src/rescue/facts/text-pages/parameters.js";
import { messageElements, type Operation } from "../../../../src/schema/index.js";

it.each([
  ["getSession", "eNodeRef", "noderef"],
  ["getReport_v2", "eNodeRef", "nodetype"],
  ["getUser", "iNodeID", "node"],
  ["requestPINCodeV3", "nodeId", "NodeId"],
  ["setUser", "sCurrentPwd", "oldpwd"],
  ["login", "sEmail", "email"],
  ["setGroup", "iStandardConcurrentLimit", undefined],
])("the parameter of %s/%s is %s", (operation, member, want) => {
  expect(parameterOf(operation, member)).toBe(want);
});

it("has the parameters of all documented pages except two", () => {
  const unknown = Object.values<Operation>(operations)
    .filter(({ name }) => pageProblem(name) === undefined)
    .flatMap(({ name, input }) =>
      messageElements(input)
        .filter(({ element }) => parameterOf(name, element) === undefined)
        .map(({ element }) => `${name}/${element}`),
    );
  expect(unknown).toEqual(["setGroup/iStandardConcurrentLimit", "setGroup/iMobileConcurrentLimit"]);
});

it.each([
  ["eNodeRef", ["noderef", "nodetype"]],
  ["iNodeID", ["node", "nodeid"]],
  ["bExcludingAwayAndBusy", ["excludingawayandbusy"]],
  ["iStandardConcurrentLimit", ["standardconcurrentlimit"]],
])("pages accept %s as %j", (member, want) => {
  expect(parameterNames(member)).toEqual(want);
});

it.each([
  ["iNodeID", "NodeID"],
  ["sSSOID", "SSOID"],
  ["nodeId", "nodeId"],
  ["hasRPATAddon", "hasRPATAddon"],
])("%s without its prefix is %s", (member, want) => {
  expect(withoutPrefix(member)).toBe(want);
});
