import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cookies, fetchTransport, httpTransport } from "../../../src/http/index.js";
import {
  createRescueClient,
  type RescueClientOptions,
  type SignInError,
  type Transport,
} from "../../../src/index.js";
import { SignInRecord, signInRecord } from "../../../src/rescue/session/sign-in-record.js";
import { fakeService } from "../fake-service.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const MINUTE = 60_000;
const auth = { email: "tech@example.com", password: "pass-word" };

/** A service whose sessions end after each call, and whose login has the result of `result()`. */
function service(result: () => string = () => "login_OK") {
  let live = false;
  const fake = fakeService(({ operation }) => {
    if (operation === "login") {
      live = result() === "login_OK";
      return result();
    }
    if (operation !== "getDelimiter") return undefined;
    const delimiter = { result: "getDelimiter_OK", outs: "<sDelimiter>|</sDelimiter>" };
    const given = live ? delimiter : "getDelimiter_NotLoggedIn";
    live = false;
    return given;
  });
  const client = (options: Partial<RescueClientOptions> = {}) =>
    createRescueClient({ auth, transport: fake.transport, ...options });
  const logins = () => fake.names().filter((name) => name === "login").length;
  return { ...fake, client, logins };
}

describe("a rejected sign-in", () => {
  it("is remembered for all clients of the account, until the time has passed", async () => {
    const { client, logins } = service(() => "login_Invalid");
    await expect(client().getDelimiter()).rejects.toMatchObject({ code: "SIGN_IN_REFUSED" });
    await vi.advanceTimersByTimeAsync(10_000);
    for (let call = 0; call < 20; call++) {
      const email = call % 2 === 0 ? "tech@example.com" : "Tech@Example.com";
      const rescue = client({ auth: { ...auth, email } });
      await expect(rescue.getDelimiter()).rejects.toMatchObject({
        name: "SignInError",
        code: "SIGN_IN_SUSPENDED",
        status: "Invalid",
        ret: "login_Invalid",
        retryAfter: 890_000,
        message: `The client did not sign in ${email} again: the service rejected the same credentials with Invalid 10 s ago. Wait for other credentials, or the next try in 890 s (signInRetryAfter).`,
      });
    }
    expect(logins()).toBe(1);
    await vi.advanceTimersByTimeAsync(890_000);
    await expect(client().getDelimiter()).rejects.toMatchObject({ code: "SIGN_IN_REFUSED" });
    expect(logins()).toBe(2);
  });

  it("does not concern another password, another account or another host", async () => {
    const { client, logins } = service(() => "login_Invalid");
    const endpoint = "https://other.example.com/API/API.asmx";
    const clients = [
      client(),
      client({ auth: { ...auth, password: "other" } }),
      client({ auth: { ...auth, email: "other@example.com" } }),
      client({ endpoint }),
    ];
    for (const rescue of [...clients, ...clients]) {
      await expect(rescue.getDelimiter()).rejects.toThrow();
    }
    expect(logins()).toBe(4);
  });

  it("does not concern a client whose credentials are changed", async () => {
    const changing = { ...auth };
    const { client, calls, logins } = service(() =>
      calls.at(-1)?.body.includes("right") ? "login_OK" : "login_Invalid",
    );
    const rescue = client({ auth: changing });
    await expect(rescue.getDelimiter()).rejects.toMatchObject({ status: "Invalid" });
    changing.password = "right";
    expect(await rescue.getDelimiter()).toMatchObject({ status: "OK" });
    expect(logins()).toBe(2);
  });

  it.each<[signInRetryAfter: number, wait: number, logins: number]>([
    [0, 0, 2],
    [5_000, 4_999, 1],
    [5_000, 5_000, 2],
    [Number.POSITIVE_INFINITY, 1_000 * MINUTE, 1],
  ])(
    "with signInRetryAfter %d, after %d ms there are %d logins",
    async (signInRetryAfter, wait, want) => {
      const { client, logins } = service(() => "login_Invalid");
      const rescue = client({ signInRetryAfter });
      await expect(rescue.getDelimiter()).rejects.toMatchObject({ retryAfter: signInRetryAfter });
      await vi.advanceTimersByTimeAsync(wait);
      await expect(rescue.getDelimiter()).rejects.toThrow();
      expect(logins()).toBe(want);
    },
  );

  it("never states a time with signInRetryAfter Infinity", async () => {
    const { client } = service(() => "login_Invalid");
    const rescue = client({ signInRetryAfter: Number.POSITIVE_INFINITY });
    await expect(rescue.getDelimiter()).rejects.toThrow();
    await expect(rescue.getDelimiter()).rejects.toThrow("Wait for other credentials (signIn");
  });

  it("is forgotten after a login of the caller", async () => {
    let result = "login_Invalid";
    const { client, logins } = service(() => result);
    const rescue = client();
    await expect(rescue.getDelimiter()).rejects.toMatchObject({ status: "Invalid" });
    result = "login_OK";
    await rescue.login({ sEmail: auth.email, sPassword: auth.password });
    expect(await client().getDelimiter()).toMatchObject({ status: "OK" });
    expect(logins()).toBe(3);
  });

  it("is remembered from a login of the caller, also by a client with an auth code", async () => {
    const { client, logins } = service(() => "login_Invalid");
    const rescue = client({ auth: { authCode: "0a" } });
    await rescue.login({ sEmail: auth.email, sPassword: auth.password });
    await expect(client().getDelimiter()).rejects.toMatchObject({ code: "SIGN_IN_SUSPENDED" });
    expect(logins()).toBe(1);
  });

  it("contains the email address, but not the password", async () => {
    const { client } = service(() => "login_Invalid");
    for (let call = 0; call < 2; call++) {
      const error = await client()
        .getDelimiter()
        .catch((thrown: SignInError) => thrown);
      expect(`${String(error)}${JSON.stringify(error)}`).not.toContain(auth.password);
    }
  });

  it.each([-1, Number.NaN])("rejects signInRetryAfter %d", (signInRetryAfter) => {
    const create = () => createRescueClient({ auth, signInRetryAfter });
    expect(create).toThrow(/signInRetryAfter must be a number of milliseconds or Infinity/);
  });
});

