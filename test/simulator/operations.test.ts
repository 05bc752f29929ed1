/** Every operation; what one operation stores, others return. */
import { beforeAll, expect, it } from "vitest";
import { operations } from "../../src/generated/index.js";
import type { RescueClient } from "../../src/index.js";
import { createSimulator, PASSWORD, type SimulatedService } from "../../src/simulator/index.js";
import { clientOf, userChange, userChangeV2 } from "../server/clients.js";

let simulator: SimulatedService;
let rescue: RescueClient;
beforeAll(async () => {
  simulator = await createSimulator({ now: () => Date.UTC(2026, 10, 3, 9, 5) });
  rescue = clientOf(simulator);
});

const ok = <Outcome extends { status: string }>(
  outcome: Outcome,
): Extract<Outcome, { status: "OK" }> => {
  if (outcome.status !== "OK") throw new Error(`The status is ${outcome.status}.`);
  return outcome as Extract<Outcome, { status: "OK" }>;
};

it("signs in and out, and issues auth codes", async () => {
  const other = clientOf(simulator, "noconsole");
  const account = ok(await other.getAccount());
  expect(account).toMatchObject({
    iAccountID: 4_711,
    sOrganization: "ACME",
    iAdminID: 0,
    iTechID: 102,
  });
  expect(simulator.state.sessions).toEqual(["noconsole@example.com"]);
  expect((await other.logout()).status).toBe("OK");
  expect(simulator.state.sessions).toEqual([]);
  const sso = { sSSOID: "tess", sPassword: PASSWORD, sCompany: "4711" };
  const { sAuthCode } = ok(await rescue.requestAuthCodeSSO(sso));
  expect(ok(await rescue.getAccount_v2({ sAuthCode }))).toMatchObject({
    sEmail: "tech@example.com",
    iTechID: 101,
    bTcRunning: true,
  });
  const credentials = { sEmail: "admin@example.com", sPassword: PASSWORD };
  const code = ok(await rescue.requestAuthCode(credentials)).sAuthCode;
  expect(ok(await rescue.getAccount_v2({ sAuthCode: code }))).toMatchObject({
    iAdminID: 201,
    iTechID: 0,
    bTcRunning: false,
  });
  expect(simulator.state.authCodes).toEqual(["tech@example.com", "admin@example.com"]);
});

it("returns PIN codes of six digits, which open sessions and have an email", async () => {
  const request = { bNoTechConsole: false, sCField0: "Carl Caller" };
  const other = { ...request, nodeId: 103 };
  const { iPINCode } = ok(await rescue.requestPINCode(request));
  expect(iPINCode).toBeGreaterThanOrEqual(100_000);
  const texts = [
    () => rescue.requestPINCodeV2(request),
    () => rescue.requestPINCodeV3(other),
    () => rescue.requestLensPINCodeV2(request),
    () => rescue.requestLensPINCodeV3(request),
    () => rescue.requestLensPINCodeV4({ ...request, nodeId: 101, sPhoneNumber: "+3612345678" }),
  ];
  for (const call of texts) {
    simulator.advance(1_000);
    expect(ok(await call()).sPINCode).toMatch(/^\d{6}$/);
  }
  simulator.advance(1_000);
  const { sInvitationLink } = ok(await rescue.requestInvitationLink(other));
  const last = simulator.state.pinCodes.at(-1);
  expect(sInvitationLink).toBe(`https://secure.logmeinrescue.com/R?i=2&Code=${last}`);
  expect(new Set(simulator.state.pinCodes).size).toBe(7);
  expect(simulator.state.pinCodes[0]).toBe(iPINCode);
  const opened = simulator.state.supportSessions.filter(
    ({ fields }) => fields[0] === "Carl Caller",
  );
  expect(opened.map(({ technician }) => technician)).toEqual([101, 101, 103, 101, 101, 101, 103]);

  const email = ok(await rescue.generateEmailText({ iPINCode: 123 }));
  expect(email.sLink).toBe("https://secure.logmeinrescue.com/R?i=2&Code=000123");
  expect(email.sText).toContain(email.sLink);
  expect(email.sText).toContain("PIN code: 000123");
  expect(email.sSubject).toMatch(/^ACME: \S/);
  expect(email.sSignature).toBe("Tess Tech\nACME Support");
});

