/** Calls without a response (WSDL 1.1 §2.4.1, WS-I BP 1.1 R2714), and empty Bodies. */
import { describe, expect, it } from "vitest";
import type { Operation } from "../../src/schema/index.js";
import { ENVELOPE_NAMESPACE } from "../../src/schema/soap-version.js";
import { type CannedResponse, clientFor } from "../client/canned-response.js";

const tell: Operation<{ text: string }, undefined> = {
  generator: "test",
  name: "tell",
  soapAction: "urn:tell",
  input: {
    element: "tell",
    namespace: "urn:t",
    type: { namespace: "urn:t", sequence: [{ element: "text", type: "string" }] },
  },
};

const envelope = (body: string) =>
  `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE.soap11}"><s:Body>${body}</s:Body></s:Envelope>`;
const FAULT = envelope(
  "<s:Fault><faultcode>s:Server</faultcode><faultstring>No</faultstring></s:Fault>",
);

describe("a one-way call", () => {
  it.each<[string, CannedResponse]>([
    ["202 and nothing", { status: 202, type: "", body: "" }],
    ["202 and a word", { status: 202, type: "text/plain", body: "taken" }],
    ["204", { status: 204, type: "", body: "" }],
    ["200 and nothing", { body: "" }],
    ["200 and nothing of a page, as ASP.NET says", { type: "text/html", body: "" }],
    ["an empty Body", { body: envelope("") }],
    ["an envelope with a message that the contract doesn't have", { body: envelope("<told/>") }],
  ])("is done with %s", async (_, response) => {
    await expect(
      clientFor(response, { strict: true }).client.call(tell, { text: "x" }),
    ).resolves.toBeUndefined();
  });

  it.each<[string, CannedResponse, object]>([
    ["a fault", { status: 500, body: FAULT }, { code: "FAULT", reason: "No" }],
    ["a fault that says 200", { body: FAULT }, { code: "FAULT" }],
    ["500 and nothing", { status: 500, body: "" }, { code: "HTTP_STATUS", status: 500 }],
    ["503 and nothing", { status: 503, body: "" }, { code: "HTTP_STATUS", status: 503 }],
    ["404", { status: 404, type: "text/html", body: "<p>no</p>" }, { code: "HTTP_STATUS" }],
    ["a page", { type: "text/html", body: "<p>Sign in</p>" }, { code: "NOT_SOAP" }],
  ])("fails with %s", async (_, response, error) => {
    await expect(clientFor(response).client.call(tell, { text: "x" })).rejects.toMatchObject(error);
  });
});

describe("a response without parts", () => {
  const { name, soapAction, input } = tell;
  const empty: Operation<{ text: string }, object> = {
    generator: "test",
    name,
    soapAction,
    input,
    output: { parts: [] },
  };

  it("is an empty Body", async () => {
    const call = clientFor({ body: envelope("") }, { strict: true }).client.call(empty, {
      text: "x",
    });
    expect(await call).toEqual({});
  });
});
