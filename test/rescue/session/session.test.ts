import { describe, expect, it, vi } from "vitest";
import { createRescueClient, type Transport } from "../../../src/index.js";
import { type FakeCall, fakeService } from "../fake-service.js";

const auth = { email: "tech@example.com", password: "pass-word" };
const OK = { result: "getDelimiter_OK", outs: "<sDelimiter>|</sDelimiter>" };

type Service = Parameters<typeof fakeService>[0];

/** A service whose session is open while `live` is true. */
function serviceWithSessions(resultOf: Service = () => undefined) {
  const state = { live: false };
  const service = fakeService(async (call) => {
    const given = await resultOf(call);
    if (given !== undefined) return given;
    if (call.operation === "login") state.live = true;
    if (call.operation === "logout") state.live = false;
    if (call.operation === "startSession") {
      return `startSessionRet_${state.live ? "OK" : "NotLoggedInAsAdmin"}`;
    }
    if (call.operation !== "getDelimiter") return undefined;
    return state.live ? OK : "getDelimiter_NotLoggedIn";
  });
  return { ...service, state, rescue: createRescueClient({ auth, transport: service.transport }) };
}

describe("the session", () => {
  it("is opened by the first call that needs it", async () => {
    const { rescue, calls, names } = serviceWithSessions();
    expect(names()).toEqual([]);
    expect(await rescue.getDelimiter()).toMatchObject({ status: "OK", sDelimiter: "|" });
    await rescue.getDelimiter();
    expect(names()).toEqual(["login", "getDelimiter", "getDelimiter"]);
    expect(calls[0]?.body).toContain(
      "<sEmail>tech@example.com</sEmail><sPassword>pass-word</sPassword>",
    );
  });

  it("is opened once for any number of callers", async () => {
    const { rescue, names } = serviceWithSessions();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => rescue.getDelimiter()));
    expect(outcomes.every(({ status }) => status === "OK")).toBe(true);
    expect(names().filter((name) => name === "login")).toHaveLength(1);
  });

  it("is opened again once when many calls receive NotLoggedIn", async () => {
    const { rescue, names, state } = serviceWithSessions();
    await rescue.getDelimiter();
    state.live = false;
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => rescue.getDelimiter()));
    expect(outcomes.every(({ status }) => status === "OK")).toBe(true);
    expect(names().filter((name) => name === "login")).toHaveLength(2);
  });

  it("is not opened again by a late NotLoggedIn of a previous session", async () => {
    let release: (() => void) | undefined;
    const { rescue, names, state } = serviceWithSessions(async ({ body }) => {
      if (!body.includes("<iNodeID>7<")) return undefined;
      if (release !== undefined) return "getUser_Error";
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return "getUser_NotLoggedIn";
    });
    await rescue.getDelimiter();
    const late = rescue.getUser({ iNodeID: 7 });
    state.live = false;
    await rescue.getDelimiter();
    release?.();
    expect(await late).toMatchObject({ status: "Error" });
    expect(names().filter((name) => name === "login")).toHaveLength(2);
  });

  it("returns the outcome if a new session does not change it", async () => {
    const { rescue, names } = serviceWithSessions(({ operation }) =>
      operation === "getDelimiter" ? "getDelimiter_NotLoggedIn" : undefined,
    );
    expect(await rescue.getDelimiter()).toEqual({
      status: "NotLoggedIn",
      ret: "getDelimiter_NotLoggedIn",
    });
    expect(names()).toEqual(["login", "getDelimiter", "login", "getDelimiter"]);
  });

  it("is opened again for NotLoggedInAsAdmin, which operations of administrators return at its end", async () => {
    const { rescue, names, state } = serviceWithSessions();
    await rescue.startSession({ iSession: 1, iNode: 2 });
    state.live = false;
    expect(await rescue.startSession({ iSession: 1, iNode: 2 })).toMatchObject({ status: "OK" });
    expect(names()).toEqual(["login", "startSession", "startSession", "login", "startSession"]);
  });

  it("is not opened for a call whose signal has already aborted", async () => {
    const { rescue, names } = serviceWithSessions();
    const call = rescue.getDelimiter({}, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ code: "ABORTED" });
    expect(names()).toEqual([]);
  });

  it("is not opened again after a new session shows that the account is not an administrator", async () => {
    const { rescue, names } = serviceWithSessions(({ operation }) =>
      operation === "startSession" ? "startSessionRet_NotLoggedInAsAdmin" : undefined,
    );
    await rescue.getDelimiter();
    for (let call = 0; call < 5; call++) {
      const outcome = await rescue.startSession({ iSession: 1, iNode: 2 });
      expect(outcome).toMatchObject({ status: "NotLoggedInAsAdmin" });
    }
    expect(names().filter((name) => name === "login")).toHaveLength(2);
  });

  it("is checked for an administrator again after a login by the caller", async () => {
    let administrator = false;
    const { rescue, names, state } = serviceWithSessions(({ operation }) =>
      operation === "startSession" && !administrator
        ? "startSessionRet_NotLoggedInAsAdmin"
        : undefined,
    );
    await rescue.startSession({ iSession: 1, iNode: 2 });
    administrator = true;
    await rescue.login({ sEmail: "admin@example.com", sPassword: "x" });
    await rescue.startSession({ iSession: 1, iNode: 2 });
    state.live = false;
    const outcome = await rescue.startSession({ iSession: 1, iNode: 2 });
    expect(outcome).toMatchObject({ status: "OK" });
    expect(names().filter((name) => name === "login")).toHaveLength(3);
  });

  it("is not opened for requests that contain credentials", async () => {
    const { rescue, names } = serviceWithSessions(({ operation }) =>
      operation === "getDelimiter" ? OK : undefined,
    );
    await rescue.requestAuthCode({ sEmail: "a", sPassword: "b" });
    await rescue.getDelimiter({ sAuthCode: "0a" });
    expect(names()).toEqual(["requestAuthCode", "getDelimiter"]);
  });

  it("is opened if an auth code alone is not sufficient", async () => {
    const { rescue, names } = serviceWithSessions();
    expect(await rescue.getDelimiter({ sAuthCode: "0a" })).toMatchObject({ status: "OK" });
    expect(names()).toEqual(["getDelimiter", "login", "getDelimiter"]);
  });

  it("is replaced by a login of the caller and ends with a logout", async () => {
    const { rescue, calls, names } = serviceWithSessions();
    await rescue.login({ sEmail: "other@example.com", sPassword: "x" });
    await rescue.getDelimiter();
    await rescue.logout();
    await rescue.getDelimiter();
    expect(names()).toEqual(["login", "getDelimiter", "logout", "login", "getDelimiter"]);
    expect(calls[3]?.body).toContain("tech@example.com");
  });
});