it("stores users", async () => {
  const { iUserID } = ok(await rescue.createUser({ iParentID: 10 }));
  const pair = { sPwd: "new-secret", sConfPwd: "new-secret" };
  const uma = { iNodeID: iUserID, sName: "Uma", sEmail: "uma@example.com" };
  ok(await rescue.setUser({ ...userChange, ...uma, ...pair, sNick: "U", eAddOns: "True" }));
  expect(ok(await rescue.getUser({ iNodeID: iUserID })).oUser).toEqual({
    iNodeID: iUserID,
    sName: "Uma",
    sNick: "U",
    sEmail: "uma@example.com",
    sSSOID: "",
    sDescription: "",
    eType: "Technician",
    bAccountHolder: false,
    hasMobileAddon: true,
    eStatus: "Offline",
  });
  ok(await rescue.setUser_v2({ ...userChangeV2, ...uma, bRPATAddOn: "true" }));
  const { oUser } = ok(await rescue.getUser_v2({ iNodeID: iUserID }));
  expect(oUser).toMatchObject({ hasMobileAddon: false, hasRPATAddon: true, sNick: "" });
  const found = ok(await rescue.getUser_v3({ iNodeID: 0, sUserEmail: "UMA@example.com" }));
  expect(found.oUser).toEqual(oUser);

  const login = { sEmail: "uma@example.com", sPassword: "new-secret" };
  expect((await clientOf(simulator).login(login)).status).toBe("OK");
  ok(await rescue.setUserStatus_v7_1({ iNodeID: iUserID, eStatus: "Disabled" }));
  expect((await clientOf(simulator).login(login)).status).toBe("Invalid");

  const aUserData = ["vera", "walt"].map((name) => ({
    iParentID: 11,
    sName: name,
    sEmail: `${name}@example.com`,
    eStatus: "Enabled" as const,
  }));
  ok(await rescue.createUsers({ aUserData }));
  const nodes = ok(await rescue.getHierarchy()).aHierarchy ?? [];
  expect(nodes.filter((node) => node?.iParentID === 11).map((node) => node?.sName)).toEqual([
    "Otto Away",
    "vera",
    "walt",
  ]);
  // If one cannot be created, none is.
  const more = [{ ...aUserData[0], sEmail: "x@example.com", iParentID: 11 }, ...aUserData];
  const before = simulator.state.nodes.length;
  const request = { aUserData: more.map((user) => ({ eStatus: "Enabled" as const, ...user })) };
  expect((await rescue.createUsers(request)).status).toBe("Error");
  expect(simulator.state.nodes).toHaveLength(before);
});

