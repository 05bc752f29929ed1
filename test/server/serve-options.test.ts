/** The options of a service, and its behavior around operations. */
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import {
  type Handlers,
  type RunningService,
  type ServeOptions,
  ServiceFault,
  serve,
} from "../../src/simulator/index.js";
import {
  type Deviation,
  type ElementSchema,
  type MessageSchema,
  type Operation,
  XmlElement,
} from "../../src/soap/index.js";
import {
  contractFile,
  type Fields,
  type GeneratedOperations,
  generatedOperations,
} from "./generated-operations.js";
import { envelope11, envelope12, send } from "./raw.js";

type Options = Partial<ServeOptions<GeneratedOperations>>;

let service: RunningService | undefined;
afterEach(async () => {
  await service?.close();
  service = undefined;
});

const NS = "urn:example:quotes";
const quotes: Handlers<GeneratedOperations> = { getQuote: () => ({ price: "1", at: null }) };
const quote = `<getQuote xmlns="${NS}"><symbol>A</symbol></getQuote>`;
const xml = { "Content-Type": "text/xml; charset=utf-8", SOAPAction: `"${NS}/getQuote"` };

async function started(contract: string, options: Options): Promise<string> {
  const operations = await generatedOperations(contract);
  const wsdl = contractFile(contract);
  service = await serve(operations, { wsdl, handlers: quotes, ...options });
  return service.url;
}

describe("deviations of requests", () => {
  const late = quote.replace("<symbol>A</symbol>", "<count>1</count><symbol>A</symbol><x/>");

  it("are reported, and accepted", async () => {
    const reported: Deviation[] = [];
    const url = await started("documents", { onDeviation: (each) => reported.push(each) });
    expect(await send(url, { headers: xml, body: envelope11(late) })).toMatchObject({
      status: 200,
    });
    expect(reported).toEqual([
      { kind: "out-of-order", operation: "getQuote", path: "getQuote/symbol" },
      { kind: "unknown-element", operation: "getQuote", path: "getQuote/x" },
    ]);
  });

  it("are faults if the service is strict", async () => {
    const url = await started("documents", { strict: true });
    const response = await send(url, { headers: xml, body: envelope11(late) });
    expect(response.status).toBe(500);
    expect(response.body).toContain("out-of-order at getQuote/symbol");
    expect(await send(url, { headers: xml, body: envelope11(quote) })).toMatchObject({
      status: 200,
    });
  });
});

describe("headers that a service knows beside those of its contract", () => {
  const header =
    '<soap:Header><Security xmlns="urn:wsse" soap:mustUnderstand="1"><Token>t</Token></Security></soap:Header>';

  it("may have mustUnderstand, and are passed to handlers", async () => {
    const seen: string[] = [];
    const handlers: Handlers<GeneratedOperations> = {
      getQuote: (_, { headerBlocks }) => {
        seen.push(...headerBlocks.map(({ text }) => text));
        return { price: "1", at: null };
      },
    };
    const url = await started("documents", { understood: ["{urn:wsse}Security"], handlers });
    const response = await send(url, { headers: xml, body: envelope11(quote, header) });
    expect(response.status).toBe(200);
    expect(seen).toEqual(["t"]);
  });
});

describe("the versions of SOAP", () => {
  const upgrade =
    /<u:SupportedEnvelope xmlns:e="[^"]*soap-envelope" qname="e:Envelope" \/><\/u:Upgrade>/;

  it("are those of the WSDL's ports; another one gets a fault of 1.1", async () => {
    const url = await started("rpc-literal", { handlers: {} });
    const headers = { "Content-Type": "application/soap+xml" };
    const response = await send(url, { headers, body: envelope12("<x/>") });
    expect(response).toMatchObject({ status: 500, type: "text/xml; charset=utf-8" });
    expect(response.body).toContain("<faultcode>soap:VersionMismatch</faultcode>");
    expect(response.body).not.toMatch(upgrade);
  });

  it("may be chosen", async () => {
    const url = await started("documents", { versions: ["soap12"] });
    const response = await send(url, { headers: xml, body: envelope11(quote) });
    expect(response).toMatchObject({ status: 500, type: "text/xml; charset=utf-8" });
    expect(response.body).toContain("<faultcode>soap:VersionMismatch</faultcode>");
    expect(response.body).toMatch(upgrade);
  });
});

