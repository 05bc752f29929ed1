/** The parts of a simulator for tests: its state and its time. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  accounts,
  PASSWORD,
  ServerError,
  type Simulator,
  startSimulator,
} from "../../src/simulator/index.js";
import { clientOf, userChange } from "../server/clients.js";

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator();
});
afterEach(() => simulator.close());

describe("the state", () => {
  it("contains the calls with their requests and no secrets", async () => {
    const rescue = clientOf(simulator);
    await rescue.requestAuthCode({ sEmail: "tech@example.com", sPassword: PASSWORD });
    const pair = { sPwd: "pass-word-1", sConfPwd: "pass-word-1", sCurrentPwd: PASSWORD };
    await rescue.setUser({ ...userChange, ...pair });
    const user = { iParentID: 10, sEmail: "v@example.com", eStatus: "Enabled" } as const;
    await rescue.createUsers({ aUserData: [{ ...user, sPwd: "pass-word-2" }] });
    await rescue.getUser({ iNodeID: 9_999, sAuthCode: "code-3" });
    const { calls } = simulator.state;
    // requestAuthCode needs no sign-in; the call after it does.
    expect(calls.map(({ operation, status }) => `${operation} ${status}`)).toEqual([
      "requestAuthCode OK",
      "login OK",
      "setUser OK",
      "createUsers OK",
      "getUser Invalid_SecretAuthCode",
    ]);
    const login = calls.find(({ operation }) => operation === "login");
    expect(login?.parameters).toEqual({ sEmail: "tech@example.com", sPassword: "***" });
    expect(Math.abs((login?.at ?? 0) - Date.now())).toBeLessThan(60_000);
    const all = JSON.stringify(simulator.state);
    expect(all).not.toMatch(/secret"|pass-word|code-3/);
    expect(all).toContain("v@example.com");
  });

  it("is separate for each simulator", async () => {
    const other = await startSimulator();
    try {
      await clientOf(simulator).getAccount();
      expect(other.state.calls).toEqual([]);
      expect(other.url).not.toBe(simulator.url);
    } finally {
      await other.close();
    }
  });
});

describe("the time", () => {
  it("continues from the time that a test has set", async () => {
    simulator.setTime(Date.UTC(2030, 0, 1));
    await clientOf(simulator).getAccount();
    const at = simulator.state.calls[0]?.at ?? 0;
    expect(at - Date.UTC(2030, 0, 1)).toBeGreaterThanOrEqual(0);
    expect(at - Date.UTC(2030, 0, 1)).toBeLessThan(60_000);
    simulator.advance(3_600_000);
    expect(simulator.state.sessions).toEqual([]);
  });

  it("can be set back without an effect on the limits", async () => {
    const other = await startSimulator({ now: () => 1_760_000_000_000 });
    try {
      const rescue = clientOf(other);
      const email = () => rescue.generateEmailText({ iPINCode: 123_456 });
      expect((await email()).status).toBe("OK");
      other.setTime(1_700_000_000_000);
      expect((await email()).status).toBe("OK");
      expect((await email()).status).toBe("Error");
    } finally {
      await other.close();
    }
  });

  it("follows the clock of a test", async () => {
    let time = 5_000_000;
    const other = await startSimulator({ now: () => time });
    try {
      const rescue = clientOf(other);
      const email = () => rescue.generateEmailText({ iPINCode: 123_456 });
      expect((await email()).status).toBe("OK");
      time += 999;
      expect((await email()).status).toBe("Error");
      time += 1;
      expect((await email()).status).toBe("OK");
      expect(other.state.calls.at(-1)?.at).toBe(5_001_000);
    } finally {
      await other.close();
    }
  });
});

describe("startSimulator", () => {
  it.each(["0.0.0.0", "192.168.0.1", "example.com", "::", "127.0.0.1.example.com"])(
    "does not listen on %s",
    async (host) => {
      const error = await startSimulator({ host }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ServerError);
      expect(error).toMatchObject({
        code: "NOT_LOOPBACK",
        message: `The simulator listens on loopback addresses only, and ${host} is not one. Use 127.0.0.1 or ::1.`,
      });
    },
  );

  it("listens on a given loopback address", async () => {
    const other = await startSimulator({ host: "localhost" });
    try {
      expect(other.url).toMatch(/^http:\/\/localhost:\d+\/API\/API\.asmx$/);
      expect((await fetch(other.url)).status).toBe(200);
    } finally {
      await other.close();
    }
  });

  it("can be closed twice, and closes open connections", async () => {
    const other = await startSimulator();
    await fetch(other.url);
    await other.close();
    await other.close();
    await expect(fetch(other.url)).rejects.toThrow();
  });

  it("has the documented accounts", () => {
    expect(accounts.map(({ email }) => email.split("@")[0])).toEqual([
      "tech",
      "admin",
      "noconsole",
      "deleted",
      "limit",
      "ip",
    ]);
  });
});