describe("the number of sign-ins", () => {
  it("is ten in three minutes at most, for all clients of an account", async () => {
    const { client, logins } = service();
    const times: number[] = [];
    for (let call = 0; call < 400; call++) {
      const before = logins();
      await client()
        .getDelimiter()
        .catch(() => undefined);
      if (logins() > before) times.push(performance.now());
      await vi.advanceTimersByTimeAsync(3_000);
    }
    const gaps = times.slice(10).map((time, index) => time - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3 * MINUTE);
    expect(times.length).toBeGreaterThan(60);
  });

  it("is an error above the limit, which states when the next sign-in is possible", async () => {
    const { client, logins } = service();
    const rescue = client();
    await rescue.getDelimiter();
    await vi.advanceTimersByTimeAsync(MINUTE);
    for (let call = 0; call < 9; call++) await rescue.getDelimiter();
    await expect(rescue.getDelimiter()).rejects.toMatchObject({
      code: "SIGN_IN_SUSPENDED",
      status: "LimitReached",
      ret: "",
      retryAfter: 2 * MINUTE,
      message: expect.stringContaining(
        "10 times in 3 minutes, the limit of the service. The next sign-in is possible in 120 s.",
      ),
    });
    await expect(
      rescue.login({ sEmail: auth.email, sPassword: auth.password }),
    ).rejects.toMatchObject({ code: "SIGN_IN_SUSPENDED" });
    expect(logins()).toBe(10);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(await rescue.getDelimiter()).toMatchObject({ status: "OK" });
    await expect(rescue.getDelimiter()).rejects.toMatchObject({ retryAfter: MINUTE });
  });

  it("does not depend on the wall clock", async () => {
    const { client } = service();
    const rescue = client();
    for (let call = 0; call < 10; call++) await rescue.getDelimiter();
    vi.setSystemTime(Date.now() + 60 * MINUTE);
    await expect(rescue.getDelimiter()).rejects.toMatchObject({ code: "SIGN_IN_SUSPENDED" });
    vi.setSystemTime(Date.now() - 120 * MINUTE);
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(await rescue.getDelimiter()).toMatchObject({ status: "OK" });
  });

  it("counts a sign-in until three minutes after its end", () => {
    const record = new SignInRecord();
    const slow = record.begin("a");
    for (let count = 0; count < 9; count++) record.begin("a")();
    vi.advanceTimersByTime(3 * MINUTE);
    for (let count = 0; count < 9; count++) record.begin("a")();
    expect(() => record.begin("a")).toThrow("in 180 s");
    slow();
    expect(() => record.begin("a")).toThrow("in 180 s");
    vi.advanceTimersByTime(3 * MINUTE);
    expect(() => record.begin("a")).not.toThrow();
  });
});