it("stores groups, and the positions of nodes", async () => {
  const { iGroupID } = ok(await rescue.createGroup({ iParentID: 4 }));
  const change = {
    iNodeID: iGroupID,
    sName: "Third Level",
    sDescription: "Nights",
    eStatus: "Enabled",
    aPermissions: ["RemoteView", "SendFile"],
  } as const;
  const limits = { iStandardConcurrentLimit: 3, iMobileConcurrentLimit: 2 };
  ok(await rescue.setGroup({ ...change, aPermissions: [...change.aPermissions], ...limits }));
  expect(ok(await rescue.getGroup({ iNodeID: iGroupID })).oGroup).toEqual({
    iNodeID: iGroupID,
    sName: "Third Level",
    sDescription: "Nights",
    eType: "TechnicianGroup",
    aPermissions: ["RemoteView", "SendFile"],
  });
  ok(await rescue.setGroup_v2({ ...change, aPermissions: ["UnattendedAccess", "SendURL"] }));
  expect(ok(await rescue.getGroup({ iNodeID: iGroupID })).oGroup?.aPermissions).toEqual([
    "SendURL",
  ]);

  ok(await rescue.moveNode({ iNodeID: 103, iTargetNodeID: iGroupID }));
  const below = async (bFilterOffline: boolean) => {
    const filter = { bIsNode: true, iNodeID: iGroupID, bFilterOffline };
    return (ok(await rescue.getHierarchy_v2(filter)).aHierarchy ?? []).map((node) => node?.iNodeID);
  };
  ok(await rescue.moveNode({ iNodeID: 102, iTargetNodeID: iGroupID }));
  expect(await below(false)).toEqual([102, 103, iGroupID]);
  expect(await below(true)).toEqual([103, iGroupID]);
  ok(await rescue.deleteNode({ iNodeID: iGroupID }));
  expect((await rescue.getUser({ iNodeID: 103 })).status).toBe("InvalidParam_NodeID");
});

it("assigns channels", async () => {
  const free = async (bExcludingAwayAndBusy = false) =>
    (await rescue.isAnyTechAvailableOnChannel({ iChannelID: 302, bExcludingAwayAndBusy })).status;
  const channel = { iNodeID: 101, iEntryID: 302 };
  expect(await free()).toBe("Error");
  ok(await rescue.assignChannel(channel));
  expect(await free(true)).toBe("OK");
  ok(await rescue.unassignChannel(channel));
  expect(await free()).toBe("Error");
});

it("starts, holds, transfers and closes sessions", async () => {
  const session = async () => {
    const request = { iNodeID: 301, eNodeRef: "CHANNEL" } as const;
    const sessions = ok(await rescue.getSession_V3(request)).aSessions ?? [];
    return sessions.find((each) => each?.iID === 5_002);
  };
  expect(await session()).toMatchObject({
    bStatus: "SESSION_WAITING",
    sStatus: "Waiting",
    iEntry: 301,
    sEntry: "Web Channel",
    sTechnician: "Tess Tech",
    sStartTime: "11/3/2026 9:00:00 AM",
    sCustomField0: "Carla Customer",
    sCustomField5: "",
  });
  const waited = (await session())?.iWaitingTimeInSec ?? 0;
  simulator.advance(60_000);
  expect((await session())?.iWaitingTimeInSec).toBe(waited + 60);
  const iSession = 5_002;
  ok(await rescue.startSession({ iSession, iNode: 101 }));
  simulator.advance(60_000);
  expect(await session()).toMatchObject({
    bStatus: "SESSION_PICKEDUP",
    iWaitingTimeInSec: waited + 60,
  });
  ok(await rescue.holdSession({ iSessionID: iSession }));
  expect((await session())?.bStatus).toBe("SESSION_ONHOLD");
  const transfer = { iSession, iNode: 11, eNodeRef: "NODE", sComment: "Needs <care>" } as const;
  ok(await rescue.transferSession(transfer));
  expect(await session()).toMatchObject({
    bStatus: "SESSION_TRANSFERINGBUTNOTPICKEDUP",
    sTransferredTo: "Second Level",
    sTransferredComment: "Needs <care>",
  });
  ok(await rescue.cancelAction({ iSession }));
  expect(await session()).toMatchObject({ bStatus: "SESSION_PICKEDUP", sTransferredTo: "" });
  ok(await rescue.closeSession({ iSession }));
  const waiting = simulator.state.supportSessions.find(
    ({ status }) => status === "SESSION_STARTING",
  );
  const move = { iSession: waiting?.id ?? 0, iNode: 302, eNodeRef: "CHANNEL" } as const;
  ok(await rescue.transferSession(move));
  ok(await rescue.cancelAction({ iSession: move.iSession }));
  // No technician had picked it up, so it waits again.
  expect(simulator.state.supportSessions.find(({ id }) => id === waiting?.id)?.status).toBe(
    "SESSION_WAITING",
  );
  expect(await session()).toBeUndefined();
  expect(ok(await rescue.getChat({ iSessionID: 5_001 })).sChatLog).toContain("\n10:01 Tess:");
  expect(ok(await rescue.getNote({ iSessionID: 5_001 })).sNote).toBe("Paper jam.");
  const own = ok(await rescue.getSession({ iNodeID: 4, eNodeRef: "NODE" })).aSessions ?? [];
  expect(own.map((each) => each?.iID)).toContain(5_001);
});

