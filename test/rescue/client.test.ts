import { describe, expect, expectTypeOf, it, vi } from "vitest";
import { operations } from "../../src/generated/index.js";
import {
  createRescueClient,
  type GetAccountOutcome,
  type GetUser_v3Outcome,
  type Interceptor,
  type RescueClient,
  type RescueLifetime,
} from "../../src/index.js";
import { EMAIL, fakeService } from "./fake-service.js";

const signIn = { email: "tech@example.com", password: "pass-word" };
const authCode = "0123abc";

describe("createRescueClient", () => {
  it("has a method for each operation of the contract", () => {
    const rescue = createRescueClient({ auth: signIn });
    expect(Object.keys(rescue)).toEqual([...Object.keys(operations), "close"]);
    expect(Object.keys(rescue).length).toBeGreaterThanOrEqual(61);
    type Methods = Exclude<keyof RescueClient, keyof RescueLifetime>;
    expectTypeOf<Methods>().toEqualTypeOf<keyof typeof operations>();
  });

  it("types each method by its operation, with an optional request if no member is required", () => {
    expectTypeOf<
      ReturnType<RescueClient["getAccount"]>
    >().resolves.toEqualTypeOf<GetAccountOutcome>();
    expectTypeOf<
      ReturnType<RescueClient["getUser_v3"]>
    >().resolves.toEqualTypeOf<GetUser_v3Outcome>();
    expectTypeOf<RescueClient["getAccount"]>().toBeCallableWith();
    expectTypeOf<Parameters<RescueClient["generateEmailText"]>["length"]>().toEqualTypeOf<1 | 2>();
    // @ts-expect-error: iPINCode is required
    expectTypeOf<RescueClient["generateEmailText"]>().toBeCallableWith({});
  });

  it("uses SOAP 1.2 and the endpoint of the vendor by default", async () => {
    const service = fakeService(() => EMAIL);
    const rescue = createRescueClient({ auth: { authCode }, transport: service.transport });
    await rescue.generateEmailText({ iPINCode: 1 });
    expect(service.calls[0]?.request).toMatchObject({
      url: "https://secure.logmeinrescue.com/API/API.asmx",
      headers: { "Content-Type": expect.stringContaining("application/soap+xml") },
    });
  });

  it("rejects deviations with the option strict", async () => {
    const more = { ...EMAIL, outs: `${EMAIL.outs}<sNew>x</sNew>` };
    const { transport } = fakeService(() => more);
    const email = (strict: boolean) =>
      createRescueClient({
        auth: { authCode },
        transport,
        strict,
        throttle: false,
      }).generateEmailText({ iPINCode: 1 });
    expect(await email(false)).toHaveProperty("status", "OK");
    await expect(email(true)).rejects.toMatchObject({
      code: "DEVIATION",
      path: "generateEmailTextResponse/sNew",
    });
  });

  it("uses SOAP 1.1 and another endpoint", async () => {
    const service = fakeService(() => "logout_OK");
    const rescue = createRescueClient({
      auth: signIn,
      endpoint: "http://127.0.0.1:1/api/api.asmx",
      protocol: "soap11",
      transport: service.transport,
    });
    await rescue.logout();
    expect(service.calls[0]?.request).toMatchObject({
      url: "http://127.0.0.1:1/api/api.asmx",
      headers: { SOAPAction: expect.stringContaining("/logout") },
    });
  });

  it("adds the auth code to each request that lacks it, and does not sign in", async () => {
    const service = fakeService(({ operation }) =>
      operation === "getAccount" ? "getAccount_Error" : undefined,
    );
    const { transport } = service;
    const rescue = createRescueClient({ auth: { authCode }, transport, throttle: false });
    await rescue.getAccount();
    await rescue.getAccount({ sAuthCode: "another" });
    await rescue.logout();
    expect(service.calls.map(({ body }) => /<sAuthCode>(\w*)</.exec(body)?.[1])).toEqual([
      authCode,
      "another",
      undefined,
    ]);
    expect(service.names()).toEqual(["getAccount", "getAccount", "logout"]);
  });

  it("rejects a request that cannot be encoded before it signs in", async () => {
    const service = fakeService(() => undefined);
    const rescue = createRescueClient({ auth: signIn, transport: service.transport });
    const wrong: { iPINCode: number } = JSON.parse('{ "iPINCode": "12" }');
    await expect(rescue.generateEmailText(wrong)).rejects.toMatchObject({
      code: "INVALID_REQUEST",
      path: "generateEmailText/iPINCode",
    });
    expect(service.calls).toEqual([]);
  });

  it.each([
    ["sCField0", 64],
    ["sCField1", 512],
    ["sCField2", 512],
    ["sCField3", 256],
    ["sCField4", 64],
    ["sCField5", 64],
    ["sTracking0", 64],
  ])("accepts %s up to its documented length of %i", async (field, maxLength) => {
    const service = fakeService(() => "requestPINCode_Error");
    const { transport } = service;
    const rescue = createRescueClient({ auth: { authCode }, transport, throttle: false });
    const call = (length: number) =>
      rescue.requestPINCode({ bNoTechConsole: true, [field]: "x".repeat(length) });
    await expect(call(maxLength)).resolves.toMatchObject({ status: "Error" });
    await expect(call(maxLength + 1)).rejects.toMatchObject({
      name: "EncodeError",
      code: "INVALID_REQUEST",
      path: `requestPINCode/${field}`,
      message: `requestPINCode/${field} has ${maxLength + 1} characters. The service accepts at most ${maxLength}.`,
    });
    expect(service.calls).toHaveLength(1);
  });

  it("passes the call and its sign-in to the interceptors", async () => {
    const seen: string[] = [];
    const watch: Interceptor = (next) => (call) => {
      seen.push(call.operation.name);
      return next({ ...call, headers: { ...call.headers, "X-Trace": "7" } });
    };
    const service = fakeService(({ operation }) =>
      operation === "login" ? undefined : "getAccount_Error",
    );
    await createRescueClient({
      auth: signIn,
      transport: service.transport,
      interceptors: [watch],
    }).getAccount();
    expect(seen).toEqual(["getAccount", "login"]);
    expect(service.calls.map(({ request }) => request.headers["X-Trace"])).toEqual(["7", "7"]);
  });

  it("logs one line per call, without secrets", async () => {
    const debug = vi.fn();
    const service = fakeService(({ operation, body }) => {
      if (operation === "login") return "login_OK";
      return body.includes("<iPINCode>1<") ? EMAIL : "generateEmailText_InvalidPINFormat";
    });
    const { transport } = service;
    const rescue = createRescueClient({
      auth: signIn,
      transport,
      throttle: false,
      logger: { debug },
    });
    await rescue.generateEmailText({ iPINCode: 1 });
    await rescue.generateEmailText({ iPINCode: 2, sAuthCode: authCode });
    await rescue
      .generateEmailText({ iPINCode: 3 }, { signal: AbortSignal.abort() })
      .catch(() => undefined);
    expect(debug.mock.calls).toEqual([
      [expect.stringMatching(/^login OK \d+ ms$/), expect.anything()],
      [
        expect.stringMatching(/^generateEmailText OK \d+ ms$/),
        {
          operation: "generateEmailText",
          status: "OK",
          ms: expect.any(Number),
          attempts: 1,
          waited: 0,
        },
      ],
      [expect.stringContaining("InvalidPINFormat"), expect.anything()],
      [expect.stringContaining("ABORTED"), expect.anything()],
    ]);
    expect(JSON.stringify(debug.mock.calls)).not.toMatch(/pass-word|0123abc/);
  });
});