describe("requests", () => {
  it("may be in any encoding that servers send", async () => {
    const seen: unknown[] = [];
    const handlers: Handlers<GeneratedOperations> = {
      getQuote: ({ symbol }) => {
        seen.push(symbol);
        return { price: "1", at: null };
      },
    };
    const url = await started("documents", { handlers });
    const text = envelope11(quote.replace(">A<", ">é€<"));
    const utf16 = Buffer.from(`\ufeff${text.replace("utf-8", "utf-16")}`, "utf16le");
    for (const body of [text, `\ufeff${text}`, utf16, utf16.swap16()]) {
      await send(url, { headers: { ...xml, "Content-Type": "text/xml" }, body: Buffer.from(body) });
    }
    expect(seen).toEqual(["é€", "é€", "é€", "é€"]);
  });

  it.each([
    ["gzip", gzipSync, 200],
    ["br", brotliCompressSync, 200],
    ["gzip, br", (text: string) => brotliCompressSync(gzipSync(text)), 200],
    ["X-GZIP, identity", gzipSync, 200],
    ["identity", (text: string) => Buffer.from(text), 200],
    [", UTF-8", (text: string) => Buffer.from(text), 200],
    ["gzip", (text: string) => Buffer.from(text), 400],
    ["zip", (text: string) => Buffer.from(text), 415],
  ])("may be compressed: %s", async (coding, compress, status) => {
    const url = await started("documents", {});
    const headers = { ...xml, "Content-Encoding": coding };
    const response = await send(url, { headers, body: compress(envelope11(quote)) });
    expect(response.status).toBe(status);
  });

  it("with an unknown coding get the known ones", async () => {
    const headers = { ...xml, "Content-Encoding": "identity, zip" };
    const response = await fetch(await started("documents", {}), {
      method: "POST",
      headers,
      body: envelope11(quote),
    });
    expect(response.status).toBe(415);
    expect(response.headers.get("accept-encoding")).toBe("gzip, deflate, br");
  });

  it("are limited by their decompressed size", async () => {
    const url = await started("documents", { maxRequestBytes: 100_000 });
    const body = gzipSync(envelope11(quote.replace(">A<", `>${"A".repeat(10_000_000)}<`)));
    const headers = { ...xml, "Content-Encoding": "gzip" };
    expect(body.length).toBeLessThan(100_000);
    expect((await send(url, { headers, body })).status).toBe(413);
  });

  it("are bounded", async () => {
    const url = await started("documents", { maxRequestBytes: 1_000 });
    for (const length of [1_000, 10_000_000]) {
      const body = envelope11(quote.replace(">A<", `>${"A".repeat(length)}<`));
      expect((await send(url, { headers: xml, body })).status).toBe(413);
    }
  });

  it("get the cookies that handlers set", async () => {
    const handlers: Handlers<GeneratedOperations> = {
      getQuote: (_, { cookies, headers }) => {
        cookies.set("id", `${cookies.get("id") ?? ""}${headers["x-more"] ?? ""}`);
        return { price: "1", at: null };
      },
    };
    const url = await started("documents", { handlers });
    const headers = { ...xml, Cookie: "id=a", "X-More": "b" };
    expect((await send(url, { headers, body: envelope11(quote) })).cookie).toMatch(/^id=ab;/);
  });
});

