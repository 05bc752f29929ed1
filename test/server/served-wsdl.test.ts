/** The WSDL that a service publishes. */
import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import { contractJson } from "../../src/contract/index.js";
import { type RunningService, serve } from "../../src/simulator/index.js";
import { readContract } from "../../src/wsdl/index.js";
import { contractFile, generatedOperations } from "./generated-operations.js";
import { send } from "./raw.js";

let service: RunningService | undefined;
afterEach(() => service?.close());

/** Reads a WSDL with what it imports over HTTP, as a client does. */
function readServed(url: string) {
  return readContract(url, async (target) => {
    const response = await fetch(target);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const contentType = response.headers.get("content-type") ?? undefined;
    return { url: response.url, status: response.status, contentType, bytes };
  });
}

describe("the WSDL of a service", () => {
  it("has the requested address, with its own path", async () => {
    const operations = await generatedOperations("documents");
    service = await serve(operations, {
      wsdl: contractFile("documents"),
      handlers: {},
      allowedHosts: ["quotes.test"],
    });
    expect(new URL(service.url).pathname).toBe("/Quotes.svc");
    const { body } = await send(service.url, {
      method: "GET",
      path: "/quotes.SVC?WSDL",
      headers: { Host: "quotes.test" },
    });
    expect(body.match(/<soap(?:12)?:address location="([^"]*)"/g)).toEqual([
      '<soap:address location="http://quotes.test/quotes.SVC"',
      '<soap12:address location="http://quotes.test/quotes.SVC"',
    ]);
    expect(await (await fetch(`${service.url}?singleWsdl`)).text()).toContain("wsdl:definitions");
  });

  it("comes with the documents that it imports, in circles too", async () => {
    const operations = await generatedOperations("split/service");
    const file = contractFile("split/service");
    service = await serve(operations, { wsdl: new URL(`file://${file}`), handlers: {} });
    const served = await readServed(`${service.url}?wsdl`);
    const own = await readContract(file, () => Promise.reject(new Error("no download")));
    expect(contractJson(served).types).toEqual(contractJson(own).types);
    expect(served.documentation).toBe("Café service");
    expect(served.services[0]?.ports[0]).toMatchObject({
      address: service.url,
      protocol: "soap11",
    });
    const text = await (await fetch(`${service.url}?wsdl`)).text();
    expect(text).toContain(`location="${service.url}?wsdl=wsdl1"`);
    expect(text).not.toContain("interface.wsdl");
  });

  it("may be a text, and the service may have another path", async () => {
    const operations = await generatedOperations("rpc-literal");
    const wsdl = await readFile(contractFile("rpc-literal"), "utf8");
    service = await serve(operations, { wsdl, path: "/here", handlers: {} });
    const served = await readServed(`${service.url}?wsdl`);
    expect(served.services[0]?.ports[0]?.address).toBe(service.url);
    expect(new URL(service.url).pathname).toBe("/here");
  });

  it("may be missing, because the pages do not need it", async () => {
    service = await serve(await generatedOperations("documents"), { handlers: {} });
    const page = await (await fetch(service.url)).text();
    expect(page).toContain('<a href="/?op=getQuote">getQuote</a>');
    expect(page).not.toContain("WSDL");
    expect((await fetch(`${service.url}?wsdl`)).status).toBe(404);
  });

  it("is rejected if an imported document is elsewhere or missing", async () => {
    const wsdl = contractFile("split/missing");
    await expect(serve({}, { wsdl, handlers: {} })).rejects.toMatchObject({
      code: "UNREADABLE",
    });
  });
});

describe("the page of an operation", () => {
  it("shows headers, attributes, derived types' bases, choices and wildcards", async () => {
    const operations = await generatedOperations("documents");
    service = await serve(operations, { wsdl: contractFile("documents"), handlers: {} });
    const page = async (name: string) => {
      const html = await (await fetch(`${service?.url}?op=${name}`)).text();
      return html
        .replace(/<[^>]+>/g, "")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">");
    };
    expect(await page("getQuote")).toContain(`  <soap:Header>
    <session xmlns="urn:example:quotes">
      <token>string</token>
    </session>
  </soap:Header>`);
    expect(await page("getQuote")).toContain("The price of a symbol.");
    expect(
      await page("placeOrder"),
    ).toContain(`    <order xmlns="urn:example:quotes" account="string">
      <instrument id="int">
        <name>string</name>
      </instrument>
      <limit>decimal</limit>
      <market>boolean</market>
      xml
    </order>`);
    expect(await page("tick")).toContain("HTTP/1.1 202 Accepted");
    expect(await page("pair")).toContain('<first xmlns="urn:example:quotes">int</first>');
  });
});
