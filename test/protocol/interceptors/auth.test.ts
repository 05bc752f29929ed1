import { expect, it } from "vitest";
import { basicAuth, bearerAuth } from "../../../src/protocol/interceptors/auth.js";
import { callEcho } from "../../client/echo-call.js";

const authorization = async (interceptor: ReturnType<typeof bearerAuth>) =>
  (await callEcho({ interceptors: [interceptor] })).request.headers.Authorization;

it("writes the Basic credentials of RFC 7617's examples", async () => {
  const aladdin = { username: "Aladdin", password: "open sesame" };
  expect(await authorization(basicAuth(aladdin))).toBe("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  expect(await authorization(basicAuth({ username: "test", password: "123£" }))).toBe(
    "Basic dGVzdDoxMjPCow==",
  );
  expect(() => basicAuth({ username: "a:b", password: "" })).toThrow(
    expect.objectContaining({ code: "UNUSABLE" }),
  );
});

it("asks for a bearer token with each call", async () => {
  expect(await authorization(bearerAuth("mF_9.B5f-4.1JqM"))).toBe("Bearer mF_9.B5f-4.1JqM");
  let calls = 0;
  const renewed = bearerAuth(async () => `token-${++calls}`);
  expect([await authorization(renewed), await authorization(renewed)]).toEqual([
    "Bearer token-1",
    "Bearer token-2",
  ]);
});

it("fails a call with the reason if no token is available", async () => {
  const reason = new Error("the identity provider is away");
  await expect(authorization(bearerAuth(() => Promise.reject(reason)))).rejects.toBe(reason);
});
