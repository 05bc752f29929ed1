/** Secrets that a server repeats in the parts after the envelope: the errors of streamed attachments do not show them. */
import { inspect } from "node:util";
import { expect, it } from "vitest";
import { SoapClient } from "../../src/client/index.js";
import { httpHeaders } from "../../src/http/index.js";
import type { Attachment } from "../../src/mime/index.js";
import type { Operation } from "../../src/schema/index.js";
import { ENVELOPE_NAMESPACE } from "../../src/schema/soap-version.js";
import { PLANTED, plantedIn } from "./planted.js";

const message = (element: string) =>
  ({
    element,
    namespace: "urn:a",
    type: {
      namespace: "urn:a",
      sequence: [{ element: "sPassword", type: "string", secret: true, minOccurs: 0 }],
    },
  }) as const;
const send: Operation<{ sPassword?: string }, object> = {
  generator: "test",
  name: "send",
  soapAction: "urn:a/send",
  input: message("send"),
  output: message("sendResponse"),
};
const root = `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE.soap12}"><s:Body><sendResponse xmlns="urn:a"/></s:Body></s:Envelope>`;

it.each([
  ["a transfer encoding", `Content-Transfer-Encoding: ${PLANTED.password}\r\n\r\nx\r\n--b--`],
  ["a header that is malformed", `${PLANTED.password} ${PLANTED.password}\r\n\r\nx\r\n--b--`],
  [
    "base64 that is malformed",
    `Content-Transfer-Encoding: base64\r\n\r\n${PLANTED.password}!\r\n--b--`,
  ],
  ["a part that breaks off", `Content-Type: x/${PLANTED.password}\r\n\r\n${PLANTED.password}`],
])("%s after the envelope", async (_, part) => {
  const body = `--b\r\nContent-Type: application/xop+xml\r\n\r\n${root}\r\n--b\r\n${part}`;
  const errors: unknown[] = [];
  const client = new SoapClient({
    endpoint: "http://127.0.0.1/a",
    transport: async () => ({
      status: 200,
      headers: httpHeaders({ "content-type": 'multipart/related; boundary="b"' }),
      body: (async function* () {
        yield new TextEncoder().encode(body);
      })(),
    }),
  });
  const onAttachment = (attachment: Attachment) =>
    attachment.bytes().catch((error: unknown) => errors.push(error));
  await client
    .call(send, { sPassword: PLANTED.password }, { onAttachment })
    .catch((error: unknown) => errors.push(error));
  expect(errors).not.toEqual([]);
  expect(plantedIn(inspect(errors, { depth: 20, showHidden: true }), ["password"])).toEqual([]);
});