describe("a sign-in", () => {
  it.each([
    ["login_Invalid", "Invalid", "check the email address and the password", 900_000],
    ["login_LimitReached", "LimitReached", "it accepts 10 sign-ins in 3 minutes", 180_000],
    ["login_GlobalIpRestricted", "GlobalIpRestricted", "from this IP address", 900_000],
    ["login_Error", "Error", "try again later", 0],
    ["login_Locked", "Unlisted", 'with "login_Locked", which the contract does not list', 900_000],
  ])(
    "that fails with %s is an error for each caller, and later calls sign in again after retryAfter",
    async (wire, status, message, retryAfter) => {
      vi.useFakeTimers({ toFake: ["performance"] });
      let fails = true;
      const { rescue, names } = serviceWithSessions(({ operation }) =>
        operation === "login" && fails ? wire : undefined,
      );
      const results = await Promise.allSettled([rescue.getDelimiter(), rescue.getDelimiter()]);
      for (const result of results) {
        expect(result).toMatchObject({
          status: "rejected",
          reason: {
            name: "SignInError",
            code: "SIGN_IN_REFUSED",
            status,
            ret: wire,
            retryAfter,
            message: expect.stringContaining(message),
          },
        });
        expect(JSON.stringify(result) + String("reason" in result && result.reason)).not.toContain(
          auth.password,
        );
      }
      expect(names()).toEqual(["login"]);
      fails = false;
      if (retryAfter > 0) {
        vi.advanceTimersByTime(retryAfter - 100);
        const early = expect(rescue.getDelimiter()).rejects;
        await early.toMatchObject({ code: "SIGN_IN_SUSPENDED", status, ret: wire });
        expect(names()).toEqual(["login"]);
        vi.advanceTimersByTime(100);
      }
      expect(await rescue.getDelimiter()).toMatchObject({ status: "OK" });
      vi.useRealTimers();
    },
  );

  it("without a network rejects with the error of the network, and the next call signs in again", async () => {
    const service = fakeService(({ operation }) => (operation === "login" ? "login_OK" : OK));
    let down = true;
    const transport: Transport = (request) => {
      if (down) return Promise.reject(new Error("down"));
      return service.transport(request);
    };
    const rescue = createRescueClient({ auth, transport });
    await expect(rescue.getDelimiter()).rejects.toThrow("down");
    down = false;
    expect(await rescue.getDelimiter()).toMatchObject({ status: "OK" });
  });

  it("continues for the other calls when one of them is aborted", async () => {
    let letIn: (() => void) | undefined;
    const { rescue, names } = serviceWithSessions(async ({ operation }: FakeCall) => {
      if (operation === "login") {
        await new Promise<void>((resolve) => {
          letIn = resolve;
        });
      }
      return undefined;
    });
    const controller = new AbortController();
    const left = rescue.getDelimiter({}, { signal: controller.signal });
    const stayed = rescue.getDelimiter();
    await expect.poll(() => names()).toEqual(["login"]);
    controller.abort(new Error("enough"));
    await expect(left).rejects.toMatchObject({
      code: "ABORTED",
      cause: { message: "enough" },
    });
    letIn?.();
    expect(await stayed).toMatchObject({ status: "OK" });
    expect(names()).toEqual(["login", "getDelimiter"]);
  });
});