it("stores report settings per account and applies them to reports", async () => {
  ok(await rescue.setReportArea({ eReportArea: "Missed Sessions" }));
  expect(ok(await rescue.getReportArea()).eReportArea).toBe("MISSEDSESSIONS");
  ok(await rescue.setReportArea_v2({ eReportArea: "CHATLOG" }));
  ok(await rescue.setReportArea_v8({ eReportArea: "16" }));
  expect(ok(await rescue.getReportArea()).eReportArea).toBe("TRANSFERREDSESSIONSEXTENDED");
  ok(await rescue.setReportType({ eReportType: "LISTALL" }));
  ok(await rescue.setDateFormat({ eDateFormat: "DDMMYY" }));
  ok(await rescue.setTimezone({ sTimezone: "-60" }));
  expect(ok(await rescue.getTimezone()).sTimezone).toBe("-60");
  ok(await rescue.setDelimiter({ sDelimiter: ";" }));
  expect(ok(await rescue.getDelimiter()).sDelimiter).toBe(";");
  ok(await rescue.setReportDate({ sBeginDate: "11/01/2026", sEndDate: "11/30/2026" }));
  expect(ok(await rescue.getReportDate())).toMatchObject({
    sBeginDate: "11/01/2026",
    sEndDate: "11/30/2026",
  });
  ok(await rescue.setReportTime({ sBeginTime: "08:00", sEndTime: "18:00" }));
  expect(ok(await rescue.getReportTime())).toMatchObject({
    sBeginTime: "08:00",
    sEndTime: "18:00",
  });

  const about = { iNodeID: 301, eNodeRef: "CHANNEL" } as const;
  const rows = ok(await rescue.getReport(about)).sReport.split("\n");
  expect(rows[0]).toBe("Start Time;Session ID;Status;Technician;Channel;Name;");
  expect(rows[1]).toBe("11/3/2026 8:00:00 AM;5001;Picked up;Tess Tech;Web Channel;Carla Customer;");
  expect(rows).toHaveLength(4);

  const period = { dBeginDate: "2026-11-04T00:00:00", dEndDate: "2026-11-05T10:30:00" };
  ok(await rescue.setReportDate_v2(period));
  expect(ok(await rescue.getReportTime())).toMatchObject({
    sBeginTime: "00:00",
    sEndTime: "10:30",
  });
  // From 8:30 to 9:00 in a time zone that is an hour behind: the sessions started at 8:00 there.
  const later = { dBeginDate: "2026-11-03T08:30:00", dEndDate: "2026-11-03T09:00:00" };
  ok(await rescue.setReportDate_v2(later));
  simulator.advance(60_000);
  expect(ok(await rescue.getReport(about)).sReport.split("\n")).toHaveLength(2);
  ok(await rescue.setReportDate_v2(period));
  ok(await rescue.setOutput({ eOutput: "XML" }));
  expect(ok(await rescue.getOutput()).eOutput).toBe("XML");
  simulator.advance(60_000);
  expect(ok(await rescue.getReport_v2(about)).sReport).toBe("<report></report>");
  expect(ok(await clientOf(simulator, "admin").getDelimiter()).sDelimiter).toBe("|");
});

it("tests every operation above", () => {
  const called = simulator.state.calls.map(({ operation }) => operation);
  expect([...new Set(called)].toSorted()).toEqual(Object.keys(operations).toSorted());
});
