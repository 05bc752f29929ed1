import { expect, it } from "vitest";
import { soapExchange, startCall } from "../../src/client/index.js";
import { httpHeaders } from "../../src/http/headers.js";
import type { Transport } from "../../src/http/transport.js";
import type { Call } from "../../src/protocol/index.js";
import { echo } from "./echo-call.js";

/** An exchange whose responses are the envelopes of the requests. */
function echoing() {
  const sent: string[] = [];
  const transport: Transport = async ({ body }) => {
    sent.push(String(body));
    return {
      status: 200,
      headers: httpHeaders({ "content-type": "application/soap+xml" }),
      body: (async function* () {
        yield Buffer.from(String(body));
      })(),
    };
  };
  return { sent, ...soapExchange({ endpoint: "http://h/", transport }) };
}

/** A call whose request counts how often it is read. */
function countedCall(text = "a") {
  const call = startCall(
    { operation: echo, request: { text }, resultKind: "response" },
    { endpoint: "http://h/" },
    {},
  );
  let reads = 0;
  const request = {
    get text() {
      reads++;
      return text;
    },
  };
  return { call: { ...call, request } satisfies Call, reads: () => reads };
}

it("does not encode a request again that was checked, however often it is sent", async () => {
  const { check, send, sent } = echoing();
  const { call, reads } = countedCall();
  await check(call);
  const once = reads();
  expect(once).toBeGreaterThan(0);
  for (let count = 0; count < 2; count++) {
    // Interceptors pass on copies of the call, with the same request.
    expect(await send({ ...call, headers: { a: "b" } })).toMatchObject({ value: { text: "a" } });
  }
  expect(reads()).toBe(once);
  expect(new Set(sent).size).toBe(1);
});

it("encodes a request that an interceptor has put in its place", async () => {
  const { check, send } = echoing();
  const { call } = countedCall();
  await check(call);
  expect(await send({ ...call, request: { text: "b" } })).toMatchObject({ value: { text: "b" } });
});

it("encodes a request that is sent to another operation", async () => {
  const { check, send, sent } = echoing();
  const { call } = countedCall();
  await check(call);
  const other = { ...echo, input: { ...echo.input, element: "other" } };
  await expect(send({ ...call, operation: other })).rejects.toThrow("The Body contains other");
  expect(sent[0]).toContain("<other ");
});

it("reports a request that does not fit when it is checked", () => {
  const { check, sent } = echoing();
  const { call } = countedCall();
  expect(() => check({ ...call, request: { text: 1 } })).toThrow("echo/text must be a string");
  expect(sent).toEqual([]);
});
