import { describe, expect, it, vi } from "vitest";
import { SoapClient } from "../../src/client/client.js";
import type { Deviation } from "../../src/codec/deviation.js";
import type { Transport } from "../../src/http/transport.js";
import type { Interceptor } from "../../src/protocol/call.js";
import { SoapFault } from "../../src/protocol/fault/fault.js";
import type { OutcomeOperation } from "../../src/schema/index.js";
import { type CannedResponse, clientFor } from "./canned-response.js";

const ns = "https://secure.logmeinrescue.com/API/API.asmx";

type Outcome = { status: "OK"; ret: string; sText: string } | { status: "Error"; ret: string };

const getText: OutcomeOperation<
  { iPIN: number },
  { getTextResult: string; sText?: string },
  Outcome
> = {
  generator: "test",
  name: "getText",
  soapAction: `${ns}/getText`,
  input: {
    element: "getText",
    namespace: ns,
    type: { namespace: ns, sequence: [{ element: "iPIN", type: "int" }] },
  },
  output: {
    element: "getTextResponse",
    namespace: ns,
    type: {
      namespace: ns,
      sequence: [
        {
          element: "getTextResult",
          type: { enumeration: { getText_OK: "getText_OK", getText_Error: "getText_Error" } },
          open: true,
        },
        { element: "sText", type: "string", minOccurs: 0 },
      ],
    },
  },
  result: "getTextResult",
};

/** A response as ASMX writes it (namespaces, declaration, spaces). */
const asmx = (content: string, envelope = "http://www.w3.org/2003/05/soap-envelope") =>
  `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${envelope}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>${content}</soap:Body></soap:Envelope>`;
const ok = asmx(
  `<getTextResponse xmlns="${ns}"><getTextResult>getText_OK</getTextResult><sText>a: &amp; ü</sText></getTextResponse>`,
);

