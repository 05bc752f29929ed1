/** Each status under the conditions of the scenarios. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { operations, type RequestPINCodeRequest } from "../../src/generated/index.js";
import type { RescueClient } from "../../src/index.js";
import { statusesOf } from "../../src/server/handlers/statuses.js";
import { PASSWORD, type Simulator, scenarios, startSimulator } from "../../src/simulator/index.js";
import { clientByCode, clientOf, userChange, userChangeV2 } from "../server/clients.js";
import { envelope11, NS, send, soap11 } from "../server/raw.js";

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ now: () => 1_760_000_000_000 });
});
afterEach(() => simulator.close());

type Attempt = () => Promise<{ readonly status: string }>;

const pin: RequestPINCodeRequest = { bNoTechConsole: true };
const email = { iPINCode: 123_456 };
const as = (name: string) => clientOf(simulator, name);
const byCode = (name: string) => clientByCode(simulator, name);

function login(name: string, sPassword = PASSWORD): Attempt {
  return () => as("tech").login({ sEmail: `${name}@example.com`, sPassword });
}

function setUser(changes: object, name = "tech"): Attempt {
  return () => as(name).setUser({ ...userChange, ...changes });
}

/** The second of two calls. */
function twice(call: (rescue: RescueClient) => Promise<{ readonly status: string }>): Attempt {
  return async () => {
    const rescue = as("tech");
    expect((await call(rescue)).status).toBe("OK");
    return call(rescue);
  };
}

/** A call without a sign-in. */
function anonymous(operation: string): Attempt {
  return async () => {
    const body = envelope11(`<${operation} xmlns="${NS}" />`);
    const response = await send(simulator.url, { headers: soap11(operation), body });
    return { status: /Result>[a-zA-Z]+_(\w+)</.exec(response.body)?.[1] ?? response.body };
  };
}

/** A text page; the status is its word. */
function page(path: string): Attempt {
  return async () => {
    const signedIn = await send(simulator.url, {
      path: "/API/login.aspx?email=tech@example.com&pwd=secret",
      method: "GET",
    });
    const headers = { Cookie: signedIn.cookie ?? "" };
    return {
      status: (await send(simulator.url, { path: `/API/${path}`, method: "GET", headers })).body,
    };
  };
}

