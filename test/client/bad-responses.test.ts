/** Wrong responses: the error of each, and that the connection is used again. */
import { describe, expect, it } from "vitest";
import { SoapClient } from "../../src/client/client.js";
import { SoapError } from "../../src/errors/errors.js";
import { httpTransport } from "../../src/http/node/node-transport.js";
import type { Operation } from "../../src/schema/index.js";
import { ENVELOPE_NAMESPACE } from "../../src/schema/soap-version.js";
import { serve } from "../http/loopback.js";

const ns = "urn:pins";

const getPin: Operation<object, { pin: number; note?: string }> = {
  generator: "test",
  name: "getPin",
  soapAction: "urn:pins/getPin",
  input: { element: "getPin", namespace: ns, type: { namespace: ns, sequence: [] } },
  output: {
    element: "getPinResponse",
    namespace: ns,
    type: {
      namespace: ns,
      sequence: [
        { element: "pin", type: "int" },
        { element: "note", type: "string", minOccurs: 0 },
      ],
    },
  },
};

const envelope = (body: string, head = "", namespace: string = ENVELOPE_NAMESPACE.soap12) =>
  `<s:Envelope xmlns:s="${namespace}">${head}<s:Body>${body}</s:Body></s:Envelope>`;
const response = (content: string) => `<getPinResponse xmlns="${ns}">${content}</getPinResponse>`;
const GOOD = envelope(response("<pin>7</pin>"));

interface BadResponse {
  readonly body: string | Buffer;
  readonly status?: number;
  readonly type?: string;
  readonly code: string;
  readonly path?: string;
  readonly says?: string;
}

const responses: Readonly<Record<string, BadResponse>> = {
  "the message in another namespace": {
    body: envelope('<getPinResponse xmlns="urn:other"><pin>7</pin></getPinResponse>'),
    code: "UNEXPECTED_MESSAGE",
    path: "getPinResponse",
    says: 'getPinResponse of "urn:other"; getPinResponse of "urn:pins" was expected',
  },
  "an element in another namespace": {
    body: envelope(response('<pin xmlns="urn:other">7</pin>')),
    code: "MISSING_ELEMENT",
    path: "getPinResponse/pin",
  },
  "an envelope in another namespace": {
    body: envelope(response("<pin>7</pin>"), "", "urn:other"),
    code: "NOT_SOAP",
  },
  "another root": { body: "<pin>7</pin>", code: "NOT_SOAP", path: "" },
  "a Body in another namespace": {
    body: GOOD.replace(/s:Body/g, "Body"),
    code: "UNEXPECTED_MESSAGE",
  },
  "no Body": {
    body: `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE.soap12}"/>`,
    code: "UNEXPECTED_MESSAGE",
  },
  "an empty Body": { body: envelope(""), code: "UNEXPECTED_MESSAGE", says: "is empty" },
  "a block that must be understood": {
    body: envelope(
      response("<pin>7</pin>"),
      '<s:Header><x:a xmlns:x="urn:x" s:mustUnderstand="1"/></s:Header>',
    ),
    code: "NOT_UNDERSTOOD",
    path: "Header",
    says: "{urn:x}a",
  },
  "a VersionMismatch fault in the other version": {
    status: 500,
    body: envelope(
      "<s:Fault><faultcode>s:VersionMismatch</faultcode><faultstring>Which?</faultstring></s:Fault>",
      "",
      ENVELOPE_NAMESPACE.soap11,
    ),
    code: "FAULT",
    says: "VersionMismatch",
  },
  "a fault with the status of a gateway": {
    status: 403,
    body: envelope(
      "<s:Fault><faultcode>s:Client</faultcode><faultstring>Not you</faultstring></s:Fault>",
      "",
      ENVELOPE_NAMESPACE.soap11,
    ),
    code: "FAULT",
    says: "Not you",
  },
  "a message with an error's status": {
    status: 503,
    body: GOOD,
    code: "HTTP_STATUS",
    says: "503",
  },
  "XML that is no envelope, with an error's status": {
    status: 404,
    type: "text/xml",
    body: "<error>none</error>",
    code: "HTTP_STATUS",
    says: "there is no such endpoint",
  },
  "another message": {
    body: envelope(`<other xmlns="${ns}"/>`),
    code: "UNEXPECTED_MESSAGE",
    path: "other",
    says: "contains other; getPinResponse",
  },
  "a value outside its type": {
    body: envelope(response("<pin>seven</pin>")),
    code: "INVALID_VALUE",
    path: "getPinResponse/pin",
    says: '"seven", not an integer',
  },
  "a value outside its range": {
    body: envelope(response("<pin>2147483648</pin>")),
    code: "INVALID_VALUE",
    path: "getPinResponse/pin",
  },
  "an element in the place of a text": {
    body: envelope(response("<pin><x>7</x></pin>")),
    code: "INVALID_VALUE",
    path: "getPinResponse/pin",
  },
  "null in the place of a value": {
    body: envelope(
      response('<pin xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>'),
    ),
    code: "INVALID_VALUE",
    path: "getPinResponse/pin",
  },
  "no required element": {
    body: envelope(response("<note>x</note>")),
    code: "MISSING_ELEMENT",
    path: "getPinResponse/pin",
  },
  "an element twice": {
    body: envelope(response("<pin>7</pin><pin>8</pin>")),
    code: "DUPLICATE_ELEMENT",
    path: "getPinResponse/pin",
  },
  "a response cut short": { body: GOOD.slice(0, -20), code: "MALFORMED_XML" },
  "tags that don't match": {
    body: GOOD.replace("</pin>", "</pim>"),
    code: "MALFORMED_XML",
    says: "</pim> ends <pin>",
  },
  "a prefix that isn't declared": {
    body: GOOD.replace("<pin>", "<p:pin>"),
    code: "MALFORMED_XML",
    says: 'prefix "p"',
  },
  "an unknown entity": {
    body: GOOD.replace("7", "&seven;"),
    code: "MALFORMED_XML",
    says: "&seven;",
  },
  "a document type": {
    body: `<!DOCTYPE x [<!ENTITY seven "7">]>${GOOD}`,
    code: "LIMIT",
    says: "document type",
  },
  "bytes outside the encoding": {
    body: Buffer.from(GOOD.replace("7", "\xfc"), "latin1"),
    type: "application/soap+xml; charset=utf-8",
    code: "MALFORMED_XML",
    says: "utf-8",
  },
  "an unknown encoding": {
    body: GOOD,
    type: "application/soap+xml; charset=x-klingon",
    code: "MALFORMED_XML",
    says: "x-klingon",
  },
  "a page": {
    type: "text/html",
    body: `<html>${"<p>Sign in</p>".repeat(1_000)}</html>`,
    code: "NOT_SOAP",
    says: "an HTML page",
  },
  "a page with an error's status": {
    status: 502,
    type: "text/html",
    body: `<html>${"<p>Bad gateway</p>".repeat(1_000)}</html>`,
    code: "HTTP_STATUS",
  },
  nothing: { body: "", code: "NOT_SOAP", says: "is empty" },
  "nothing, with an error's status": { status: 500, body: "", code: "HTTP_STATUS" },
  "a text": { type: "text/plain", body: "Busy.", code: "MALFORMED_XML" },
  "JSON with an error's status": {
    status: 500,
    type: "application/json",
    body: '{"error":"busy"}',
    code: "HTTP_STATUS",
    says: "something else",
  },
  "what is wrong early, and long": {
    body: envelope(response(`<pin>x</pin><note>${"n".repeat(50_000)}</note>`)),
    code: "INVALID_VALUE",
    path: "getPinResponse/pin",
  },
};

