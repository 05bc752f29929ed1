import { beforeEach, describe, expect, it } from "vitest";
import {
  createRescueClient,
  type RescueAuth,
  type RescueClient,
  type RescueProtocol,
} from "../../src/index.js";
import { createSimulator, inMemory, type SimulatedService } from "../../src/simulator/index.js";

/** One per test, because it counts sign-ins. */
let simulator: SimulatedService;
let hosts = 0;
beforeEach(async () => {
  simulator = await createSimulator();
  hosts++;
});

const account = (name: string) => ({ email: `${name}@example.com`, password: "secret" });

function client(protocol: RescueProtocol, auth: RescueAuth = account("tech")) {
  // The pace of calls is one per host and account: each test has its own host.
  const endpoint = `http://host-${hosts}.test${simulator.service.path}`;
  const transport = inMemory(simulator.service);
  return createRescueClient({ auth, endpoint, transport, protocol });
}

describe.each(["soap12", "soap11", "post", "get"] as const)("over %s", (protocol) => {
  it("signs in, requests a PIN and gets its email", async () => {
    const rescue = client(protocol);
    const pin = await rescue.requestPINCode({ sCField0: "ACME", bNoTechConsole: true });
    if (pin.status !== "OK") throw new Error(pin.status);
    const email = await rescue.generateEmailText({ iPINCode: pin.iPINCode });
    expect(email).toMatchObject({
      status: "OK",
      sLink: expect.stringContaining(String(pin.iPINCode)),
    });
  });

  it("works with an auth code instead of a session", async () => {
    const { email, password } = account("tech");
    const code = await client(protocol).requestAuthCode({ sEmail: email, sPassword: password });
    if (code.status !== "OK") throw new Error(code.status);
    const rescue = client(protocol, { authCode: code.sAuthCode });
    expect(await rescue.getAccount()).toMatchObject({ status: "OK", sEmail: email });
  });

  it("reports that an account is not a technician", async () => {
    const rescue = client(protocol, account("admin"));
    expect(await rescue.requestPINCode({ bNoTechConsole: true })).toMatchObject({
      status: "NotTechnician",
    });
  });

  it("reports a rejected sign-in", async () => {
    const rescue = client(protocol, { ...account("tech"), password: "wrong" });
    await expect(rescue.getAccount()).rejects.toMatchObject({
      code: "SIGN_IN_REFUSED",
      status: "Invalid",
    });
  });
});

describe("the text pages", () => {
  it.each<[name: string, call: (rescue: RescueClient) => Promise<{ status: string; ret: string }>]>(
    [
      ["getAccount_v2", (rescue) => rescue.getAccount_v2()],
      ["getUser_v3", (rescue) => rescue.getUser_v3({ iNodeID: 101 })],
      ["getUser of an unknown node", (rescue) => rescue.getUser({ iNodeID: 999_999 })],
      ["getSession", (rescue) => rescue.getSession({ iNodeID: 101, eNodeRef: "NODE" })],
      ["getNote", (rescue) => rescue.getNote({ iSessionID: 5001 })],
      ["getChat", (rescue) => rescue.getChat({ iSessionID: 5001 })],
      ["getReportDate", (rescue) => rescue.getReportDate()],
      ["startSession", (rescue) => rescue.startSession({ iSession: 5001, iNode: 101 })],
    ],
  )("return the same outcome as SOAP for %s", async (_, call) => {
    const [soap, text] = await Promise.all([call(client("soap12")), call(client("post"))]);
    expect({ ...text, ret: "" }).toEqual({ ...soap, ret: "" });
  });
});

describe("the pacing", () => {
  it("keeps concurrent clients of an account within the limit of the service", async () => {
    const clients = [client("soap12"), client("soap11"), client("post")];
    const emails = await Promise.all(
      clients.map((rescue) => rescue.generateEmailText({ iPINCode: 123456 })),
    );
    expect(emails.map(({ status }) => status)).toEqual(["OK", "OK", "OK"]);
  }, 15_000);
});
