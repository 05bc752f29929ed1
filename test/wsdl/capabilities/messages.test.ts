/** What the runtime does with messages that it supports in part or not at all. */
import { expect, it } from "vitest";
import { encodeMessage } from "../../../src/soap/codec/encode.js";
import { EncodeError, type MessageSchema, SoapClient, SoapError } from "../../../src/soap/index.js";

it("attachments are refused before anything is sent", () => {
  const schema: MessageSchema = {
    element: "send",
    namespace: "",
    type: { namespace: "", sequence: [{ element: "name", type: "string" }] },
    attachments: ["photo"],
  };
  expect(encodeMessage(schema, { name: "Ann" })).toContain("Ann");
  const encoding = () => encodeMessage(schema, { name: "Ann", photo: new Uint8Array(1) });
  expect(encoding).toThrow(EncodeError);
  expect(encoding).toThrow(/photo travels beside the envelope/);
});

it("an answer in several MIME parts is an error", async () => {
  const client = new SoapClient({
    endpoint: "http://test.example.com/",
    transport: async () => ({
      status: 200,
      headers: {
        get: (name) => (name === "content-type" ? "multipart/related; boundary=b" : undefined),
        setCookie: [],
      },
      body: (async function* () {
        yield new TextEncoder().encode("--b\r\n\r\n<Envelope/>\r\n--b--");
      })(),
    }),
  });
  const operation = {
    name: "run",
    soapAction: "",
    input: { parts: [] },
    output: { parts: [] },
  };
  await expect(client.call(operation, {})).rejects.toThrow(SoapError);
});
