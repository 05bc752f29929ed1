/** The `delivery` of errors, and how often a server gets a request. */
import { describe, expect, test } from "vitest";
import { SoapClient } from "../../src/client/client.js";
import type { SoapClientOptions } from "../../src/client/options.js";
import { httpTransport } from "../../src/http/index.js";
import type { HttpRequest } from "../../src/http/transport.js";
import { createRescueClient } from "../../src/index.js";
import { closedPort, rejection, serveRaw } from "../http/loopback.js";
import { echo } from "./echo-call.js";

const call = (options: SoapClientOptions, signal = AbortSignal.timeout(60_000)) =>
  rejection(new SoapClient(options).call(echo, { text: "a" }, { signal }));

describe("the delivery of a call", () => {
  test("that the server does not respond to is unknown", async () => {
    const { url: endpoint } = await serveRaw(() => {});
    const error = await call({ endpoint, timeout: 1_000, transport: httpTransport() });
    expect(error).toMatchObject({ code: "TIMEOUT", delivery: "unknown" });
  });

  test("that waits for a connection is not-sent", async () => {
    const { url: endpoint } = await serveRaw(() => {});
    const transport = httpTransport({ maxSockets: 1 });
    const errors = await Promise.all([
      call({ endpoint, timeout: 1_000, transport }),
      call({ endpoint, timeout: 50, transport }),
      call({ endpoint, transport }, AbortSignal.timeout(50)),
    ]);
    expect(errors).toMatchObject([
      { code: "TIMEOUT", delivery: "unknown" },
      { code: "TIMEOUT", delivery: "not-sent" },
      { code: "ABORTED", delivery: "not-sent" },
    ]);
  });

  test("to a port without a server is not-sent", async () => {
    const endpoint = `http://${await closedPort()}/`;
    expect(await call({ endpoint })).toMatchObject({ code: "CONNECTION", delivery: "not-sent" });
  });

  test("over a transport that does not report it is unknown", async () => {
    const transport = ({ signal }: HttpRequest) =>
      new Promise<never>((_, reject) =>
        signal?.addEventListener("abort", () => reject(signal.reason)),
      );
    const error = await call({ endpoint: "http://a.example/", timeout: 10, transport });
    expect(error).toMatchObject({ code: "TIMEOUT", delivery: "unknown" });
  });
});

test.each([
  ["headers", { "content-length": "3" }],
  ["headers", { Host: "b.example" }],
  ["headers", { "Transfer-Encoding": "chunked" }],
])("%s %o are rejected", async (_option, headers) => {
  const transport = () => Promise.reject(new Error("It was sent."));
  const error = await call({ endpoint: "http://a.example/", headers, transport });
  expect(error).toMatchObject({
    code: "INVALID_OPTIONS",
    message: `echo was not sent: headers must not contain "${Object.keys(headers)[0]}", which the transport sets. Remove it.`,
  });
});

describe("a kept-alive connection that closes after it received the whole request", () => {
  /** Responds to the first request of each connection, then closes it after the next request. */
  async function service() {
    const requests: string[] = [];
    const server = await serveRaw((socket, chunk, index) => {
      requests.push(/<soap:Body><(\w+)/.exec(chunk)?.[1] ?? "");
      const body = `<Envelope xmlns="http://www.w3.org/2003/05/soap-envelope"><Body><generateEmailTextResponse xmlns="https://secure.logmeinrescue.com/API/API.asmx"><generateEmailTextResult>generateEmailText_NoSuchPIN</generateEmailTextResult></generateEmailTextResponse></Body></Envelope>`;
      if (index > 0) socket.destroy();
      socket.write(
        `HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
    });
    const auth = { authCode: "planted-auth-code" };
    const rescue = createRescueClient({ auth, endpoint: server.url, throttle: false });
    return { rescue, requests };
  }

  test("gets requestPINCode once", async () => {
    const { rescue, requests } = await service();
    await rescue.generateEmailText({ iPINCode: 123456 });
    const error = await rejection(rescue.requestPINCode({ bNoTechConsole: true }));
    expect(error).toMatchObject({ code: "CONNECTION", delivery: "unknown" });
    expect(requests).toEqual(["generateEmailText", "requestPINCode"]);
  });

  test("gets generateEmailText again, which only reads", async () => {
    const { rescue, requests } = await service();
    for (let call = 0; call < 2; call++) await rescue.generateEmailText({ iPINCode: 123456 });
    expect(requests).toEqual(Array(3).fill("generateEmailText"));
  });
});