describe("an outcome", () => {
  const rescueThatGets = (result: string, outs = "") => {
    const { transport } = fakeService(() => ({ result, outs }));
    return createRescueClient({ auth: { authCode }, transport, throttle: false });
  };

  it.each([
    "requestPINCode_NotTechnician",
    "requestPINCodeRet_NotTechnician",
    "requestPINCodeV2_NotTechnician",
    "requestPINCodeV2Ret_NotTechnician",
    "requestPINCode_NOTTECHNICIAN",
    "requestPINCode_Not_Technician",
  ])("has the status of %s in any spelling", async (wire) => {
    expect(await rescueThatGets(wire).requestPINCodeV2({ bNoTechConsole: true })).toEqual({
      status: "NotTechnician",
      ret: wire,
    });
  });

  it.each(["OK", "setUserStatus_OK", "setUserStatus_v7_1Ret_OK"])(
    "is OK for a version of the operation with %s",
    async (ret) => {
      const rescue = rescueThatGets(ret);
      expect(await rescue.setUserStatus_v7_1({ iNodeID: 1, eStatus: "Enabled" })).toEqual({
        status: "OK",
        ret,
      });
    },
  );

  it.each(["", "<iPINCode />", "<iPINCode>0</iPINCode>"])(
    "of a failure ignores the out parameters %j",
    async (outs) => {
      const rescue = rescueThatGets("requestPINCode_Error", outs);
      expect(await rescue.requestPINCode({ bNoTechConsole: true })).toEqual({
        status: "Error",
        ret: "requestPINCode_Error",
      });
    },
  );

  it("that is OK but lacks an out parameter is an error; a missing string is empty", async () => {
    const rescue = rescueThatGets("requestPINCode_OK");
    await expect(rescue.requestPINCode({ bNoTechConsole: true })).rejects.toMatchObject({
      code: "MISSING_ELEMENT",
      path: "requestPINCodeResponse/iPINCode",
    });
    expect(
      await rescueThatGets("requestPINCode_OK").requestPINCodeV2({ bNoTechConsole: true }),
    ).toEqual({ status: "OK", ret: "requestPINCode_OK", sPINCode: "" });
  });
});

