/** The plain-text pages, byte for byte. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { operations } from "../../../src/generated/index.js";
import { type Simulator, startSimulator } from "../../../src/simulator/index.js";
import { send } from "../../server/raw.js";

let simulator: Simulator;
let cookie: string;
beforeEach(async () => {
  simulator = await startSimulator({ now: () => Date.UTC(2026, 10, 3, 9, 5) });
  cookie = await signIn("tech");
});
afterEach(() => simulator.close());

async function signIn(name: string): Promise<string> {
  const path = `/API/login.aspx?email=${name}@example.com&pwd=secret`;
  return (await send(simulator.url, { method: "GET", path })).cookie ?? "";
}

const get = (path: string, session = cookie) =>
  send(simulator.url, { method: "GET", path: `/API/${path}`, headers: { Cookie: session } });
const text = async (path: string, session = cookie) => (await get(path, session)).body;

describe("a page", () => {
  it("is text in UTF-8, only OK if there are no out parameters", async () => {
    expect(await get("setDelimiter.aspx?delimiter=;")).toMatchObject({
      status: 200,
      type: "text/html; charset=utf-8",
      body: "OK",
    });
  });

  it("accepts parameters by GET and POST, and names in any letter case", async () => {
    expect(await text("SETTIMEZONE.ASPX?TimeZone=-240")).toBe("OK");
    const headers = { Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded" };
    const body = "delimiter=%26%3D";
    await send(simulator.url, { path: "/api/setdelimiter.aspx", headers, body });
    expect(await text("getDelimiter.aspx")).toBe("OK\n\nDELIMITER:&=");
    expect(await text("getTimezone.aspx")).toBe("OK\n\nTIMEZONE:-240");
  });

  it("exists for every operation that has a documented page", async () => {
    const without = ["createUsers", "setUserStatus_v7_1"];
    for (const name of Object.keys(operations)) {
      const page = name.replace(/_?V(\d)$/, "_v$1");
      expect([page, (await get(`${page}.aspx`, "")).status]).toEqual([
        page,
        without.includes(name) ? 404 : 200,
      ]);
    }
  });
});

describe("a response", () => {
  it.each([
    ["requestPINCode.aspx", /^OK\n\nPINCODE:\d{6}$/],
    ["requestPINCode_v2.aspx", /^OK\n\nPINCODE:\d{6}$/],
    [
      "requestLensPINCode_v4.aspx?PhoneNumber=1&LangCode=de",
      /^OK\n\nPINCODE:\d{6}\nSMS_RESULT:sendInvitationForMobileSession_OK$/,
    ],
    ["requestAuthCode.aspx?email=tech@example.com&pwd=secret", /^OK\n\nAUTHCODE:[a-z0-9]{79}$/],
    [
      "getAccount.aspx",
      /^OK\n\nAccountID:4711\nOrganization:ACME\nAdminID:101\nTechID:101\nEmail:tech@example\.com$/,
    ],
    ["createUser.aspx?parent=10", /^OK\n\n1001$/],
    ["createGroup.aspx?parent=4", /^OK\n\n1001$/],
    ["getNote.aspx?session=5001", /^OK\n\nNOTE:Paper jam\.$/],
    ["getReportArea.aspx", /^OK\n\nREPORTAREA:SESSION$/],
    ["getReportDate.aspx", /^OK\n\nBEGINDATE:11\/02\/2026\nENDDATE:11\/03\/2026$/],
    ["getReport.aspx?node=1", /^OK\n\nStart Time\|Session ID\|(.*\|\n){3}$/],
    ["isAnyTechAvailableOnChannel.aspx?ChannelID=301&ExcludingAwayAndBusy=true", /^TRUE$/],
    ["isAnyTechAvailableOnChannel.aspx?ChannelID=302", /^FALSE$/],
  ])("of %s is as documented", async (path, pattern) => {
    expect(await text(path)).toMatch(pattern);
  });

  it("of generateEmailText has the four texts", async () => {
    const link = "https://secure.logmeinrescue.com/R?i=2&Code=000123";
    expect(await text("generateEmailText.aspx?pincode=000123")).toBe(
      `OK\n\nSUBJECT:ACME: how to connect to your technician\nTEXT:Hello,\n\nTess Tech is ready to help you. To connect, please follow this link:\n\n${link}\n\nOr go to https://secure.logmeinrescue.com & enter this PIN code: 000123\nLINK:${link}\nSIGNATURE:Tess Tech\nACME Support`,
    );
  });

  it("of getUser has the members in the documented order", async () => {
    expect(
      (await text("getUser.aspx?node=101")).split("\n").map((line) => line.split(":")[0]),
    ).toEqual(
      "OK,,NODEID,NAME,NICK,EMAIL,SSOID,DESCRIPTION,TYPE,HASMOBILEADDON,ISACCOUNTHOLDER,STATUS".split(
        ",",
      ),
    );
    expect(await text("getUser.aspx?node=101")).toContain("\nHASMOBILEADDON:True\n");
    expect(await text("getUser_v3.aspx?email=tech@example.com")).toContain(
      "\nHASRPATADDON:False\n",
    );
  });

  it("of getGroup has members that SOAP lacks, as setGroup stored them", async () => {
    const change =
      "node=10&name=Night&status=disabled&permission=SendURL,RemoteView&lockedpermission=SendURL";
    expect(await text(`setGroup.aspx?${change}&standardconcurrentlimit=5`)).toBe("OK");
    expect(await text("getGroup.aspx?node=10")).toBe(
      "OK\n\nNODEID:10\nNAME:Night\nDESCRIPTION:\nTYPE:TechnicianGroup\nPERMISSIONS:RemoteView,SendURL\nLOCKEDPERMISSIONS:SendURL\nISENABLED:False\nSTANDARDCONCURRENTLIMIT:5\nMOBILECONCURRENTLIMIT:0",
    );
  });

  it("of getHierarchy has an empty line after each record", async () => {
    const records = (await text("getHierarchy.aspx")).split("\n\n");
    expect(records[0]).toBe("OK");
    expect(records[1]).toBe(
      "NodeID:1\nParentID:0\nName:ACME\nEmail:\nDescription:\nStatus:Offline\nType:Root",
    );
    expect(records.at(-1)).toBe("");
    expect(records).toHaveLength(2 + simulator.state.nodes.length);
    const one = await text("getHierarchy_v2.aspx?isnode=true&node=10&filteroffline=true");
    expect(one.match(/NodeID:\d+/g)).toEqual(["NodeID:10", "NodeID:101"]);
  });

  it("of getSession is a table with | after each cell", async () => {
    const [word, , titles, ...rows] = (await text("getSession.aspx?node=101")).split("\n");
    expect(word).toBe("OK");
    expect(titles).toBe(
      "ID|Status|Entry ID|Entry|Technician ID|Technician|Start Time|Waiting Time|Custom Field 0|Custom Field 1|Custom Field 2|Language|Transferred To|Transferred Comment|Is Lead Technician|HandingOff|",
    );
    expect(rows[0]).toBe(
      "5001|Picked up|301|Web Channel|101|Tess Tech|11/3/2026 9:00:00 AM|60|Carla Customer|Printer||en|||True|False|",
    );
    expect(await text("getSession_v3.aspx?node=301&noderef=channel")).toContain("|Custom Field 5|");
  });
});

describe("a word", () => {
  it.each([
    ["generateEmailText.aspx?pincode=1000000", "INVALIDPINFORMAT"],
    ["generateEmailText.aspx?pincode=-1", "INVALIDPINFORMAT"],
    ["generateEmailText.aspx?pincode=12345x", "INVALIDPINFORMAT"],
    ["generateEmailText.aspx?pincode=+12345", "INVALIDPINFORMAT"],
    ["generateEmailText.aspx?pincode=0123456", "INVALIDPINFORMAT"],
    ["generateEmailText.aspx", "INVALIDPINFORMAT"],
    ["generateEmailText.aspx?pincode=123456&authcode=wrong", "INVALID_SECRETAUTHCODE"],
    ["requestPINCode.aspx?authcode=simulate-User_Is_Deleted", "USER_IS_DELETED"],
    ["login.aspx?email=limit@example.com&pwd=secret", "LIMITREACHED"],
    ["login.aspx?email=ip@example.com&pwd=secret", "GLOBALIPRESTRICTED"],
    ["requestAuthCodeSSO.aspx?ssoid=tess&pwd=secret&company=ACME", "INVALIDPARAM_COMPANY"],
    ["getUser.aspx?node=x", "INVALIDPARAM_NODE"],
    ["getUser.aspx", "INVALIDPARAM_NODE"],
    ["moveNode.aspx?nodeID=102&targetNodeID=9999", "INVALIDPARAM_TARGETNODE"],
    ["assignChannel.aspx?node=101&entry=x", "INVALIDPARAM_ENTRY"],
    ["createUser.aspx?parent=x", "INVALIDPARAM_PARENT"],
    ["getChat.aspx?session=x", "INVALIDPARAM_SESSION"],
    ["startSession.aspx?session=x&node=101", "INVALIDPARAM_SESSION"],
    ["startSession.aspx?session=5002&node=x", "INVALIDPARAM_NODE"],
    ["startSession.aspx?session=9999&node=101", "ACTIONFAILED"],
    ["holdSession.aspx?session=", "INVALIDPARAM_SESSION"],
    ["closeSession.aspx?session=1.5", "INVALIDPARAM_SESSION"],
    ["transferSession.aspx?session=5001&node=301&noderef=NODE", "INVALIDPARAM_NODE"],
    ["setGroup.aspx?node=10&name=N", "ERROR"],
    ["setOutput.aspx?output=PDF", "ERROR"],
    ["setReportDate_v2.aspx?bdate=yesterday&edate=today", "ERROR"],
  ])("is the response of %s: %s", async (path, word) => {
    expect(await text(path)).toBe(word);
  });

  it("reports that an account lacks a right", async () => {
    expect(await text("generateEmailText.aspx?pincode=123456", "")).toBe("NOTLOGGEDIN");
    expect(await text("startSession.aspx?session=5002&node=101", "")).toBe("NOTLOGGEDINASADMIN");
    const admin = await signIn("admin");
    expect(await text("requestPINCode.aspx", admin)).toBe("NOTTECHNICIAN");
    const offline = await signIn("noconsole");
    expect(await text("requestPINCode.aspx", offline)).toBe("NOTECHCONSOLERUNNING");
    simulator.advance(1_000);
    expect(await text("requestPINCode.aspx?notechconsole=1", offline)).toMatch(/^OK/);
    expect(await text("requestPINCode.aspx?notechconsole=1", offline)).toBe("POLLRATEEXCEEDED");
    expect(await text("closeSession.aspx?session=5001", offline)).toBe("NOTLOGGEDINASADMIN");
  });

  it("is OK for a PIN code without its leading zeros", async () => {
    const email = await text("generateEmailText.aspx?pincode=12345");
    expect(email).toContain("enter this PIN code: 012345\n");
  });

  it("of the second email in a second is ERROR", async () => {
    const ask = () => text("generateEmailText.aspx?pincode=123456");
    expect(await ask()).toMatch(/^OK/);
    expect(await ask()).toBe("ERROR");
    simulator.advance(1_000);
    expect(await ask()).toMatch(/^OK/);
  });
});

it("accepts dates in the format of the pages", async () => {
  const dates = "bdate=11/3/2026 9:05:00&edate=12/24/2026 18:30:00".replaceAll(" ", "%20");
  expect(await text(`setReportDate_v2.aspx?${dates}`)).toBe("OK");
  expect(await text("getReportDate.aspx")).toBe("OK\n\nBEGINDATE:11/03/2026\nENDDATE:12/24/2026");
  expect(await text("getReportTime.aspx")).toBe("OK\n\nBEGINTIME:09:05\nENDTIME:18:30");
});

it("accepts the number of a report area", async () => {
  expect(await text("setReportArea.aspx?area=8")).toBe("OK");
  expect(await text("getReportArea.aspx")).toBe("OK\n\nREPORTAREA:TECHNICIANSURVEY");
  expect(await text("setReportArea.aspx?area=99")).toBe("ERROR");
});

it("ends a session by logout", async () => {
  expect(await text("logout.aspx")).toBe("OK");
  expect(await text("logout.aspx")).toBe("NOTLOGGEDIN");
  expect(await text("getDelimiter.aspx")).toBe("NOTLOGGEDIN");
});