describe("SoapClient", () => {
  it("sends SOAP 1.2 with the action in the media type", async () => {
    const { client, requests } = clientFor({ body: ok });
    expect(await client.call(getText, { iPIN: 123456 })).toEqual({
      getTextResult: "getText_OK",
      sText: "a: & ü",
    });
    expect(requests[0]).toMatchObject({
      url: "http://127.0.0.1/API.asmx",
      method: "POST",
      headers: { "Content-Type": `application/soap+xml; charset=utf-8; action="${ns}/getText"` },
    });
    expect(requests[0]?.body).toBe(
      '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope">' +
        `<soap:Body><getText xmlns="${ns}"><iPIN>123456</iPIN></getText></soap:Body></soap:Envelope>`,
    );
  });

  it("sends SOAP 1.1 with a quoted SOAPAction", async () => {
    const { client, requests } = clientFor(
      { body: ok },
      { protocol: "soap11", headers: { "X-A": "1" } },
    );
    await client.call(getText, { iPIN: 1 }, { headers: { "X-B": "2" } });
    expect(requests[0]?.headers).toEqual({
      "Content-Type": "text/xml; charset=utf-8",
      SOAPAction: `"${ns}/getText"`,
      "X-A": "1",
      "X-B": "2",
    });
    expect(requests[0]?.body).toContain('xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"');
  });

  it("resolves to the outcome of an operation", async () => {
    expect(await clientFor({ body: ok }).client.outcome(getText, { iPIN: 1 })).toEqual({
      status: "OK",
      ret: "getText_OK",
      sText: "a: & ü",
    });
  });

  const wide = Buffer.from(ok, "utf16le");
  const byteWise = (bytes: Uint8Array) => [...bytes].map((byte) => Uint8Array.of(byte));

  it.each<[string, CannedResponse, string?]>([
    ["UTF-8 with a byte order mark", { body: `\ufeff${ok}` }],
    ["UTF-8 cut within a character", { body: byteWise(Buffer.from(ok)) }],
    ["UTF-16 by its mark", { type: "text/xml", body: Buffer.from(`\ufeff${ok}`, "utf16le") }],
    [
      "UTF-16 with its first byte first",
      { type: "text/xml", body: byteWise(Buffer.from(`\ufeff${ok}`, "utf16le")) },
    ],
    ["UTF-16 LE by its header, without a mark", { type: "text/xml; charset=utf-16", body: wide }],
    [
      "UTF-16 BE by its header, without a mark",
      { type: "text/xml; charset=utf-16", body: Buffer.from(wide).swap16() },
    ],
    ["UTF-16 BE without a mark", { type: "text/xml", body: Buffer.from(wide).swap16() }],
    [
      "UTF-16 BE by its mark, despite the header",
      { type: "text/xml; charset=utf-8", body: Buffer.from(`\ufeff${ok}`, "utf16le").swap16() },
    ],
    [
      "UTF-8 that declares UTF-16, as .NET's StringWriter does",
      { type: "text/xml", body: ok.replace("utf-8", "utf-16") },
    ],
    [
      "the header's encoding rather than the declaration's",
      { type: "text/xml; charset=ISO-8859-1", body: Buffer.from(ok, "latin1") },
    ],
    [
      "windows-1252",
      {
        type: 'text/xml; charset="Windows-1252"',
        body: Buffer.from(ok.replace("ü", "ü\u0080"), "latin1"),
      },
      "a: & ü€",
    ],
    [
      "a declaration in single quotes, cut into bytes",
      {
        type: "text/xml",
        body: byteWise(Buffer.from(ok.replace('"utf-8"', "'iso-8859-1'"), "latin1")),
      },
    ],
    [
      "ISO-8859-1 by its header",
      { type: "text/xml; charset=ISO-8859-1", body: Buffer.from(ok, "latin1") },
    ],
    [
      "ISO-8859-1 by its declaration",
      { type: "text/xml", body: Buffer.from(ok.replace("utf-8", "iso-8859-1"), "latin1") },
    ],
    [
      "the other version of SOAP",
      {
        body: ok.replace(
          "http://www.w3.org/2003/05/soap-envelope",
          "http://schemas.xmlsoap.org/soap/envelope/",
        ),
      },
    ],
    [
      "a header to pass over",
      {
        body: ok.replace(
          "<soap:Body>",
          "<soap:Header><a><soap:Body/></a></soap:Header><soap:Body>",
        ),
      },
    ],
  ])("reads %s", async (_, response, sText = "a: & ü") => {
    expect(await clientFor(response).client.call(getText, { iPIN: 1 })).toHaveProperty(
      "sText",
      sText,
    );
  });

  it.each<[string, CannedResponse, object]>([
    [
      "an HTML page",
      { type: "text/html", body: "<html><body>Sign in</body></html>" },
      { code: "NOT_SOAP" },
    ],
    ["a page that calls itself XML", { body: "<html><body/></html>" }, { code: "NOT_SOAP" }],
    ["nothing", { body: "" }, { code: "NOT_SOAP" }],
    ["a response cut short", { body: ok.slice(0, -40) }, { code: "MALFORMED_XML" }],
    ["an empty Body", { body: asmx("") }, { code: "UNEXPECTED_MESSAGE" }],
    ["another message", { body: asmx('<other xmlns="urn:x"/>') }, { code: "UNEXPECTED_MESSAGE" }],
    [
      "bytes that are no UTF-8",
      { body: Uint8Array.of(0x3c, 0xff, 0xfe, 0x3e) },
      { code: "MALFORMED_XML" },
    ],
    [
      "an unknown encoding",
      { type: "text/xml; charset=x-klingon", body: ok },
      { code: "MALFORMED_XML" },
    ],
    ["401", { status: 401, body: "no" }, { code: "HTTP_STATUS", status: 401, excerpt: "no" }],
    [
      "404 as HTML",
      { status: 404, type: "text/html", body: "<h1>gone</h1>" },
      { code: "HTTP_STATUS", status: 404 },
    ],
    [
      "500 as HTML",
      { status: 500, type: "text/html", body: "<h1>Server Error</h1>" },
      { code: "HTTP_STATUS", status: 500 },
    ],
    [
      "500 as text",
      { status: 500, type: "text/plain", body: "Missing parameter: x." },
      { code: "HTTP_STATUS", excerpt: "Missing parameter: x." },
    ],
    [
      "400 with nothing, as ASMX responds to malformed XML",
      { status: 400, body: "" },
      { code: "HTTP_STATUS", status: 400 },
    ],
    ["503", { status: 503, body: "busy" }, { code: "HTTP_STATUS", status: 503 }],
    ["a redirect", { status: 302, body: "" }, { code: "HTTP_STATUS", status: 302 }],
  ])("explains what is wrong with %s", async (_, response, error) => {
    await expect(clientFor(response).client.call(getText, { iPIN: 1 })).rejects.toMatchObject(
      error,
    );
  });

  it("removes the request's secrets from the response in an error", async () => {
    const secret: typeof getText = {
      ...getText,
      input: {
        ...getText.input,
        type: {
          namespace: ns,
          sequence: [{ element: "iPIN", type: "string", secret: true }],
        },
      },
    };
    const { client } = clientFor({ status: 500, body: "no such code: hunter&amp;2, hunter&2" });
    const request = Object.assign({ iPIN: 1 }, JSON.parse('{"iPIN":"hunter&2"}'));
    await expect(client.call(secret, request)).rejects.toMatchObject({
      code: "HTTP_STATUS",
      excerpt: "no such code: ***, ***",
    });
  });

  it("does not read more than the limit", async () => {
    const { client } = clientFor({ body: [ok, ok] }, { maxResponseBytes: ok.length });
    await expect(client.call(getText, { iPIN: 1 })).rejects.toMatchObject({ code: "LIMIT" });
  });

  it("reads a fault of SOAP 1.1", async () => {
    const body = asmx(
      "<soap:Fault><faultcode>soap:Client</faultcode><faultstring>Server was unable to read request. ---&gt; Input string was not in a correct format.</faultstring><detail /></soap:Fault>",
      "http://schemas.xmlsoap.org/soap/envelope/",
    );
    const error = await clientFor({ status: 500, body })
      .client.call(getText, { iPIN: 1 })
      .catch((e) => e);
    expect(error).toBeInstanceOf(SoapFault);
    expect(error).toMatchObject({
      code: "FAULT",
      status: 500,
      faultCode: { namespace: "http://schemas.xmlsoap.org/soap/envelope/", local: "Client" },
      reason: "Server was unable to read request. ---> Input string was not in a correct format.",
      subcodes: [],
    });
  });

  it("reads a fault of SOAP 1.2 with subcodes, languages and detail", async () => {
    const body = asmx(
      '<soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value><soap:Subcode><soap:Value xmlns:m="urn:m">m:Pin</soap:Value>' +
        "<soap:Subcode><soap:Value>plain</soap:Value></soap:Subcode></soap:Subcode></soap:Code>" +
        '<soap:Reason><soap:Text xml:lang="en">Wrong PIN</soap:Text><soap:Text xml:lang="hu">Hibás PIN</soap:Text></soap:Reason>' +
        '<soap:Role>urn:role</soap:Role><detail><pin xmlns="urn:m" left="2">12</pin></detail></soap:Fault>',
    );
    const error = await clientFor({ status: 500, body })
      .client.call(getText, { iPIN: 1 })
      .catch((e) => e);
    expect(error).toMatchObject({
      faultCode: { local: "Sender" },
      subcodes: [{ namespace: "urn:m", local: "Pin" }, { local: "plain" }],
      reason: "Wrong PIN",
      reasons: [
        { language: "en", text: "Wrong PIN" },
        { language: "hu", text: "Hibás PIN" },
      ],
      role: "urn:role",
    });
    const [pin] = error.detailElement.elements("pin");
    expect([pin.text, pin.attribute("left"), pin.name.namespace]).toEqual(["12", "2", "urn:m"]);
  });

  it("reports white space before a declaration that arrives in pieces", async () => {
    const reported: string[] = [];
    const body = ["\n ", `\n${ok.slice(0, 3)}`, ok.slice(3)];
    const { client } = clientFor({ body }, { onDeviation: ({ kind }) => reported.push(kind) });
    expect((await client.outcome(getText, { iPIN: 1 })).status).toBe("OK");
    expect(reported).toEqual(["space-before-declaration"]);
  });

  it("accepts nothing else before a declaration", async () => {
    const { client } = clientFor({ body: `\u00a0${ok}` });
    await expect(client.call(getText, { iPIN: 1 })).rejects.toMatchObject({
      code: "MALFORMED_XML",
    });
  });

  it("reports deviations with their operation", async () => {
    const deviations: Deviation[] = [];
    const body = ok.replace("<sText>", "<sNew/><sText>");
    await clientFor({ body }, { onDeviation: (each) => deviations.push(each) }).client.call(
      getText,
      { iPIN: 1 },
    );
    expect(deviations).toEqual([
      { kind: "unknown-element", operation: "getText", path: "getTextResponse/sNew" },
    ]);
  });

  it.each([
    ["unknown-element", "getTextResponse/sNew", ok.replace("<sText>", "<sNew/><sText>")],
    ["unknown-element", "other", ok.replace("</soap:Body>", "<other/></soap:Body>")],
    ["unknown-element", "Envelope/Extra", ok.replace("</soap:Body>", "</soap:Body><Extra/>")],
    ["unknown-attribute", "getTextResponse/@a", ok.replace(" xmlns=", ' a="1" xmlns=')],
    ["unknown-attribute", "getTextResponse/sText/@a", ok.replace("<sText>", '<sText a="1">')],
    [
      "out-of-order",
      "getTextResponse/getTextResult",
      ok.replace(/(<getTextResult>.*)(<sText>.*<\/sText>)/, "$2$1"),
    ],
    ["unexpected-text", "getTextResponse", ok.replace("<sText>", "x<sText>")],
    ["unexpected-text", "Body", ok.replace("</soap:Body>", "x</soap:Body>")],
    ["space-before-declaration", "Envelope", `\r\n${ok}`],
    [
      "unexpected-nil",
      "getTextResponse/sText",
      ok.replace(/<sText>.*<\/sText>/, '<sText xsi:nil="true"/>'),
    ],
  ])("accepts %s at %s, or reports it as an error", async (kind, path, body) => {
    const deviations: Deviation[] = [];
    const lenient = clientFor({ body }, { onDeviation: (each) => deviations.push(each) });
    await lenient.client.call(getText, { iPIN: 1 });
    expect(deviations).toEqual([{ kind, operation: "getText", path }]);
    await expect(
      clientFor({ body }, { strict: true }).client.outcome(getText, { iPIN: 1 }),
    ).rejects.toMatchObject({ code: "DEVIATION", path });
  });

  it("accepts a response that fits its schema if it is strict", async () => {
    const { client } = clientFor({ body: ok }, { strict: true });
    await expect(client.outcome(getText, { iPIN: 1 })).resolves.toMatchObject({ status: "OK" });
  });

  it("sends nothing when the request doesn't fit", async () => {
    const { client, requests } = clientFor({ body: ok });
    await expect(client.call(getText, { iPIN: 1.5 })).rejects.toMatchObject({
      code: "INVALID_REQUEST",
    });
    expect(requests).toEqual([]);
  });

  it("wraps interceptors around a call, the first outermost", async () => {
    const seen: string[] = [];
    const layer =
      (name: string): Interceptor =>
      (next) =>
      async (call) => {
        seen.push(`${name} ${call.operation.name}`);
        const reply = await next({ ...call, headers: { ...call.headers, [name]: "1" } });
        seen.push(`${name} ${reply.status}`);
        return reply;
      };
    const { client, requests } = clientFor(
      { body: ok },
      { interceptors: [layer("a"), layer("b")] },
    );
    await client.call(getText, { iPIN: 1 });
    expect(seen).toEqual(["a getText", "b getText", "b 200", "a 200"]);
    expect(requests[0]?.headers).toMatchObject({ a: "1", b: "1" });
  });

  it("ends a call after its timeout and with its caller's signal", async () => {
    const hang: Transport = ({ signal }) =>
      new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    const client = new SoapClient({ endpoint: "http://127.0.0.1/", transport: hang, timeout: 20 });
    await expect(client.call(getText, { iPIN: 1 })).rejects.toMatchObject({
      code: "TIMEOUT",
      message: "getText took longer than 20 ms.",
    });
    const controller = new AbortController();
    const call = client.call(getText, { iPIN: 1 }, { signal: controller.signal, timeout: 5_000 });
    controller.abort("enough");
    await expect(call).rejects.toMatchObject({ code: "ABORTED", cause: "enough" });
    const transport = vi.fn(hang);
    const never = new SoapClient({ endpoint: "http://127.0.0.1/", transport });
    await expect(
      never.call(getText, { iPIN: 1 }, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: "ABORTED" });
    expect(transport).not.toHaveBeenCalled();
  });
});
