/** node-soap's client against the simulator, from nothing but its WSDL. */
import { type Client, createClientAsync } from "soap";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRescueClient } from "../../src/index.js";
import { type Simulator, startSimulator } from "../../src/simulator/index.js";

type Answer = Readonly<Record<string, unknown>>;

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator();
});
afterEach(() => simulator.close());

describe.each([
  { port: "APISoap", forceSoap12Headers: false, contentType: "text/xml" },
  { port: "APISoap12", forceSoap12Headers: true, contentType: "application/soap+xml" },
])("node-soap's client on $port", ({ port, forceSoap12Headers, contentType }) => {
  let client: Client;
  beforeEach(async () => {
    client = await createClientAsync(`${simulator.url}?WSDL`, {
      forceSoap12Headers,
      disableCache: true,
    });
  });

  function call(operation: string, request: object): Promise<Answer> {
    return new Promise((resolve, reject) => {
      client.API[port][operation](request, (error: unknown, answer: Answer) =>
        error ? reject(error) : resolve(answer),
      );
    });
  }

  /** node-soap keeps no cookies. */
  async function signIn(email: string): Promise<void> {
    const answer = await call("login", { sEmail: email, sPassword: "secret" });
    expect(answer).toEqual({ loginResult: "login_OK" });
    const [cookie = ""] = client.lastResponseHeaders?.["set-cookie"] ?? [];
    expect(cookie).toMatch(/^ASP\.NET_SessionId=\w+; .*HttpOnly/i);
    client.addHttpHeader("Cookie", cookie.slice(0, cookie.indexOf(";")));
  }

  it("signs in, requests a PIN and gets its email, the one that our client gets", async () => {
    await signIn("tech@example.com");
    const pin = await call("requestPINCode", { sCField0: "ACME", bNoTechConsole: true });
    expect(pin).toEqual({
      requestPINCodeResult: "requestPINCode_OK",
      iPINCode: expect.any(Number),
    });
    const iPINCode = Number(pin.iPINCode);

    const email = await call("generateEmailText", { iPINCode });
    expect(client.lastResponseHeaders?.["content-type"]).toContain(contentType);

    simulator.advance(1_000);
    const auth = { email: "tech@example.com", password: "secret" };
    const rescue = createRescueClient({ auth, endpoint: simulator.url });
    const { status, ret, ...texts } = await rescue.generateEmailText({ iPINCode });
    expect(status).toBe("OK");
    expect(email).toEqual({ generateEmailTextResult: ret, ...texts });
    expect(email.sLink).toContain(String(iPINCode));
  });

  it("is told NotLoggedIn without the cookie", async () => {
    expect(await call("generateEmailText", { iPINCode: 123456 })).toEqual({
      generateEmailTextResult: "generateEmailText_NotLoggedIn",
    });
  });

  it("is told NotTechnician as an administrator", async () => {
    await signIn("admin@example.com");
    expect(await call("generateEmailText", { iPINCode: 123456 })).toEqual({
      generateEmailTextResult: "generateEmailText_NotTechnician",
    });
  });

  it("reads the fault that a PIN of letters gets", async () => {
    await expect(call("generateEmailText", { iPINCode: "twelve" })).rejects.toMatchObject({
      response: { status: 500 },
      root: { Envelope: { Body: { Fault: expect.anything() } } },
    });
  });

  it("reads arrays of records", async () => {
    await signIn("tech@example.com");
    const { getHierarchyResult, aHierarchy } = await call("getHierarchy", {});
    expect(getHierarchyResult).toBe("getHierarchy_OK");
    const rescue = createRescueClient({
      auth: { email: "tech@example.com", password: "secret" },
      endpoint: simulator.url,
    });
    const ours = await rescue.getHierarchy();
    if (ours.status !== "OK") throw new Error(ours.status);
    expect(aHierarchy).toEqual({ HIERARCHY: ours.aHierarchy });
  });
});
