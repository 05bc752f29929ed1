import { afterAll, beforeAll, expect, it } from "vitest";
import { readText } from "../../src/protocol/index.js";
import {
  createService,
  createSimulator,
  inMemory,
  type Service,
  type Simulator,
  startSimulator,
} from "../../src/simulator/index.js";
import { contractFile, generatedOperations } from "./generated-operations.js";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

/** The addresses of the links of a page, with the texts that follow them. */
function links(html: string): [string, string][] {
  const items = html.matchAll(/<a href="([^"]*)">\1<\/a>: ([^<]*)</g);
  return [...items].map(([, href = "", text = ""]) => [href, text]);
}

async function pageOf(service: Service): Promise<string> {
  const response = await inMemory(service)({ url: "http://h/", method: "GET", headers: {} });
  return readText(response, 1_000_000);
}

it("lists the endpoints of the simulator, which exist", async () => {
  const response = await fetch(new URL("/", simulator.url));
  expect([response.status, response.headers.get("content-type")]).toEqual([
    200,
    "text/html; charset=utf-8",
  ]);
  const found = links(await response.text());
  expect(found.slice(0, 2)).toEqual([
    [
      "/API/API.asmx",
      "SOAP 1.1, SOAP 1.2, HTTP GET, HTTP POST; in a browser the help pages of its operations",
    ],
    ["/API/API.asmx?wsdl", "the WSDL"],
  ]);
  expect(found).toContainEqual(["/API/requestPINCode.aspx", "a plain-text page"]);
  for (const [href] of found) {
    const { status } = await fetch(new URL(href, simulator.url));
    expect([href, status]).toEqual([href, 200]);
  }
});

it("lists only what a service has", async () => {
  const operations = await generatedOperations("documents");
  const service = await createService(operations, { handlers: {}, path: "/Quotes" });
  expect(links(await pageOf(service))).toEqual([
    ["/Quotes", "SOAP 1.1, SOAP 1.2; in a browser the help pages of its operations"],
  ]);
});

it("is the service itself if that is at /", async () => {
  const operations = await generatedOperations("documents");
  const wsdl = contractFile("documents");
  const service = await createService(operations, { handlers: {}, wsdl, path: "/" });
  expect(await pageOf(service)).toContain("The following operations are supported.");
});

it("is the service itself in an address without a path, too", async () => {
  const operations = await generatedOperations("documents");
  const wsdl = contractFile("documents");
  const service = await createService(operations, { handlers: {}, wsdl, path: "/" });
  const get = async (url: string) =>
    readText(await inMemory(service)({ url, method: "GET", headers: {} }), 1_000_000);
  expect(await get("http://h")).toContain("The following operations are supported.");
  expect(await get("http://h?wsdl")).toContain("wsdl:definitions");
  expect(await get("http://h?wsdl=/x")).toContain("wsdl:definitions");
  expect(await get("http://h/none")).toBe("none Web Service method name is not valid.\r\n");
});

it.each(["/other.aspx", "/API/other.aspx", "/API/API.asmx?xsd=none"])(
  "is not there for %s",
  async (path) => {
    const { service } = await createSimulator();
    const request = { url: `http://h${path}`, method: "GET", headers: {} } as const;
    expect((await inMemory(service)(request)).status).toBe(404);
  },
);

it("is for GET only", async () => {
  const { service } = await createSimulator();
  const request = { url: "http://h/", method: "POST", headers: {}, body: "" } as const;
  expect((await inMemory(service)(request)).status).toBe(404);
});
