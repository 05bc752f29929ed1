/** What `npm install rescue-soap` gives: that it is whole, that it runs, and that its types are right. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SUBPATHS } from "../../scripts/entries.js";
import { installedSize } from "../../scripts/packed-package.js";
import { browserTests } from "./browser/tests.js";
import { formatTests } from "./format-tests.js";
import { type InstalledPackage, installPackage, PROJECT, run } from "./installed-package.js";

let installed: InstalledPackage;
beforeAll(async () => {
  installed = await installPackage();
}, 180_000);
afterAll(() => installed?.remove());

/** Runs a program that the project has installed. */
function tool(name: string, ...args: string[]): Promise<string> {
  return run(join(PROJECT, "node_modules/.bin", name), args, installed.folder);
}

function command(...args: string[]): Promise<string> {
  return run(join(installed.folder, "node_modules/.bin/rescue-soap"), args, installed.folder);
}

function installedFile(path: string): Promise<string> {
  return readFile(join(installed.folder, "node_modules/rescue-soap", path), "utf8");
}

describe("the tarball", () => {
  it("holds the built code, the contract and the documents, and nothing else", () => {
    const top = new Set(installed.files.map((path) => path.replace(/\/.*/, "/")));
    expect([...top].sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "SECURITY.md",
      "dist/",
      "docs/",
      "package.json",
      "wsdl/",
    ]);
    expect(installed.files).toContain("wsdl/API.wsdl");
    const extension = /\.(?:c?js|ts|d\.cts|(?:c?js|d\.cts)\.map|json|wsdl|md|svg)$/;
    expect(installed.files.filter((path) => !extension.test(path))).toEqual([
      "LICENSE",
      "dist/THIRD-PARTY-NOTICES.txt",
    ]);
  });

  it("has nothing that publint finds wrong", async () => {
    // It suggests conditions instead of `browser`, but bundlers apply `browser` to imports of installed packages, too.
    const options = ["--strict", "--level", "warning"];
    expect(await tool("publint", "run", installed.tarball, ...options)).toContain("All good!");
  });

  it("has types that resolve as its code does", async () => {
    // It ends with a failure if it finds a problem.
    const report = await tool("attw", installed.tarball, "--no-emoji");
    for (const subpath of SUBPATHS) expect(report).toContain(`"rescue-soap${subpath.slice(1)}"`);
  }, 60_000);

  it("contains the licences of all bundled libraries", async () => {
    const notices = await installedFile("dist/THIRD-PARTY-NOTICES.txt");
    for (const library of ["commander", "nodemailer", "fast-xml-parser", "strnum", "debug"]) {
      expect(notices).toMatch(new RegExp(`^${library} \\d.*\\((?:MIT|MIT-0)\\)$`, "m"));
    }
  });
});

describe("the installed package", () => {
  it("has at most 15 packages and 8 MB", async () => {
    const { packages, kilobytes } = await installedSize(installed.folder);
    expect(packages).toBeLessThanOrEqual(15);
    expect(kilobytes).toBeLessThanOrEqual(8_000);
  });

  describe("its formats", () => formatTests(() => installed.folder));

  it("keeps its other files to itself", async () => {
    const program = 'await import("rescue-soap/dist/soap.js");';
    await expect(
      run("node", ["--input-type=module", "-e", program], installed.folder),
    ).rejects.toThrow("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });

  it("says which library a part needs that is not installed with it", async () => {
    const program =
      'import { ntlm } from "rescue-soap/soap"; const send = ntlm({ username: "me", password: "x" });' +
      'await send({ url: "http://127.0.0.1:1/", method: "GET", headers: {} }).catch(({ code, message }) => console.log(code, message));';
    expect(await run("node", ["--input-type=module", "-e", program], installed.folder)).toBe(
      "UNUSABLE NTLM needs @node-ntlm/core, which is not installed: npm install @node-ntlm/core.\n",
    );
  });

  it("brings a command that says its version", async () => {
    const { version } = JSON.parse(await readFile(join(PROJECT, "package.json"), "utf8"));
    expect(await command("--version")).toBe(`${version}\n`);
  });

  it("shows the demo, from the WSDL to the email", async () => {
    const lines = (await command("demo", "--json")).trim().split("\n");
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({
      status: "OK",
      sLink: expect.stringMatching(/^https:.*Code=\d{6}$/),
    });
  }, 60_000);

  describe("in a browser", () => browserTests(() => installed.folder));

  describe.each(["NodeNext", "Bundler"])("where modules are resolved as %s", (moduleResolution) => {
    async function typeCheck(source: string): Promise<void> {
      const compilerOptions = {
        target: "ES2022",
        module: moduleResolution === "NodeNext" ? "NodeNext" : "ESNext",
        moduleResolution,
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        typeRoots: [join(PROJECT, "node_modules/@types")],
        types: ["node"],
      };
      const tsconfig = JSON.stringify({ compilerOptions, files: ["consumer.ts"] });
      await writeFile(join(installed.folder, "tsconfig.json"), tsconfig);
      await writeFile(join(installed.folder, "consumer.ts"), source);
      await tool("tsc", "-p", installed.folder);
    }

    it("type-checks", () => typeCheck(CONSUMER), 60_000);

    it("refuses a PIN that is a string, and a missing arm", async () => {
      const wrong = CONSUMER.replace("pin.iPINCode }", "String(pin.iPINCode) }").replace(
        'case "Unlisted":',
        "",
      );
      const check = typeCheck(wrong);
      await expect(check).rejects.toThrow("Type 'string' is not assignable to type 'number'");
      await expect(check).rejects.toThrow("Function lacks ending return statement");
    }, 60_000);
  });
});

const CONSUMER = `
import { createRescueClient } from "rescue-soap";
import { generate, readContract } from "rescue-soap/codegen";
import { startSimulator } from "rescue-soap/simulator";
import { nodeSoapSecurity, nodeSoapTransport } from "rescue-soap/node-soap";
import { type Interceptor, httpTransport, ntlm, SoapClient, SoapFault } from "rescue-soap/soap";
import { decrypt, encrypt, verifySignature } from "rescue-soap/ws-security";

export async function email(email: string, password: string): Promise<string[]> {
  const rescue = createRescueClient({ auth: { email, password } });
  const pin = await rescue.requestPINCode({ sCField0: "ACME", bNoTechConsole: true });
  if (pin.status !== "OK") throw new Error(pin.status);
  const text = await rescue.generateEmailText({ iPINCode: pin.iPINCode });
  switch (text.status) {
    case "OK":
      return [text.sSubject, text.sText, text.sLink, text.sSignature];
    case "Error":
    case "NotLoggedIn":
    case "NotTechnician":
    case "Invalid_SecretAuthCode":
    case "User_Deleted_Or_Disabled":
    case "InvalidPINFormat":
    case "Unlisted":
      throw new Error(text.ret);
  }
}

export const secured = (certificate: string, key: string) => ({
  interceptors: [
    nodeSoapSecurity({ toXML: () => "<a/>" }),
    verifySignature({ certificate }),
    encrypt({ certificate }),
    decrypt({ key }),
  ],
  transports: [
    httpTransport({ tls: { ca: certificate, key } }),
    nodeSoapTransport({ addOptions: (options) => { options.key = key; } }),
    ntlm({ username: "me", password: "secret" }),
  ],
});

export const timed: Interceptor = (next) => async (call) => {
  console.time(call.operation.name);
  return next(call).finally(() => console.timeEnd(call.operation.name));
};

export const everything = [generate, readContract, startSimulator, SoapClient, SoapFault];
`;
