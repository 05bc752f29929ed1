/** The interface of generated code, and code that was generated for an earlier one. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generateFiles, parseContract } from "../../src/codegen/index.js";
import * as v1 from "../../src/codegen-runtime/v1.js";
import { operations } from "../../src/generated/index.js";
import { VERSION } from "../../src/schema/index.js";
import { createService } from "../../src/server/index.js";
import { inMemory, SoapClient, type Transport } from "../../src/soap/index.js";

describe("rescue-soap/codegen/v1", () => {
  it("exports what generated code needs at run time, and nothing else", () => {
    expect(Object.keys(v1).sort()).toEqual([
      "HttpBindingClient",
      "SoapClient",
      "faultGuard",
      "portOptions",
    ]);
  });

  it("marks each export as private", () => {
    const source = readFileSync("src/codegen-runtime/v1.ts", "utf8");
    const exports = source.match(/^export /gm) ?? [];
    const marks = source.match(/^\/\*\* @private .*\*\/\nexport /gm) ?? [];
    expect(marks).toHaveLength(exports.length);
  });

  it("is the only module of the package that generated code imports", () => {
    const contract = parseContract(readFileSync("wsdl/API.wsdl", "utf8"), "API.wsdl");
    const files = generateFiles(contract, "rescue-soap/codegen/v1");
    const imported = [...files.values()].flatMap((text) => text.match(/(?<=from ")[^."].*(?=";)/g));
    expect(new Set(imported.filter((specifier) => specifier !== null))).toEqual(
      new Set(["rescue-soap/codegen/v1"]),
    );
  });
});

describe("code of version 0.1", () => {
  const sent: string[] = [];
  const transport: Transport = async ({ url }) => {
    sent.push(url);
    throw new Error("Nothing is sent here.");
  };
  // Not known to the compiler, for which the code is outdated as well.
  const load = (name: string): Promise<Readonly<Record<string, unknown>>> =>
    import(new URL(`generated-0.1/${name}.ts`, import.meta.url).href);
  const outdated = {
    name: "UnsupportedSchemaError",
    code: "OUTDATED_CODE",
    runtime: VERSION,
    message: expect.stringMatching(
      /requestAuthCode .*Generate it again: npx rescue-soap generate <wsdl> --out <folder>/,
    ),
  };

  it("is rejected at the first call, before anything is sent", async () => {
    const { APIClient } = await load("client");
    if (typeof APIClient !== "function") throw new Error("client.ts has no APIClient.");
    const client: unknown = Reflect.construct(APIClient, [{ port: "APISoap", transport }]);
    const method: unknown = Reflect.get(Object(client), "requestAuthCode");
    if (typeof method !== "function") throw new Error("APIClient has no requestAuthCode.");
    await expect(Reflect.apply(method, client, [{}])).rejects.toMatchObject(outdated);
    expect(sent).toEqual([]);
  });

  it("is rejected by a service", async () => {
    const { operations: old } = await load("schema");
    await expect(createService(Object(old), { handlers: {} })).rejects.toMatchObject(outdated);
  });
});

it("code of this version is accepted by client and service", async () => {
  const service = await createService(operations, {
    handlers: { requestAuthCode: () => ({ status: "OK", sAuthCode: "x" }) },
  });
  const client = new SoapClient({ endpoint: service.url, transport: inMemory(service) });
  expect(await client.outcome(operations.requestAuthCode, {})).toMatchObject({ status: "OK" });
});
