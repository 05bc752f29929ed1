import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import {
  type Downloaded,
  readContract,
  readContractTexts,
  readText,
} from "../../../src/wsdl/index.js";
import { ordersWsdl } from "../fixtures.js";
import { schema, wsdl } from "../wsdl-text.js";

const folder = mkdtempSync(join(tmpdir(), "rescue-soap-source-"));
afterAll(() => rmSync(folder, { recursive: true }));

const never = () => Promise.reject(new Error("Nothing is to be downloaded."));
const URL = "https://example.com/API.asmx?wsdl";
const page = "<html><form><input type=password></form></html>";

function download(response: Partial<Downloaded> & { text?: string }) {
  const bytes = new TextEncoder().encode(response.text ?? ordersWsdl());
  return async () => ({ url: URL, status: 200, contentType: "text/xml", bytes, ...response });
}

describe("readContract", () => {
  it.each<[string, Uint8Array | string]>([
    ["UTF-8", ordersWsdl()],
    ["UTF-8 with a byte order mark", `\ufeff${ordersWsdl()}`],
    ["UTF-16", Buffer.from(`\ufeff${ordersWsdl().replace("utf-8", "utf-16")}`, "utf16le")],
    [
      "ISO-8859-1",
      Buffer.from(ordersWsdl().replace("utf-8", "iso-8859-1").replace("An order.", "Ä"), "latin1"),
    ],
  ])("reads a file in %s", async (_, content) => {
    const file = join(folder, "a.wsdl");
    writeFileSync(file, content);
    expect((await readContract(file, never)).services).toHaveLength(1);
  });

  it("reads a file: URL, and names the file in locations", async () => {
    const file = join(folder, "with space.wsdl");
    writeFileSync(file, ordersWsdl());
    const contract = await readContract(pathToFileURL(file).href, never);
    expect(contract.source).toBe(file);
    expect(contract.services[0]?.location.file).toBe(file);
  });

  it("rejects a file: URL of another host", async () => {
    const reading = readContract("file://example.com/a.wsdl", never);
    await expect(reading).rejects.toMatchObject({
      code: "UNREADABLE",
      message: expect.stringContaining("file://example.com/a.wsdl: "),
    });
  });

  it("reads bytes, and their imports from the folder of their location", async () => {
    writeFileSync(join(folder, "types.xsd"), schema(`<xs:complexType name="Imported"/>`));
    const text = wsdl({
      types: schema(`<xs:include schemaLocation="types.xsd"/><xs:element name="run"/>`),
    });
    const source = {
      location: join(folder, "standard input"),
      bytes: Buffer.from(`\ufeff${text}`, "utf16le"),
    };
    const contract = await readContract(source, never);
    expect(contract.types.map(({ name }) => name?.local)).toEqual(["Imported"]);
    const texts = await readContractTexts(source, never);
    expect(texts.documents.map(({ location }) => location)).toEqual([
      source.location,
      join(folder, "types.xsd"),
    ]);
  });

  it("resolves imports against the URL after redirects, and reads each document once", async () => {
    const asked: string[] = [];
    const definitions = (inner: string) =>
      `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:t="urn:t" targetNamespace="urn:t">${inner}</definitions>`;
    const texts: Readonly<Record<string, string>> = {
      "https://example.com/b/S.svc?wsdl": definitions(
        `<import namespace="urn:t" location="S.svc?wsdl=1"/><import namespace="urn:t" location="../a/S.svc?wsdl"/>
         <service name="S"><port name="P" binding="t:B"><address xmlns="http://schemas.xmlsoap.org/wsdl/soap/" location="http://localhost/"/></port></service>`,
      ),
      "https://example.com/b/S.svc?wsdl=1": definitions(
        `<portType name="T"/><binding name="B" type="t:T"><binding xmlns="http://schemas.xmlsoap.org/wsdl/soap/" transport="http://schemas.xmlsoap.org/soap/http"/></binding>`,
      ),
    };
    const contract = await readContract("https://example.com/S", async (url) => {
      asked.push(url);
      const end = url in texts ? url : "https://example.com/b/S.svc?wsdl";
      return { ...(await download({ text: texts[end] ?? "" })()), url: end };
    });
    expect(contract.services.map(({ name }) => name)).toEqual(["S"]);
    expect(asked).toEqual([
      "https://example.com/S",
      "https://example.com/b/S.svc?wsdl=1",
      "https://example.com/a/S.svc?wsdl",
    ]);
  });

  it("reads a URL", async () => {
    const contract = await readContract(URL, download({}));
    expect(contract.source).toBe(URL);
  });

  it.each<[string, Parameters<typeof download>[0], RegExp]>([
    [
      "an HTML page",
      { text: "<!DOCTYPE html><html></html>" },
      /The response of \S+ is an HTML page, not a WSDL\./,
    ],
    [
      "a sign-in page",
      { text: page },
      /looks like a sign-in page.*sign in with a browser, save the WSDL and use the file/,
    ],
    [
      "a redirect to a page",
      { text: "<html></html>", url: "https://example.com/x" },
      /looks like a sign-in/,
    ],
    ["an empty response", { text: "" }, /The response of \S+ is empty/],
    ["401", { status: 401, text: page }, /has the status 401 and an HTML page/],
    ["404", { status: 404, text: "gone" }, /has the status 404\. Check the URL\./],
    ["503", { status: 503, text: "" }, /has the status 503/],
  ])("reports %s", async (_, response, message) => {
    const reading = readText(URL, download(response));
    await expect(reading).rejects.toMatchObject({
      code: "NOT_WSDL",
      message: expect.stringMatching(message),
    });
  });

  it.each([
    ["a missing file", join(folder, "none"), "UNREADABLE", /there is no such file/],
    ["a folder", folder, "UNREADABLE", /it is a folder/],
  ])("reports %s", async (_, file, code, message) => {
    await expect(readContract(file, never)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  it("reports a file that is not in its declared encoding", async () => {
    const file = join(folder, "b.wsdl");
    writeFileSync(file, Buffer.from([0x3c, 0xff, 0xfe]));
    await expect(readContract(file, never)).rejects.toThrow(/not in utf-8/);
  });
});
