/** node-soap's client and the Rescue API, with only the WSDL. */
import assert from "node:assert/strict";
import { type Client, createClientAsync } from "soap";
import type { RescueKind } from "../rescue/kinds.js";

type Response = Readonly<Record<string, unknown>>;

/** @param url of API.asmx @returns a line for each kind: `ok <kind>`, or `failed <kind>: <why>` */
export async function nodeSoap(url: string, version: string): Promise<string> {
  const lines: string[] = [];
  for (const [kind, cell] of Object.entries(await cells(url, version))) {
    try {
      await cell();
      lines.push(`ok ${kind}`);
    } catch (error) {
      lines.push(`failed ${kind}: ${String(error).replaceAll("\n", " ")}`);
    }
  }
  return lines.join("\n");
}

async function connect(url: string, version: string) {
  const forceSoap12Headers = version === "1.2";
  const client = await createClientAsync(`${url}?WSDL`, { forceSoap12Headers, disableCache: true });
  const port = forceSoap12Headers ? "APISoap12" : "APISoap";
  const call = (operation: string, request: object): Promise<Response> =>
    new Promise((resolve, reject) => {
      client.API[port][operation](request, (error: unknown, response: Response) =>
        error ? reject(error) : resolve(response),
      );
    });
  return { client, call };
}

/** node-soap does not keep cookies. */
function keepSession(client: Client): void {
  const [cookie = ""] = client.lastResponseHeaders?.["set-cookie"] ?? [];
  assert.match(cookie, /^ASP\.NET_SessionId=\w+; .*HttpOnly/i);
  client.addHttpHeader("Cookie", cookie.slice(0, cookie.indexOf(";")));
}

async function cells(
  url: string,
  version: string,
): Promise<Partial<Record<RescueKind, () => Promise<void>>>> {
  const { client, call } = await connect(url, version);
  const tech = { sEmail: "tech@example.com", sPassword: "secret" };
  const user = async (request: object) => Object(await call("getUser_v3", request)).oUser;
  const email = { sUserEmail: tech.sEmail, iNodeID: 0 };
  let pin: unknown;
  return {
    async "not signed in"() {
      assert.deepEqual(
        { ...(await call("generateEmailText", { iPINCode: 123456 })) },
        { generateEmailTextResult: "generateEmailText_NotLoggedIn" },
      );
    },
    async "sign-in and session"() {
      const wrong = await call("login", { ...tech, sPassword: "wrong" });
      assert.equal(wrong.loginResult, "login_Invalid");
      assert.equal((await call("login", tech)).loginResult, "login_OK");
      keepSession(client);
    },
    async "out parameters"() {
      const response = await call("requestPINCode", { sCField0: "ACME", bNoTechConsole: true });
      assert.equal(response.requestPINCodeResult, "requestPINCode_OK");
      pin = response.iPINCode;
      assert.ok(Number.isInteger(pin) && Number(pin) > 0);
    },
    async email() {
      const response = await call("generateEmailText", { iPINCode: pin, sAuthCode: "" });
      assert.equal(response.generateEmailTextResult, "generateEmailText_OK");
      assert.ok(`${response.sLink}`.endsWith(`?i=2&Code=${pin}`));
      assert.ok(`${response.sText}`.includes(`${response.sLink}`));
      assert.ok(response.sSubject !== "" && response.sSignature !== "");
    },
    async "auth code"() {
      const { sAuthCode } = await call("requestAuthCode", tech);
      const other = await connect(url, version);
      const account = await other.call("getAccount", { sAuthCode });
      assert.equal(account.getAccountResult, "getAccount_OK");
      assert.equal(account.sEmail, tech.sEmail);
    },
    async arrays() {
      const nodes = Object(await call("getHierarchy", {})).aHierarchy.HIERARCHY;
      assert.ok(nodes.length > 3);
      assert.ok(nodes.some((node: Response) => node.sEmail === tech.sEmail));
    },
    async objects() {
      const { sEmail, bAccountHolder } = await user(email);
      assert.deepEqual({ sEmail, bAccountHolder }, { sEmail: tech.sEmail, bAccountHolder: true });
    },
    async characters() {
      const sDescription = "Müller & <Söhne> 漢字 😀 \"'";
      const { iNodeID, sName, sEmail } = await user(email);
      const change = { iNodeID, sName, sEmail, eStatus: "Enabled", sDescription, eAddOns: "False" };
      assert.equal((await call("setUser", change)).setUserResult, "setUser_OK");
      assert.equal((await user({ iNodeID })).sDescription, sDescription);
    },
    async dates() {
      const dates = { dBeginDate: "2026-11-01T00:00:00Z", dEndDate: "2026-11-30T00:00:00Z" };
      const response = await call("setReportDate_v2", dates);
      assert.equal(response.setReportDate_v2Result, "setReportDate_OK");
      assert.equal((await call("getReportDate", {})).sBeginDate, "11/01/2026");
    },
    async fault() {
      const error = await call("generateEmailText", { iPINCode: "twelve" }).catch(
        (thrown) => thrown,
      );
      const { Fault } = error.root.Envelope.Body;
      const is11 = version === "1.1";
      assert.equal(is11 ? Fault.faultcode : Fault.Code.Value, is11 ? "soap:Client" : "soap:Sender");
      assert.equal(error.response.status, 500);
      assert.match(`${error}`, /unable to read request/);
    },
  };
}