const attempts: Readonly<Record<string, readonly Attempt[]>> = {
  OK: [
    () => as("tech").generateEmailText(email),
    setUser({ sName: "Nora N.", sPwd: "new-secret", sConfPwd: "new-secret" }, "noconsole"),
  ],
  Invalid: [
    login("tech", "wrong"),
    login("nobody"),
    login("deleted"),
    () => as("tech").requestAuthCode({ sEmail: "tech@example.com", sPassword: "wrong" }),
    () => as("tech").requestAuthCodeSSO({ sSSOID: "tess", sPassword: "wrong", sCompany: "4711" }),
    () => as("tech").requestAuthCodeSSO({ sSSOID: "tess", sPassword: PASSWORD, sCompany: "4712" }),
  ],
  LimitReached: [
    login("limit"),
    async () => {
      for (let count = 0; count < 10; count++) await login("tech")();
      return login("TECH")();
    },
  ],
  GlobalIpRestricted: [login("ip")],
  NotLoggedIn: [
    anonymous("generateEmailText"),
    anonymous("requestPINCode"),
    anonymous("getAccount"),
    anonymous("logout"),
    anonymous("setDelimiter"),
  ],
  NotLoggedInAsAdmin: [
    () => as("noconsole").startSession({ iSession: 5_002, iNode: 101 }),
    () => as("noconsole").holdSession({ iSessionID: 5_001 }),
    () => as("noconsole").closeSession({ iSession: 5_001 }),
    () => as("noconsole").transferSession({ iSession: 5_001, iNode: 11, eNodeRef: "NODE" }),
    () => as("noconsole").cancelAction({ iSession: 5_001 }),
    anonymous("startSession"),
  ],
  Invalid_SecretAuthCode: [
    () => as("tech").generateEmailText({ ...email, sAuthCode: "wrong" }),
    () => as("tech").startSession({ iSession: 5_002, iNode: 101, sAuthCode: "wrong" }),
    async () => {
      const former = await byCode("tech");
      await byCode("tech");
      return former.generateEmailText(email);
    },
  ],
  User_Is_Deleted: [
    async () => (await byCode("deleted")).requestPINCode(pin),
    async () => (await byCode("deleted")).requestLensPINCodeV2(pin),
    async () => (await byCode("deleted")).requestInvitationLink({ ...pin, nodeId: 0 }),
    async () => {
      const rescue = as("noconsole");
      await rescue.getAccount();
      expect((await as("tech").deleteNode({ iNodeID: 102 })).status).toBe("OK");
      return rescue.requestPINCode(pin);
    },
  ],
  User_Deleted_Or_Disabled: [
    async () => (await byCode("deleted")).generateEmailText(email),
    async () => (await byCode("deleted")).closeSession({ iSession: 5_001 }),
    async () => {
      const rescue = await byCode("noconsole");
      expect((await setUser({ eStatus: "Disabled" })()).status).toBe("OK");
      expect((await login("noconsole")()).status).toBe("Invalid");
      return rescue.requestPINCode(pin);
    },
  ],
  NotTechnician: [
    () => as("admin").generateEmailText(email),
    () => as("admin").requestPINCode(pin),
    () => as("tech").requestPINCodeV3({ ...pin, nodeId: 201 }),
  ],
  NoTechConsoleRunning: [
    () => as("noconsole").requestPINCode({ bNoTechConsole: false }),
    () => as("tech").requestPINCodeV3({ bNoTechConsole: false, nodeId: 102 }),
  ],
  NoAccessToLens: [() => as("noconsole").requestLensPINCodeV3(pin)],
  OutOfPINCodes: [
    () => as("tech").requestPINCode({ ...pin, sTracking0: "OutOfPINCodes" }),
    () => as("tech").requestPINCodeV2({ ...pin, sTracking0: "OutOfPINCodes" }),
  ],
  PollRateExceeded: [
    twice((rescue) => rescue.requestPINCode(pin)),
    twice((rescue) => rescue.requestLensPINCodeV2(pin)),
    () => as("tech").requestAuthCode({ sEmail: "limit@example.com", sPassword: PASSWORD }),
  ],
  InvalidPINFormat: [
    () => as("tech").generateEmailText({ iPINCode: 1_000_000 }),
    () => as("tech").generateEmailText({ iPINCode: -1 }),
  ],
  InvalidParam_Company: [
    () => as("tech").requestAuthCodeSSO({ sSSOID: "tess", sPassword: PASSWORD, sCompany: "ACME" }),
  ],
  InvalidParam_NodeID: [
    () => as("tech").getUser({ iNodeID: 1 }),
    () => as("tech").getGroup({ iNodeID: 101 }),
    () => as("tech").getSession({ iNodeID: 9_999, eNodeRef: "NODE" }),
    () => as("tech").getReport({ iNodeID: 9_999, eNodeRef: "NODE" }),
    () => as("tech").moveNode({ iNodeID: 9_999, iTargetNodeID: 11 }),
    () => as("tech").deleteNode({ iNodeID: 9_999 }),
    () => as("tech").assignChannel({ iNodeID: 9_999, iEntryID: 301 }),
    setUser({ iNodeID: 9_999 }),
  ],
  InvalidParam_TargetNodeID: [() => as("tech").moveNode({ iNodeID: 102, iTargetNodeID: 9_999 })],
  InvalidParam_Parent: [
    () => as("tech").createUser({ iParentID: 101 }),
    () => as("tech").createGroup({ iParentID: 1 }),
  ],
  InvalidParam_EntryID: [
    () => as("tech").assignChannel({ iNodeID: 101, iEntryID: 10 }),
    () => as("tech").unassignChannel({ iNodeID: 101, iEntryID: 9_999 }),
  ],
  InvalidParam_SessionID: [
    () => as("tech").getChat({ iSessionID: 9_999 }),
    () => as("tech").getNote({ iSessionID: 9_999 }),
  ],
  InvalidParam_Email: [
    () => as("tech").getUser_v3({ iNodeID: 0, sUserEmail: "nobody@example.com" }),
    setUser({ sEmail: "nora" }),
  ],
  InvalidParam_Email_Already_In_Use: [setUser({ sEmail: "Tech@example.com" })],
  InvalidParam_Name: [setUser({ sName: "" }), setUser({ sName: "n".repeat(129) })],
  InvalidParam_Missing_Current_Password: [
    setUser({
      iNodeID: 101,
      sEmail: "tech@example.com",
      sPwd: "new-secret",
      sConfPwd: "new-secret",
    }),
  ],
  InvalidParam_Password_Cannot_Contain_Whitespace_Characters: [
    setUser({ sPwd: "with a blank", sConfPwd: "with a blank" }),
  ],
  InvalidParam_Password_Has_To_Be_At_Least_8_Characters_Long: [
    setUser({ sPwd: "seven-7", sConfPwd: "seven-7" }),
  ],
  InvalidParam_Status: [
    page("setUser.aspx?node=102&name=N&email=n@example.com&status=Asleep&addons=True"),
  ],
  InvalidParam_MobileAddOn: [
    page("setUser.aspx?node=102&name=N&email=n@example.com&status=Enabled&addons=Perhaps"),
  ],
  InvalidParam_RPATAddOn: [() => as("tech").setUser_v2({ ...userChangeV2, bRPATAddOn: "perhaps" })],
  Invalid_EmailAndNodeIdBothSpecified: [
    () => as("tech").getUser_v3({ iNodeID: 101, sUserEmail: "tech@example.com" }),
  ],
  Invalid_Move: [
    () => as("tech").moveNode({ iNodeID: 102, iTargetNodeID: 3 }),
    () => as("tech").moveNode({ iNodeID: 10, iTargetNodeID: 10 }),
    () => as("tech").moveNode({ iNodeID: 4, iTargetNodeID: 10 }),
    () => as("noconsole").moveNode({ iNodeID: 101, iTargetNodeID: 11 }),
  ],
  Invalid_Delete: [
    () => as("tech").deleteNode({ iNodeID: 101 }),
    () => as("tech").deleteNode({ iNodeID: 10 }),
    () => as("tech").deleteNode({ iNodeID: 4 }),
    () => as("noconsole").deleteNode({ iNodeID: 103 }),
  ],
  Invalid_Assign: [() => as("tech").assignChannel({ iNodeID: 201, iEntryID: 301 })],
  Invalid_Deassign: [() => as("tech").unassignChannel({ iNodeID: 102, iEntryID: 301 })],
  ActionFailed: [
    () => as("admin").startSession({ iSession: 9_999, iNode: 101 }),
    () => as("admin").startSession({ iSession: 5_002, iNode: 102 }),
    () => as("admin").startSession({ iSession: 5_001, iNode: 101 }),
    () => as("admin").holdSession({ iSessionID: 5_002 }),
    () => as("admin").cancelAction({ iSession: 5_001 }),
    () => as("admin").transferSession({ iSession: 5_001, iNode: 301, eNodeRef: "NODE" }),
  ],
  Error: [
    twice((rescue) => rescue.generateEmailText(email)),
    twice((rescue) => rescue.getReport({ iNodeID: 1, eNodeRef: "NODE" })),
    () => as("noconsole").createUser({ iParentID: 10 }),
    () => as("tech").createUsers({ aUserData: [] }),
    () => {
      const user = { iParentID: 10, sEmail: "v@example.com", eStatus: "Enabled" } as const;
      return as("admin").createUsers({ aUserData: [user] });
    },
    setUser({ iNodeID: 103, sEmail: "otto@example.com" }, "noconsole"),
    setUser({ sPwd: "new-secret", sConfPwd: "other-secret" }),
    setUser({ sPwd: "new-secret", sConfPwd: "new-secret", sCurrentPwd: "wrong" }),
    () => as("tech").setReportTime({ sBeginTime: "08:00", sEndTime: "24:00" }),
    () => as("tech").setReportDate({ sBeginDate: "2026-11-01", sEndDate: "11/30/2026" }),
    () => as("tech").setGroup_v2({ iNodeID: 9_999, sName: "G", eStatus: "Enabled" }),
    () => as("tech").setReportArea({ eReportArea: "constructor" }),
    () => as("tech").setTimezone({ sTimezone: "CET" }),
    () => as("tech").isAnyTechAvailableOnChannel({ iChannelID: 302, bExcludingAwayAndBusy: false }),
  ],
};

