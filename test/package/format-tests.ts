/** The installed package as ES modules and as CommonJS. */
import { mkdir, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PROJECT, run } from "./installed-package.js";

const EXPORTS = [
  ["rescue-soap", "createRescueClient"],
  ["rescue-soap/soap", "SoapClient"],
  ["rescue-soap/node-soap", "nodeSoapSecurity"],
  ["rescue-soap/ws-security", "verifySignature"],
  ["rescue-soap/codegen", "generate"],
  ["rescue-soap/codegen/v1", "SoapClient"],
  ["rescue-soap/simulator", "startSimulator"],
] as const;

/** @param folder returns the project that the package is installed in */
export function formatTests(folder: () => string): void {
  const esModule = (program: string, ...options: string[]) =>
    run("node", [...options, "--input-type=module", "-e", program], folder());
  const commonJs = (program: string) =>
    run("node", ["--input-type=commonjs", "-e", program], folder());

  const typesOf = async (subpath: string, name: string) => {
    const program = `console.log(typeof ${name});`;
    return [
      await esModule(`import { ${name} } from "${subpath}"; ${program}`),
      await commonJs(`const { ${name} } = require("${subpath}"); ${program}`),
    ];
  };

  it.each(EXPORTS)("%s exports %s to ES modules and to CommonJS", async (subpath, name) => {
    expect(await typesOf(subpath, name)).toEqual(["function\n", "function\n"]);
  });

  it("exports openTelemetry to both if its peer is installed", async () => {
    const scope = join(folder(), "node_modules/@opentelemetry");
    await mkdir(scope);
    await symlink(join(PROJECT, "node_modules/@opentelemetry/api"), join(scope, "api"));
    try {
      const types = await typesOf("rescue-soap/opentelemetry", "openTelemetry");
      expect(types).toEqual(["function\n", "function\n"]);
    } finally {
      await rm(scope, { recursive: true });
    }
  });

  it("calls a service from CommonJS, with cookies", async () => {
    const program = `
      const { createRescueClient } = require("rescue-soap");
      const { startSimulator } = require("rescue-soap/simulator");
      startSimulator().then(async (simulator) => {
        const auth = { email: "tech@example.com", password: "secret" };
        const rescue = createRescueClient({ endpoint: simulator.url, auth });
        const { status } = await rescue.requestPINCode({ bNoTechConsole: true });
        console.log(status);
        await simulator.close();
      });`;
    expect(await commonJs(program)).toBe("OK\n");
  });

  it("writes code from CommonJS", async () => {
    const program = `
      const { generate, readContract } = require("rescue-soap/codegen");
      readContract("node_modules/rescue-soap/wsdl/API.wsdl")
        .then((contract) => generate(contract, { out: "from-commonjs" }))
        .then((files) => console.log(files.includes("client.ts")));`;
    expect(await commonJs(program)).toBe("true\n");
  });

  it("recognizes the errors of one format in the other", async () => {
    const program = `
      import { createRequire } from "node:module";
      import * as esm from "rescue-soap";
      import * as soap from "rescue-soap/soap";
      const cjs = createRequire(import.meta.url)("rescue-soap");
      const seen = [];
      for (const [thrower, catcher] of [[cjs, esm], [esm, cjs]]) {
        const auth = { authCode: "x" };
        const rescue = thrower.createRescueClient({ endpoint: "http://127.0.0.1:1/", auth });
        const error = await rescue.getAccount().catch((error) => error);
        seen.push(
          thrower.ConnectionError !== catcher.ConnectionError,
          error instanceof catcher.ConnectionError,
          error instanceof catcher.SoapError,
          error instanceof catcher.TimeoutError,
        );
      }
      const faultCode = { namespace: "", local: "Server" };
      const fault = new cjs.SoapFault(
        { faultCode, subcodes: [], reason: "No.", reasons: [] },
        { status: 500, operation: "call", names: [], detail: undefined },
      );
      seen.push(soap.isSoapFault(fault), fault instanceof esm.SoapFault);
      console.log(JSON.stringify(seen));`;
    expect(JSON.parse(await esModule(program))).toEqual([
      ...[true, true, true, false],
      ...[true, true, true, false],
      ...[true, true],
    ]);
  });

  it("maps stack traces to lines of the sources", async () => {
    const program = `
      import { createRescueClient } from "rescue-soap";
      try { createRescueClient({ auth: {} }); } catch (error) { console.log(error.stack); }`;
    expect(await esModule(program, "--enable-source-maps")).toMatch(
      /rescue-soap\/src\/rescue\/\S+\.ts:\d+:\d+/,
    );
  });
}