describe("a fault's detail", () => {
  it("may consist of elements", async () => {
    const detail = new XmlElement({ namespace: "urn:d", local: "code" }, [], ["4<2"]);
    const handlers: Handlers<GeneratedOperations> = {
      getQuote: () => {
        throw new ServiceFault("no", { detail: [detail, detail] });
      },
    };
    const url = await started("documents", { handlers });
    const response = await send(url, { headers: xml, body: envelope11(quote) });
    expect(response.body).toContain(
      '<detail><code xmlns="urn:d">4&lt;2</code><code xmlns="urn:d">4&lt;2</code></detail>',
    );
  });

  it("that does not fit the contract is a fault that explains it", async () => {
    const handlers: Handlers<GeneratedOperations> = {
      getQuote: ({ symbol }, { fault }) => {
        throw symbol === "A" ? fault("UnknownSymbol", { name: 1 }) : fault("Closed", {});
      },
    };
    const url = await started("documents", { handlers });
    const ask = async (body: string) =>
      (await send(url, { headers: xml, body: envelope11(body) })).body;
    expect(await ask(quote)).toContain('has no member "name"');
    expect(await ask(quote.replace(">A<", ">B<"))).toContain(
      "The contract has no fault Closed of getQuote; it has UnknownSymbol.",
    );
  });
});

describe("a call of an encoded procedure in SOAP 1.2", () => {
  it.each([
    ["BadArguments", '<m:sum xmlns:m="urn:example:sums"><numbers><i>one</i></numbers></m:sum>'],
    ["ProcedureNotPresent", '<m:product xmlns:m="urn:example:sums" />'],
  ])("is %s", async (subcode, body) => {
    const url = await started("rpc-encoded", { handlers: {}, versions: ["soap12"] });
    const headers = { "Content-Type": "application/soap+xml" };
    const response = await send(url, { headers, body: envelope12(body) });
    expect(response.status).toBe(400);
    expect(response.body).toContain(
      `<soap:Subcode><soap:Value xmlns:q1="http://www.w3.org/2003/05/soap-rpc">q1:${subcode}</soap:Value></soap:Subcode>`,
    );
  });
});

describe("HTTP GET and POST", () => {
  const forms: Handlers<GeneratedOperations> = {
    add: ({ numbers, label }) => ({
      addResult: (Array.isArray(numbers) ? numbers : []).reduce(
        (a, b) => a + b,
        String(label).length,
      ),
    }),
    split: ({ number }) => ({ splitResult: [Number(number) - 1, null, 1] }),
  };
  const form = { "Content-Type": "application/x-www-form-urlencoded" };

  it("reach the operations with ports of these bindings", async () => {
    const url = await started("forms", { handlers: forms });
    const post = { path: "/forms/add", headers: form, body: "numbers=1&numbers=2&LABEL=abc" };
    expect(await send(url, post)).toMatchObject({
      status: 200,
      type: "text/xml; charset=utf-8",
      body: '<?xml version="1.0" encoding="utf-8"?>\r\n<int xmlns="urn:example:forms">6</int>',
    });
    const get = await send(url, { method: "GET", path: "/forms/numbers/8.split" });
    expect(get.body).toMatch(
      /^<\?xml[^>]*>\r\n<ArrayOfInt xmlns="urn:example:forms"><int>7<\/int><int [^>]*nil="true" \/><int>1<\/int><\/ArrayOfInt>$/,
    );
  });

  it.each([
    ["GET", "/forms/add?label=a", "add Web Service method name is not valid."],
    ["POST", "/forms/add", "Missing parameter: label."],
    ["GET", "/forms/numbers/x.split", "Cannot convert x to System.Int32."],
    ["GET", "/forms/numbers/8xsplit", "numbers/8xsplit Web Service method name is not valid."],
  ])("reject %s %s", async (method, path, message) => {
    const url = await started("forms", { handlers: forms });
    const response = await send(url, {
      method,
      path,
      ...(method === "POST" ? { headers: form } : {}),
    });
    expect(response).toMatchObject({ status: 500, type: "text/plain; charset=utf-8" });
    expect(response.body).toContain(message);
  });
});

