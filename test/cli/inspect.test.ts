import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ordersWsdl } from "../wsdl/fixtures.js";
import { schema, wsdl } from "../wsdl/wsdl-text.js";
import { commandLine, ONE_SENTENCE } from "./command-line.js";
import { startService } from "./service.js";

let folder = "";
let orders = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rescue-soap-test-"));
  orders = join(folder, "orders.wsdl");
  await writeFile(orders, ordersWsdl());
});
afterEach(() => rm(folder, { recursive: true }));

const COLOR = "\u001b[";

describe("inspect", () => {
  it("shows services, operations and types of a file", async () => {
    const { exitCode, stdout, stderr } = await commandLine(["inspect", orders]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain("Service OrderService");
    expect(stdout).toContain("getOrder(iOrder: xs:int, sAuthCode?: xs:string) ->");
    expect(stdout).toContain(
      "ORDER { iID: xs:int, dPlaced: xs:dateTime nillable, oParent?: ORDER }",
    );
    expect(stdout).not.toContain(COLOR);
  });

  it("fetches a URL and what it imports", async () => {
    const main = wsdl({
      types: schema(`<xs:include schemaLocation="types.xsd"/>`),
    });
    const types = schema(`<xs:element name="run"><xs:complexType/></xs:element>
      <xs:complexType name="Fetched"/>`);
    const service = await startService((to) => {
      to.setHeader("content-type", "text/xml");
      to.end(to.req.url?.endsWith("types.xsd") ? types : main);
    });
    try {
      const { exitCode, stdout } = await commandLine(["inspect", service.endpoint]);
      expect(exitCode).toBe(0);
      expect(stdout).toContain("Fetched {}");
    } finally {
      await service.close();
    }
  });

  it("prints JSON", async () => {
    const { exitCode, stdout } = await commandLine(["inspect", orders, "--json"]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 3,
      services: [{ service: "OrderService", ports: [{ operations: [{ operation: "getOrder" }] }] }],
      types: {
        "{urn:example:orders}ORDER": { sequence: [{}, {}, {}], documentation: "An order." },
      },
    });
  });

  it.each<[string, readonly string[], RegExp, RegExp]>([
    ["--types", ["--types"], /^Types$/m, /^Service /m],
    ["--no-types", ["--no-types"], /^Service /m, /^Types$/m],
    ["--operations", ["--operations", "getOrder"], /getOrder\(/, /^Warnings/m],
  ])("%s", async (_, flags, has, hasNot) => {
    const { exitCode, stdout } = await commandLine(["inspect", orders, ...flags]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(has);
    expect(stdout).not.toMatch(hasNot);
  });

  it.each<[string, { env: Record<string, string>; isTTY: boolean; colored: boolean }]>([
    ["a terminal", { env: {}, isTTY: true, colored: true }],
    ["a terminal with NO_COLOR", { env: { NO_COLOR: "1" }, isTTY: true, colored: false }],
    ["a file", { env: {}, isTTY: false, colored: false }],
  ])("colours for %s", async (_, { env, isTTY, colored }) => {
    const { stdout } = await commandLine(["inspect", orders], { env, isTTY });
    expect(stdout.includes(COLOR)).toBe(colored);
  });

  it("suggests the operation that was meant", async () => {
    const argv = ["inspect", orders, "--operations", "getOrders"];
    const { exitCode, stdout, stderr } = await commandLine(argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(ONE_SENTENCE);
    expect(stderr).toContain("did you mean getOrder?");
  });

  it("ends with 3 if there is no WSDL", async () => {
    const { exitCode, stdout, stderr } = await commandLine(["inspect", join(folder, "no.wsdl")]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(stderr).toMatch(ONE_SENTENCE);
    expect(stderr).toContain("[UNREADABLE]");
  });
});
