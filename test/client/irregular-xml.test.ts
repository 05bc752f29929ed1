/** Characters that XML does not allow: pairs of Axis 1.4, `&#x1;` of Exchange, and both in faults; in clients and services. */
import { describe, expect, it } from "vitest";
import { HttpBindingClient } from "../../src/client/http-binding/client.js";
import type { SoapClientOptions } from "../../src/client/options.js";
import type { Transport } from "../../src/http/transport.js";
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../src/schema/soap-version.js";
import { createService, inMemory } from "../../src/simulator/index.js";
import { type CannedResponse, clientFor } from "./canned-response.js";
import { echo } from "./echo-call.js";

const envelope = (body: string, version: SoapVersion = "soap12") =>
  `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE[version]}"><s:Body>${body}</s:Body></s:Envelope>`;
const response = (text: string) => envelope(`<echo xmlns="urn:echo"><text>${text}</text></echo>`);

/** The result or the error of a call, with the deviations. */
async function call(canned: CannedResponse, options: Partial<SoapClientOptions> = {}) {
  const deviations: string[] = [];
  const { client } = clientFor(canned, {
    ...options,
    onDeviation: ({ kind, path }) => deviations.push(`${kind} ${path}`),
  });
  const result = await client.call(echo, { text: "x" }).catch((error: unknown) => error);
  return { result, deviations };
}

const PAIR = "&#xD83D;&#xDE00;";

describe("a response", () => {
  it("with a pair of references is a deviation", async () => {
    const deviations = ["surrogate-references echo/text"];
    expect(await call({ body: response(`${PAIR}${PAIR}`) })).toEqual({
      result: { text: "😀😀" },
      deviations,
    });
    expect(await call({ body: response(PAIR) }, { strict: true })).toEqual({
      result: expect.objectContaining({ code: "DEVIATION", path: "echo/text" }),
      deviations,
    });
  });

  it.each(["&#x1;", "&#0;", "&#xD83D;", "\u0002", "<![CDATA[\u0002]]>"])(
    "with %j needs the option",
    async (text) => {
      const error = expect.objectContaining({ code: "MALFORMED_XML" });
      const body = response(text);
      expect(await call({ body })).toEqual({ result: error, deviations: [] });
      const deviations = ["forbidden-character echo/text"];
      expect(await call({ body }, { replaceForbiddenCharacters: true })).toEqual({
        result: { text: "\ufffd" },
        deviations,
      });
      const strict = { strict: true, replaceForbiddenCharacters: true };
      expect(await call({ body }, strict)).toEqual({
        result: expect.objectContaining({ code: "DEVIATION" }),
        deviations,
      });
    },
  );

  it("over an HTTP binding has the same options", async () => {
    const send = (text: string, options: object) =>
      new HttpBindingClient({
        endpoint: "http://a.example/",
        protocol: "http-post",
        transport: clientTransport(`<echo xmlns="urn:echo"><text>${text}</text></echo>`),
        ...options,
      }).call(echo, { text: "x" });
    await expect(send(PAIR, {})).resolves.toEqual({ text: "😀" });
    await expect(send(PAIR, { strict: true })).rejects.toMatchObject({ code: "DEVIATION" });
    await expect(send("&#1;", {})).rejects.toMatchObject({ code: "MALFORMED_XML" });
    const replacing = send("&#1;", { replaceForbiddenCharacters: true });
    await expect(replacing).resolves.toEqual({ text: "\ufffd" });
  });
});

function clientTransport(body: string): Transport {
  return async () => ({
    status: 200,
    headers: { get: () => "text/xml", setCookie: [] },
    body: (async function* () {
      yield Buffer.from(body);
    })(),
  });
}

const FAULTS: Readonly<Record<SoapVersion, (text: string) => string>> = {
  soap11: (text) =>
    `<s:Fault><faultcode>s:Server</faultcode><faultstring>${text}</faultstring><detail><d a="${text}">${text}</d></detail></s:Fault>`,
  soap12: (text) =>
    `<s:Fault><s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text xml:lang="en">${text}</s:Text></s:Reason><s:Detail><d a="${text}">${text}</d></s:Detail></s:Fault>`,
};

describe.each(["soap11", "soap12"] as const)("a fault of %s", (version) => {
  describe.each([200, 400, 500, 503])("with status %i", (status) => {
    it.each([
      ["a&#x1;b", "a\ufffdb"],
      ["a\u0001b", "a\ufffdb"],
      [`a${PAIR}`, "a😀"],
      ["a&#xD83D;", "a\ufffd"],
    ])("with %j is a SoapFault with each option", async (text, reason) => {
      const type = version === "soap11" ? "text/xml" : "application/soap+xml";
      const body = envelope(FAULTS[version](text), version);
      for (const options of [{}, { strict: true }, { replaceForbiddenCharacters: true }]) {
        for (const chunks of [body, [...body]]) {
          const { result, deviations } = await call({ status, type, body: chunks }, options);
          expect(result).toMatchObject({ code: "FAULT", reason });
          expect(result).toHaveProperty("detailElement.text", reason);
          expect(deviations.length).toBeGreaterThan(0);
        }
      }
    });
  });
});

describe("a request to a service", () => {
  const send = async (text: string, options: object) => {
    const received: unknown[] = [];
    const deviations: string[] = [];
    const service = await createService(
      { echo },
      {
        ...options,
        handlers: {
          echo: (request) => {
            received.push(request);
            return request;
          },
        },
        onDeviation: ({ kind, path }) => deviations.push(`${kind} ${path}`),
      },
    );
    const { status } = await inMemory(service)({
      url: service.url,
      method: "POST",
      headers: { "Content-Type": "application/soap+xml" },
      body: response(text),
    });
    return { status, received, deviations };
  };

  it("with a pair of references is a deviation", async () => {
    const deviations = ["surrogate-references echo/text"];
    expect(await send(PAIR, {})).toEqual({ status: 200, received: [{ text: "😀" }], deviations });
    expect(await send(PAIR, { strict: true })).toEqual({ status: 400, received: [], deviations });
  });

  it("with a forbidden character needs the option", async () => {
    expect(await send("&#x1;", {})).toEqual({ status: 400, received: [], deviations: [] });
    expect(await send("&#x1;", { replaceForbiddenCharacters: true })).toEqual({
      status: 200,
      received: [{ text: "\ufffd" }],
      deviations: ["forbidden-character echo/text"],
    });
  });

  it("with either is unreadable to ASMX", async () => {
    for (const text of [PAIR, "&#x1;"]) {
      const options = { profile: "asmx", replaceForbiddenCharacters: true };
      expect(await send(text, options)).toEqual({ status: 400, received: [], deviations: [] });
    }
  });
});