describe("HTTP GET and POST of operations beyond those of ASMX", () => {
  const namespace = "urn:example:forms";
  const post = {
    path: "/forms/add",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  };
  const withAdd = async (
    change: Partial<Operation<Fields, Fields>>,
    result: () => object | undefined,
  ) => {
    const { add } = await generatedOperations("forms");
    if (add === undefined) throw new Error("The contract has it.");
    const wsdl = contractFile("forms");
    const changed: Operation<Fields, Fields> = { ...add, ...change };
    service = await serve({ add: changed }, { wsdl, handlers: { add: () => ({ ...result() }) } });
    return service.url;
  };
  const input = (type: ElementSchema["type"]): MessageSchema => ({
    element: "add",
    namespace,
    type: { namespace, sequence: [{ element: "x", type }] },
  });

  it.each<[string, ElementSchema["type"], string]>([
    ["an object", { namespace, sequence: [] }, "Cannot convert x."],
    [
      "a value of an enumeration",
      { enumeration: { a: "a" } },
      "Cannot convert y to System.String.",
    ],
    ["a duration", "duration", "Cannot convert y to System.String."],
  ])("reject %s that is not in a form", async (_, type, message) => {
    const url = await withAdd({ input: input(type) }, () => ({}));
    const response = await send(url, { ...post, body: "x=y" });
    expect(response).toMatchObject({ status: 500, type: "text/plain; charset=utf-8" });
    expect(response.body).toContain(message);
  });

  it("reject a form of another media type", async () => {
    const url = await withAdd({}, () => ({}));
    const headers = { "Content-Type": "application/json" };
    const response = await send(url, { ...post, headers, body: "{}" });
    expect(response.body).toBe("Request format is invalid: application/json.\r\n");
  });

  it("have the whole document as the response if the binding has no other", async () => {
    const output: MessageSchema = {
      element: "int",
      namespace,
      type: { namespace, sequence: [{ element: "n", type: "int" }] },
    };
    const url = await withAdd({ output, input: input("int") }, () => ({ n: 1 }));
    const response = await send(url, { ...post, body: "x=1" });
    expect(response.body).toContain(`<int xmlns="${namespace}"><n>1</n></int>`);
  });
});

describe("operations without bodies of their own", () => {
  const operation = (
    name: string,
    input: Operation<Fields, Fields>["input"],
  ): Operation<Fields, Fields> => ({
    generator: "test",
    name,
    soapAction: `urn:t/${name}`,
    input,
    output: {
      element: "r",
      namespace: "urn:t",
      type: { namespace: "urn:t", sequence: [{ element: "by", type: "string" }] },
    },
  });
  const same: MessageSchema = {
    element: "m",
    namespace: "urn:t",
    type: { namespace: "urn:t", sequence: [] },
  };

  it("are selected by their action if several have the same element, or by an empty Body", async () => {
    const operations = {
      a: operation("a", same),
      b: operation("b", same),
      none: operation("none", { parts: [] }),
    };
    const by = (name: string) => () => ({ by: name });
    const handlers = { a: by("a"), b: by("b"), none: by("none") };
    service = await serve(operations, { handlers });
    const { url } = service;
    const ask = async (body: string, action: string) => {
      const headers = { ...xml, SOAPAction: `"${action}"` };
      const response = await send(url, { headers, body: envelope11(body) });
      return /<by>(.*)<\/by>/.exec(response.body)?.[1];
    };
    expect(await ask('<m xmlns="urn:t"/>', "urn:t/a")).toBe("a");
    expect(await ask('<m xmlns="urn:t"/>', "urn:t/b")).toBe("b");
    expect(await ask("", "urn:t/none")).toBe("none");
  });

  it("are a fault if the Body is empty, and no operation has such a request", async () => {
    const url = await started("documents", {});
    const headers = { "Content-Type": "text/xml" };
    const response = await send(url, { headers, body: envelope11("") });
    expect(response.body).toContain("No operation has the request of an empty Body.");
  });
});