/** The word of a status on the text pages. */
const word = (status: string) => status.replace(/^(InvalidParam_\w+)ID$/, "$1").toUpperCase();

describe.each(Object.entries(attempts))("%s", (status, tries) => {
  it.each(tries.map((attempt, index) => [index + 1, attempt] as const))(
    "is returned by attempt %i",
    async (_, attempt) => {
      const outcome = await attempt();
      expect([status, word(status)]).toContain(outcome.status);
    },
  );
});

describe("the scenarios", () => {
  const described = scenarios.map(({ status }) => status);

  it("describe every status that an operation lists, each once", () => {
    const listed = Object.values(operations).flatMap((operation) => statusesOf(operation));
    expect(described.toSorted()).toEqual([...new Set(listed)].toSorted());
  });

  it("are all tested here", () => {
    expect(Object.keys(attempts).toSorted()).toEqual(described.toSorted());
  });

  it("apply to an auth code, a password and a cookie that name a status", async () => {
    const rescue = as("tech");
    const sAuthCode = "simulate-User_Is_Deleted";
    expect((await rescue.requestPINCode({ ...pin, sAuthCode })).status).toBe("User_Is_Deleted");
    // generateEmailText does not list the status, so the code is only a wrong one.
    const other = await rescue.generateEmailText({ ...email, sAuthCode });
    expect(other.status).toBe("Invalid_SecretAuthCode");
    const sPassword = "simulate-PollRateExceeded";
    expect((await rescue.requestAuthCode({ sEmail: "x", sPassword })).status).toBe(
      "PollRateExceeded",
    );
    const headers = { ...soap11("logout"), Cookie: "ASP.NET_SessionId=simulate-Error" };
    const body = envelope11(`<logout xmlns="${NS}" />`);
    expect((await send(simulator.url, { headers, body })).body).toContain("logout_Error");
  });

  it("return a fault if the contract has no value for a status", async () => {
    const change = { iNodeID: 9_999, eStatus: "Enabled" } as const;
    await expect(as("tech").setUserStatus_v7_1(change)).rejects.toMatchObject({
      code: "FAULT",
      message: expect.stringContaining("no value of setUserStatus_v7_1 for the status Error"),
    });
  });

  it("return Error for a field that is too long", async () => {
    const code = await as("tech").requestAuthCode({
      sEmail: "tech@example.com",
      sPassword: PASSWORD,
    });
    const sAuthCode = code.status === "OK" ? code.sAuthCode : "";
    const responseTo = async (length: number) => {
      const field = `<sCField3>${"x".repeat(length)}</sCField3>`;
      const call = `<requestPINCode xmlns="${NS}">${field}<sAuthCode>${sAuthCode}</sAuthCode></requestPINCode>`;
      simulator.advance(1_000);
      return (
        await send(simulator.url, { headers: soap11("requestPINCode"), body: envelope11(call) })
      ).body;
    };
    expect(await responseTo(257)).toContain("requestPINCode_Error");
    expect(await responseTo(256)).toContain("requestPINCode_OK");
  });
});
