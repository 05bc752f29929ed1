/** The help pages for browsers. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../../src/generated/index.js";
import { type Simulator, startSimulator } from "../../src/simulator/index.js";
import { NS, send } from "./raw.js";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ allowedHosts: ["rescue.test"] });
});
afterAll(() => simulator.close());

async function page(path: string): Promise<string> {
  const response = await send(simulator.url, {
    method: "GET",
    path,
    headers: { Host: "rescue.test" },
  });
  expect(response).toMatchObject({ status: 200, type: "text/html; charset=utf-8" });
  return response.body;
}

/** What a browser shows of the samples. */
async function samples(operation: string): Promise<readonly string[]> {
  const html = await page(`/API/API.asmx?op=${operation}`);
  return [...html.matchAll(/<pre>([\s\S]*?)<\/pre>/g)].map(([, text = ""]) =>
    text
      .replace(/<[^>]+>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&"),
  );
}

describe("the service page", () => {
  it("has a link to each operation, with what it does, and to the WSDL", async () => {
    const html = await page("/api/API.asmx");
    for (const name of Object.keys(operations)) {
      expect(html).toContain(`<a href="/api/API.asmx?op=${name}">${name}</a><br>`);
    }
    expect(html).toContain('<a href="/api/API.asmx?WSDL">Service Description</a>');
    expect(html).toContain(
      "Limit: one call per second; a call that comes too early returns Error.",
    );
  });

  it("is there for any other query", async () => {
    expect(await page("/API/API.asmx?nothing=1?op=login")).toContain("operations are supported");
  });
});

describe("the page of an operation", () => {
  it("has samples of both versions of SOAP, as they go over the wire", async () => {
    const [request11, response11, request12, response12, ...more] =
      await samples("generateEmailText");
    expect(request11).toBe(`POST /API/API.asmx HTTP/1.1
Host: rescue.test
Content-Type: text/xml; charset=utf-8
Content-Length: length
SOAPAction: "${NS}/generateEmailText"

<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <generateEmailText xmlns="${NS}">
      <iPINCode>int</iPINCode>
      <sAuthCode>string</sAuthCode>
    </generateEmailText>
  </soap:Body>
</soap:Envelope>`);
    expect(response11).toContain("HTTP/1.1 200 OK\n");
    expect(response11).toContain(
      "<generateEmailTextResult>generateEmailText_Error or generateEmailText_OK or generateEmailText_NotLoggedIn or ",
    );
    expect(request12).toContain(
      "Content-Type: application/soap+xml; charset=utf-8\nContent-Length: length\n\n",
    );
    expect(request12).not.toContain("SOAPAction");
    expect(response12).toContain('xmlns:soap12="http://www.w3.org/2003/05/soap-envelope"');
    expect(response12).toContain("      <sSignature>string</sSignature>\n");
    expect(more).toEqual([]);
  });

  it("has samples of HTTP GET and POST if the contract has these", async () => {
    const [get, getResponse, post, postResponse] = (await samples("login")).slice(4);
    expect(get).toBe(
      "GET /API/API.asmx/login?sEmail=string&sPassword=string HTTP/1.1\nHost: rescue.test\n",
    );
    expect(post).toBe(
      "POST /API/API.asmx/login HTTP/1.1\nHost: rescue.test\nContent-Type: application/x-www-form-urlencoded\nContent-Length: length\n\nsEmail=string&sPassword=string",
    );
    expect(postResponse).toBe(getResponse);
    expect(getResponse).toContain(`<loginRet xmlns="${NS}">login_Error or login_OK or `);
  });

  it("shows empty requests, two items of an array, and what is inside objects", async () => {
    const [logout] = await samples("logout");
    expect(logout).toContain(`    <logout xmlns="${NS}" />\n`);
    const [, hierarchy = ""] = await samples("getHierarchy");
    expect(hierarchy.match(/<HIERARCHY>/g)).toHaveLength(2);
    const [, user] = await samples("getUser");
    expect(user).toContain("      <oUser>\n        <iNodeID>int</iNodeID>\n");
  });

  it("is found by its query in any letter case", async () => {
    const html = await page("/API/api.asmx?OP=login");
    expect(html).toContain("<h2>login</h2>");
    expect(html).toContain("only available for requests from the local machine");
    expect(await page("/API/api.asmx?op=generateEmailText")).toContain(
      "only available for methods with primitive types",
    );
  });

  it("escapes the requested operation", async () => {
    const html = await page("/API/API.asmx?op=%3Cscript%3E");
    expect(html).toContain("There is no operation &lt;script&gt;.");
    expect(html).not.toContain("<script>");
  });
});