describe("results that the contract does not have", () => {
  it("are a fault if a status has no value", async () => {
    const output: MessageSchema = {
      element: "r",
      namespace: "urn:t",
      type: { namespace: "urn:t", sequence: [{ element: "mResult", type: "string" }] },
    };
    const input: MessageSchema = { ...output, element: "m" };
    const m = {
      generator: "test",
      name: "m",
      soapAction: "urn:t/m",
      input,
      output,
      result: "mResult",
    };
    service = await serve({ m }, { handlers: { m: () => ({ status: "OK" }) } });
    const headers = { ...xml, SOAPAction: '"urn:t/m"' };
    const body = envelope11('<m xmlns="urn:t"><mResult>x</mResult></m>');
    expect((await send(service.url, { headers, body })).body).toContain(
      "m has no value for the status OK in the contract.",
    );
  });

  it("are the status 500 without an envelope if the operation is one-way", async () => {
    const handlers: Handlers<GeneratedOperations> = {
      tick: () => {
        throw new Error("no ticks");
      },
    };
    const url = await started("documents", { handlers });
    const headers = { ...xml, SOAPAction: `"${NS}/tick"` };
    const body = envelope11(`<tick xmlns="${NS}"><symbol>A</symbol></tick>`);
    expect(await send(url, { headers, body })).toMatchObject({ status: 500, body: "" });
  });

  it("are a fault if a detail is a text", async () => {
    const handlers: Handlers<GeneratedOperations> = {
      getQuote: () => {
        throw new ServiceFault("no", { detail: "text" });
      },
    };
    const url = await started("documents", { handlers });
    expect((await send(url, { headers: xml, body: envelope11(quote) })).body).toContain(
      "The detail of a fault without a name must consist of XmlElements.",
    );
  });
});

describe("an ASMX profile", () => {
  it.each(["soap11", "soap12"])("has an unqualified detail in a fault of %s", async (version) => {
    const detail = new XmlElement({ namespace: "urn:d", local: "code" }, [], ["4"]);
    const handlers: Handlers<GeneratedOperations> = {
      getQuote: () => {
        throw new ServiceFault("no", { detail });
      },
    };
    const url = await started("documents", { profile: "asmx", handlers });
    const is11 = version === "soap11";
    const headers = is11 ? xml : { "Content-Type": "application/soap+xml" };
    const body = is11 ? envelope11(quote) : envelope12(quote);
    const response = await send(url, { headers, body });
    expect(response).toMatchObject({ status: 500 });
    expect(response.body).toContain('<detail><code xmlns="urn:d">4</code></detail>');
  });

  it("reads a missing value as the default of its type, and writes like .NET", async () => {
    const handlers: Handlers<GeneratedOperations> = { pair: (request) => request };
    const url = await started("documents", { profile: "asmx", handlers });
    const headers = { ...xml, SOAPAction: `"${NS}/pair"` };
    const response = await send(url, { headers, body: envelope11(`<second xmlns="${NS}"/>`) });
    expect(response.body).toContain(
      `<soap:Body><first xmlns="${NS}">0</first><second xmlns="${NS}" /></soap:Body>`,
    );
  });
});

describe("operations without a handler", () => {
  it("may return sample values, and all calls are reported", async () => {
    const calls: unknown[] = [];
    const onCall = (call: object) => calls.push(call);
    const url = await started("documents", { handlers: {}, unhandled: "sample", onCall });
    const response = await send(url, { headers: xml, body: envelope11(quote) });
    expect(response.body).toContain("<left>1</left>");
    expect(response.body).toContain("<price>1.5</price><at>2026-01-31T12:00:00Z</at><volume>1<");
    expect(calls).toEqual([
      { operation: "getQuote", protocol: "soap11", request: { symbol: "A" } },
    ]);
  });
});

describe("close", () => {
  it("ends connections and frees the port, and may be called again", async () => {
    const url = await started("documents", {});
    await fetch(url);
    await service?.close();
    await service?.close();
    await expect(fetch(url)).rejects.toThrow();
    const port = Number(new URL(url).port);
    expect(await started("documents", { port })).toBe(url);
  });
});
