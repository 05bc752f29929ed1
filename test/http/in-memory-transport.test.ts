import { expect, it } from "vitest";
import { ConnectionError } from "../../src/errors/index.js";
import { httpHeaders } from "../../src/http/headers.js";
import { type HttpHandler, inMemory } from "../../src/http/in-memory-transport.js";
import type { HttpRequest, HttpResponse, RequestBody } from "../../src/http/transport.js";

const url = "http://h/";

function response(body: AsyncIterable<Uint8Array> = text(""), cookie?: string): HttpResponse {
  return { status: 200, headers: httpHeaders({ "set-cookie": cookie }), body };
}

async function* text(...chunks: string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function read(body: HttpRequest["body"]): Promise<string> {
  if (body === undefined || typeof body === "string") return body ?? "";
  if (body instanceof Uint8Array) return Buffer.from(body).toString();
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const handler = (handle: HttpHandler["handle"]) => inMemory({ handle });
const echo = handler(async ({ body }) => response(text(await read(body))));

it.each<[string, RequestBody]>([
  ["a string", "öl"],
  ["bytes", Buffer.from("öl")],
  ["chunks", text("ö", "l")],
])("delivers a body of %s", async (_what, body) => {
  const { status, body: received } = await echo({ url, method: "POST", headers: {}, body });
  expect(status).toBe(200);
  expect(await read(received)).toBe("öl");
});

it("keeps the cookies of each transport", async () => {
  const seen: (string | undefined)[] = [];
  const service: HttpHandler = {
    handle: async ({ headers }) => {
      seen.push(headers.Cookie);
      return response(text(""), `id=${seen.length}`);
    },
  };
  const [one, other] = [inMemory(service), inMemory(service)];
  for (const transport of [one, one, other, one]) {
    await transport({ url, method: "GET", headers: {} });
  }
  expect(seen).toEqual([undefined, "id=1", undefined, "id=2"]);
});

it("reports a failure of the service as a connection that failed", async () => {
  const cause = new Error("out of order");
  const transport = handler(() => Promise.reject(cause));
  const call = transport({ url, method: "GET", headers: {} });
  await expect(call).rejects.toEqual(
    new ConnectionError("The service in memory failed: out of order", { cause }),
  );
});

it("throws the error of a streamed body, as other transports do", async () => {
  const failure = new Error("the disk is full");
  const body = (async function* () {
    yield Buffer.from("a");
    throw failure;
  })();
  await expect(echo({ url, method: "POST", headers: {}, body })).rejects.toBe(failure);
});

it("ends a streamed body that the service did not read", async () => {
  let isEnded = false;
  const body = (async function* () {
    try {
      for (;;) yield Buffer.from("a");
    } finally {
      isEnded = true;
    }
  })();
  const transport = handler(async (request) => {
    for await (const _ of request.body as AsyncIterable<Uint8Array>) break;
    return response();
  });
  const { body: received } = await transport({ url, method: "POST", headers: {}, body });
  await read(received);
  expect(isEnded).toBe(true);
});

/** A service whose signal is observed; `stalls` names what never ends. */
function stalling(stalls: "head" | "body") {
  const signals: AbortSignal[] = [];
  const never = new Promise<never>(() => {});
  const transport = handler(async ({ signal }) => {
    if (signal !== undefined) signals.push(signal);
    if (stalls === "head") return never;
    return response(
      (async function* () {
        yield Buffer.from("a");
        await never;
      })(),
    );
  });
  return { transport, signals };
}

it.each(["head", "body"] as const)("aborts while the %s is missing", async (stalls) => {
  const { transport, signals } = stalling(stalls);
  const controller = new AbortController();
  const reason = new Error("enough");
  const exchange = (async () => {
    const { signal } = controller;
    const { body } = await transport({ url, method: "GET", headers: {}, signal });
    return read(body);
  })();
  setTimeout(() => controller.abort(reason), 5);
  await expect(exchange).rejects.toBe(reason);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

it("calls no service if the signal has aborted", async () => {
  let calls = 0;
  const transport = handler(async () => {
    calls++;
    return response();
  });
  const signal = AbortSignal.abort(new Error("before"));
  await expect(transport({ url, method: "GET", headers: {}, signal })).rejects.toThrow("before");
  expect(calls).toBe(0);
});

it("signals to the service that the response has been read, or left", async () => {
  const signals: (AbortSignal | undefined)[] = [];
  const transport = handler(async ({ signal }) => {
    signals.push(signal);
    return response(text("a", "b"));
  });
  const ended = () => signals.map((signal) => signal?.aborted);
  const { body } = await transport({ url, method: "GET", headers: {} });
  expect(ended()).toEqual([false]);
  await read(body);
  expect(ended()).toEqual([true]);
  const left = await transport({ url, method: "GET", headers: {} });
  for await (const _ of left.body) break;
  expect(ended()).toEqual([true, true]);
});
