import { describe, expect, it } from "vitest";
import { operations } from "../../../src/generated/schema.js";
import { pageOperation, readParameters } from "../../../src/simulator/text-pages/text-request.js";

describe("the operation of a page", () => {
  it.each([
    ["login.aspx", "login"],
    ["getsession_v3.aspx", "getSession_V3"],
    ["requestpincode_v2.aspx", "requestPINCodeV2"],
    ["requestpincodev2.aspx", undefined],
    ["createusers.aspx", undefined],
    ["setuserstatus_v7_1.aspx", undefined],
    ["requestinvitationlink.aspx", "requestInvitationLink"],
    ["login", undefined],
  ])("%s is %s", (page, want) => {
    expect(pageOperation(operations, page)?.name).toBe(want);
  });
});

describe("a request", () => {
  it.each<[name: keyof typeof operations, query: string, want: Record<string, unknown>]>([
    ["login", "EMAIL=a@b.c&pwd=x", { sEmail: "a@b.c", sPassword: "x" }],
    ["getUser", "nodeID=5", { iNodeID: 5 }],
    ["getUser", "node=+5&nodeID=6", { iNodeID: 5 }],
    ["getUser", "node=five", { iNodeID: Number.NaN }],
    ["getUser", "", { iNodeID: 0 }],
    ["generateEmailText", "pincode=012345", { iPINCode: 12_345 }],
    ["generateEmailText", "pincode=12345", { iPINCode: 12_345 }],
    ["generateEmailText", "pincode=0", { iPINCode: 0 }],
    ["generateEmailText", "pincode=0012345", { iPINCode: Number.NaN }],
    ["generateEmailText", "pincode=", { iPINCode: Number.NaN }],
    ["getSession", "node=1", { iNodeID: 1, eNodeRef: "NODE" }],
    ["getSession", "node=1&noderef=channel", { iNodeID: 1, eNodeRef: "CHANNEL" }],
    ["getReport_v2", "node=1&nodetype=ExternalTech", { iNodeID: 1, eNodeRef: "EXTERNALTECH" }],
    ["setUser", "status=Asleep", { eStatus: "Asleep", eAddOns: "" }],
    ["setGroup", "permission=SendURL,remoteview,", { aPermissions: ["SendURL", "RemoteView"] }],
    ["setReportDate_v2", "bdate=11/3/2026", { dBeginDate: "2026-11-03T00:00:00", dEndDate: "" }],
    ["requestPINCode", "notechconsole=TRUE", { bNoTechConsole: true, sCField0: undefined }],
  ])("of %s is parsed from %s", (name, query, want) => {
    expect(readParameters(operations[name], new URLSearchParams(query))).toMatchObject(want);
  });
});
