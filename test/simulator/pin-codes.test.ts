/** PIN codes over each protocol: the rule of their format, and the limit of one call per second. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRescueClient, type RescueClientOptions } from "../../src/index.js";
import { type Simulator, startSimulator } from "../../src/simulator/index.js";

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ now: () => 0 });
});
afterEach(() => simulator.close());

describe.each(["soap11", "soap12", "get", "post"] as const)("over %s", (protocol) => {
  const client = () => {
    const auth = { email: "tech@example.com", password: "secret" };
    const options: RescueClientOptions = { endpoint: simulator.url, auth, protocol };
    return createRescueClient({ ...options, throttle: false, retry: false });
  };

  it.each([-1, 1_000_000, 2_147_483_647])("%d is not a PIN code", async (iPINCode) => {
    const { status } = await client().generateEmailText({ iPINCode });
    expect(status).toBe("InvalidPINFormat");
  });

  it.each([
    [0, "000000"],
    [12_345, "012345"],
    [999_999, "999999"],
  ])("%d is the PIN code %s", async (iPINCode, digits) => {
    const email = await client().generateEmailText({ iPINCode });
    expect(email).toMatchObject({ status: "OK", sLink: expect.stringMatching(`=${digits}$`) });
  });

  it("a typo does not use up the second", async () => {
    const rescue = client();
    const statuses: string[] = [];
    for (const iPINCode of [-1, 123_456, 1_000_000, 123_456]) {
      statuses.push((await rescue.generateEmailText({ iPINCode })).status);
    }
    expect(statuses).toEqual(["InvalidPINFormat", "OK", "InvalidPINFormat", "Error"]);
  });
});