describe("the options", () => {
  const at = "http://127.0.0.1:1/API.asmx";
  it.each<[given: string, options: string, message: RegExp]>([
    ["no auth", "{}", /^auth must be either \{ email, password \} or/],
    ["both kinds of auth", '{"auth":{"email":"a","password":"b","authCode":"c"}}', /^auth must be/],
    ["no password", '{"auth":{"email":"a"}}', /^auth must be/],
    [
      "an empty password",
      '{"auth":{"email":"a","password":""}}',
      /^auth\.password must be a non-empty string/,
    ],
    [
      "an empty auth code",
      '{"auth":{"authCode":""}}',
      /^auth\.authCode must be a non-empty string/,
    ],
    [
      "an endpoint that is not a URL",
      '{"auth":{"authCode":"c"},"endpoint":"rescue"}',
      /^endpoint must be an http/,
    ],
    [
      "an endpoint with a file URL",
      '{"auth":{"authCode":"c"},"endpoint":"file:///x"}',
      /^endpoint must be an http/,
    ],
    ["another protocol", '{"auth":{"authCode":"c"},"protocol":"rest"}', /^protocol must be one of/],
    [
      "a timeout of 0",
      '{"auth":{"authCode":"c"},"timeout":0}',
      /^timeout must be a number of milliseconds above 0/,
    ],
    [
      "a negative interval",
      '{"auth":{"authCode":"c"},"throttle":{"requestPINCode":-1}}',
      /^throttle\.requestPINCode must be/,
    ],
  ])("are rejected with %s", (_, json, message) => {
    const options: Parameters<typeof createRescueClient>[0] = JSON.parse(json);
    expect(() => createRescueClient({ endpoint: at, ...options })).toThrow(
      expect.objectContaining({
        name: "OptionsError",
        code: "INVALID_OPTIONS",
        message: expect.stringMatching(message),
      }),
    );
  });
});