describe.each(Object.entries(responses))("%s", (_, bad) => {
  it("is a specific error, after which the connection serves the next call", async () => {
    let calls = 0;
    const service = await serve((request, reply) => {
      request.resume();
      request.on("end", () => {
        const isBad = calls++ === 0;
        const type = (isBad ? bad.type : undefined) ?? "application/soap+xml; charset=utf-8";
        reply.writeHead((isBad ? bad.status : undefined) ?? 200, { "Content-Type": type });
        const body = Buffer.from(isBad ? bad.body : GOOD);
        // The end comes when the error may have been found already.
        const third = Math.ceil(body.length / 3);
        reply.write(body.subarray(0, third));
        setTimeout(() => reply.write(body.subarray(third, 2 * third)), 5);
        setTimeout(() => reply.end(body.subarray(2 * third)), 20);
      });
    });
    const client = new SoapClient({ endpoint: service.url, transport: httpTransport() });
    const error: unknown = await client.call(getPin, {}).catch((thrown: unknown) => thrown);
    if (!(error instanceof SoapError)) throw new Error(`It gave ${error}.`);
    expect(error.code).toBe(bad.code);
    if (bad.path !== undefined) expect(error).toHaveProperty("path", bad.path);
    if (bad.says !== undefined) expect(error.message).toContain(bad.says);
    expect(await client.call(getPin, {})).toEqual({ pin: 7 });
    expect(service.connections()).toBe(1);
  });
});

it("does not wait for the rest of an endless response", async () => {
  const service = await serve((request, reply) => {
    request.resume();
    reply.writeHead(200, { "Content-Type": "application/soap+xml" });
    reply.write(envelope(response("<pin>x</pin>")).replace("</s:Body></s:Envelope>", ""));
    const endless = setInterval(() => reply.write(" ".repeat(8_192)), 1);
    reply.on("close", () => clearInterval(endless));
  });
  const client = new SoapClient({ endpoint: service.url, timeout: 10_000 });
  await expect(client.call(getPin, {})).rejects.toMatchObject({ code: "INVALID_VALUE" });
});
