/** What the runtime does with messages that it supports in part or not at all. */
import { expect, it } from "vitest";
import { encodeMessage } from "../../../src/soap/codec/encode.js";
import { wrapEnvelope } from "../../../src/soap/envelope/envelope.js";
import { EncodeError, type MessageSchema, SoapClient, SoapError } from "../../../src/soap/index.js";
import { readEnvelope } from "../../soap/codec/read-envelope.js";

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

it("the items of a sparse array come without gaps", () => {
  const schema: MessageSchema = {
    element: "op",
    namespace: "",
    encoded: true,
    type: {
      namespace: "",
      sequence: [
        {
          element: "list",
          type: {
            namespace: "",
            item: { element: "item", type: "int" },
            soapArray: "{http://www.w3.org/2001/XMLSchema}int[]",
          },
        },
      ],
    },
  };
  const { content } = readEnvelope(
    wrapEnvelope(
      "soap11",
      `<op><list xmlns:e="http://schemas.xmlsoap.org/soap/encoding/" e:arrayType="x:int[9]">
        <item e:position="[3]">7</item><item e:position="[8]">8</item></list></op>`,
    ),
    { output: schema },
  );
  expect(content.kind === "fault" ? content : content.value).toEqual({ list: [7, 8] });
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