describe("the records of accounts", () => {
  const account = { endpoint: "https://one.example.com/a", email: "a@example.com" };
  const transport: Transport = () => new Promise(() => {});

  it.each([
    ["the same account", account, true],
    ["another path", { ...account, endpoint: "https://one.example.com/b" }, true],
    ["other letters", { ...account, email: "A@example.com" }, true],
    ["another account", { ...account, email: "b@example.com" }, false],
    ["another host", { ...account, endpoint: "https://two.example.com/a" }, false],
    ["a transport of the caller", { ...account, transport }, false],
    ["another connection", { ...account, transport: cookies(httpTransport()) }, true],
    ["a compressing one", { ...account, transport: httpTransport({ compress: "gzip" }) }, true],
    ["fetch", { ...account, transport: fetchTransport() }, true],
    ["a fetch of the caller", { ...account, transport: fetchTransport({ fetch }) }, false],
  ])("for %s", (_, other, isSame) => {
    expect(signInRecord(account) === signInRecord(other)).toBe(isSame);
  });

  it("are removed when they are old and another one is added", () => {
    const others = {
      ...account,
      transport: () => transport({ url: "", method: "GET", headers: {} }),
    };
    const record = signInRecord(others);
    record.begin("a")();
    record.note("password", { status: "Invalid", ret: "login_Invalid" });
    const steps = [3 * MINUTE - 1, 24 * 60 * MINUTE - 3 * MINUTE, 1].map((time, index) => {
      vi.advanceTimersByTime(time);
      signInRecord({ ...others, email: `${index}@example.com` });
      return signInRecord(others) === record;
    });
    expect(steps).toEqual([true, true, false]);
  });
});

describe("the timeout of a call", () => {
  /** A service whose login and calls take `login` and `call` ms. */
  function slowService(login: number, call: number) {
    const { transport, names } = service();
    const slow: Transport = async (request) => {
      const isLogin = String(request.body).includes("<login ");
      await new Promise((resolve, reject) => {
        setTimeout(resolve, isLogin ? login : call);
        request.signal?.addEventListener("abort", () => reject(request.signal?.reason));
      });
      return transport(request);
    };
    const rescue = (retry?: false) =>
      createRescueClient({ auth, transport: slow, ...(retry === false && { retry }) });
    return { rescue, names };
  }

  it.each([
    [
      "the wait for the sign-in",
      500,
      0,
      100,
      "getDelimiter was not sent: the sign-in took longer than 100 ms.",
      "not-sent",
    ],
    [
      "the rest of the time",
      60,
      60,
      100,
      "getDelimiter took longer than 100 ms, with 60 ms for the sign-in.",
      "unknown",
    ],
  ])("includes %s", async (_, login, call, timeout, message, delivery) => {
    const { rescue } = slowService(login, call);
    const client = rescue(delivery === "unknown" ? false : undefined);
    const startedAt = performance.now();
    const late = client
      .getDelimiter({}, { timeout })
      .catch((error: unknown) => ({ error, at: performance.now() - startedAt }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await late).toMatchObject({
      error: { name: "TimeoutError", code: "TIMEOUT", message, delivery },
      at: 100,
    });
  });

  it("is sufficient for both", async () => {
    const { rescue } = slowService(60, 30);
    const call = rescue().getDelimiter({}, { timeout: 100 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await call).toMatchObject({ status: "OK" });
  });

  it("ends the wait of its own call only, and leaves no timer", async () => {
    const { rescue, names } = slowService(500, 0);
    const client = rescue();
    const short = client.getDelimiter({}, { timeout: 100 });
    const long = client.getDelimiter({}, { timeout: 1_000 });
    const ended = expect(short).rejects.toMatchObject({ code: "TIMEOUT" });
    await vi.advanceTimersByTimeAsync(1_000);
    await ended;
    expect(await long).toMatchObject({ status: "OK" });
    expect(names()).toEqual(["login", "getDelimiter"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("leaves no timer when its call is aborted during the sign-in", async () => {
    const { rescue } = slowService(500, 0);
    const controller = new AbortController();
    const call = rescue().getDelimiter({}, { signal: controller.signal, timeout: 60_000 });
    await vi.advanceTimersByTimeAsync(10);
    const before = vi.getTimerCount();
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: "ABORTED", delivery: "not-sent" });
    expect(vi.getTimerCount()).toBe(before - 1);
    await vi.advanceTimersByTimeAsync(1_000);
  });
});
