/** PHP's SoapClient against the simulator, from nothing but its WSDL. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createRescueClient } from "../../src/index.js";
import { type Simulator, startSimulator } from "../../src/simulator/index.js";
import { describeWithPeer } from "./peer.js";

const SCRIPT = fileURLToPath(new URL("php/email.php", import.meta.url));
const PHP = {
  name: "php with ext-soap",
  probe: ["php", "-r", 'exit(extension_loaded("soap") ? 0 : 1);'],
} as const;

describeWithPeer(PHP, "PHP's SoapClient", () => {
  let simulator: Simulator;
  beforeEach(async () => {
    simulator = await startSimulator();
  });
  afterEach(() => simulator.close());

  async function run(version: string) {
    const { stdout } = await promisify(execFile)("php", [SCRIPT, `${simulator.url}?WSDL`, version]);
    return JSON.parse(stdout);
  }

  it.each(["SOAP_1_1", "SOAP_1_2"])(
    "signs in, requests a PIN and gets its email over %s",
    async (version) => {
      const seen = await run(version);
      expect(seen.refused).toEqual({ generateEmailTextResult: "generateEmailText_NotLoggedIn" });
      expect(seen.login).toEqual({ loginResult: "login_OK" });
      const { iPINCode } = seen.pin;
      expect(seen.pin).toEqual({
        requestPINCodeResult: "requestPINCode_OK",
        iPINCode: expect.any(Number),
      });

      simulator.advance(1_000);
      const auth = { email: "tech@example.com", password: "secret" };
      const rescue = createRescueClient({ auth, endpoint: simulator.url });
      const email = await rescue.generateEmailText({ iPINCode });
      expect({ status: "OK", ret: seen.email.generateEmailTextResult, ...seen.email }).toEqual({
        generateEmailTextResult: email.ret,
        ...email,
      });
      const nodes = await rescue.getHierarchy();
      if (nodes.status !== "OK") throw new Error(nodes.status);
      expect(seen.hierarchy.aHierarchy.HIERARCHY).toEqual(nodes.aHierarchy);
    },
  );

  it.each([
    ["SOAP_1_1", "soap:Client"],
    ["SOAP_1_2", "soap:Sender"],
  ])("reads the fault that a PIN of letters gets over %s", async (version, code) => {
    const seen = await run(version);
    expect(seen.fault).toEqual({ code, reason: expect.stringContaining("unable to read request") });
  });

  it("needs no cookie with an auth code", async () => {
    expect((await run("SOAP_1_2")).account).toMatchObject({
      getAccountResult: "getAccount_OK",
      sEmail: "tech@example.com",
    });
  });
});
