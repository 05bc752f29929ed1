/** Generated code with its runtime beside it, in a project without any package. */
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Simulator, startSimulator } from "../../src/simulator/index.js";
import { type InstalledPackage, installPackage, PROJECT, run } from "./installed-package.js";

const MAIN = `
import { APIClient, httpTransport, SoapFault } from "./exports.ts";
import type { GenerateEmailTextOutcome } from "./generated/index.ts";

const client = new APIClient({ endpoint: process.argv[2] ?? "", transport: httpTransport() });
const outcome: GenerateEmailTextOutcome = await client.generateEmailText({ iPINCode: 123456 });
console.log(outcome.status, SoapFault.name);
`;

const WSDL = join(PROJECT, "wsdl/API.wsdl");

let installed: InstalledPackage;
let simulator: Simulator;
/** A project that has nothing but the generated folder. */
let project: string;

beforeAll(async () => {
  [installed, simulator] = await Promise.all([installPackage(), startSimulator()]);
  project = await mkdtemp(join(tmpdir(), "rescue-soap-standalone-"));
  await generate();
}, 180_000);

afterAll(async () => {
  await Promise.all([installed?.remove(), simulator?.close()]);
  await rm(project, { recursive: true, force: true });
});

function generate(...options: string[]): Promise<string> {
  const command = join(installed.folder, "node_modules/.bin/rescue-soap");
  const out = join(project, "generated");
  const args = ["generate", WSDL, "--out", out, "--standalone", "--ports", "APISoap"];
  return run(command, [...args, ...options], project);
}

describe("generate --standalone", () => {
  it("writes code that imports no package", async () => {
    const names = await readdir(join(project, "generated"), { recursive: true });
    const files = names.filter((name) => /\.[jt]s$/.test(name));
    const texts = await Promise.all(
      files.map((name) => readFile(join(project, "generated", name), "utf8")),
    );
    expect(files).toEqual(expect.arrayContaining(["client.ts", "runtime/index.js"]));
    expect(texts.join("\n")).not.toMatch(
      /(?:from|import) ?\(?["'](?:rescue-soap|tough|p-throttle)/,
    );
  });

  it("type-checks without any installed types", async () => {
    await writeFile(join(project, "main.ts"), `export * from "./generated/index.js";\n`);
    const compilerOptions = {
      target: "es2022",
      module: "nodenext",
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      types: [],
    };
    await writeFile(join(project, "package.json"), `{ "type": "module" }`);
    await writeFile(
      join(project, "tsconfig.json"),
      JSON.stringify({ compilerOptions, files: ["main.ts"] }),
    );
    await run(join(PROJECT, "node_modules/.bin/tsc"), ["-p", project], project);
  }, 60_000);

  it("runs", async () => {
    await writeFile(
      join(project, "exports.ts"),
      `export { APIClient } from "./generated/client.ts";
export { httpTransport, SoapFault } from "./generated/runtime/index.js";\n`,
    );
    await writeFile(join(project, "call.ts"), MAIN);
    const tsx = join(PROJECT, "node_modules/.bin/tsx");
    expect(await run(tsx, ["call.ts", simulator.url], project)).toBe("NotLoggedIn SoapFault\n");
  }, 60_000);

  it("verifies its code", async () => {
    await mkdir(join(project, "node_modules"));
    const compiler = join(PROJECT, "node_modules/typescript");
    await symlink(compiler, join(project, "node_modules/typescript"));
    expect(await generate("--verify")).toContain("type-check");
  }, 60_000);

  it("compares the runtime with --check", async () => {
    expect(await generate("--check")).toContain("matches");
    const file = join(project, "generated/runtime/index.js");
    await writeFile(file, `${await readFile(file, "utf8")}// edited\n`);
    await expect(generate("--check")).rejects.toThrow(
      "runtime/index.js is not as it was generated",
    );
  }, 60_000);

  it("rejects another --runtime", () => {
    const args = ["generate", WSDL, "--out", "x", "--standalone", "--runtime", "mine"];
    const { status, stderr } = spawnSync(
      join(installed.folder, "node_modules/.bin/rescue-soap"),
      args,
      { cwd: project, encoding: "utf8" },
    );
    expect([status, stderr]).toEqual([2, expect.stringContaining("--runtime")]);
  });
});
