import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findCompiler } from "../../src/cli/type-check/find-compiler.js";
import { commandLine, ONE_SENTENCE } from "./command-line.js";
import { type Service, startService } from "./service.js";

const API = fileURLToPath(new URL("../../wsdl/API.wsdl", import.meta.url));

let folder = "";
let service: Service;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rescue-soap-test-"));
  service = await startService((to) => to.end());
});
afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

describe("generate", () => {
  it("writes code that compiles, and --check reports what a later WSDL changes", async () => {
    const out = join(folder, "generated");
    const written = await commandLine(["generate", API, "--out", out]);
    expect(written).toMatchObject({ exitCode: 0, stderr: "" });
    const compiler = await findCompiler([process.cwd()]);
    expect(await compiler.check(out)).toEqual({ files: 7, problems: [] });

    const verified = await commandLine(["generate", API, "--out", out, "--verify"]);
    expect(verified).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("7 files type-check"),
    });

    const same = await commandLine(["generate", API, "--out", out, "--check"]);
    expect(same).toMatchObject({ exitCode: 0, stderr: "" });

    const later = join(folder, "later.wsdl");
    const text = await readFile(API, "utf8");
    await writeFile(later, text.replace('value="login_Invalid"', 'value="login_Wrong"'));
    const before = await readFile(join(out, "enums.ts"), "utf8");
    const changed = await commandLine(["generate", later, "--out", out, "--check"]);
    expect(changed.exitCode).toBe(1);
    expect(changed.stdout).toContain("login_Wrong");
    expect(changed.stderr).toMatch(ONE_SENTENCE);
    expect(await readFile(join(out, "enums.ts"), "utf8")).toBe(before);

    await writeFile(
      join(out, "types.ts"),
      `${await readFile(join(out, "types.ts"), "utf8")}\nx;\n`,
    );
    expect((await compiler.check(out)).problems).toEqual([
      expect.stringMatching(/^types\.ts:\d+: .*'x'/),
    ]);
  });

  it("reports every problem of a WSDL", async () => {
    const file = join(folder, "faulty.wsdl");
    const text = await readFile(API, "utf8");
    const faulty = text.replace('element="tns:login"', 'element="tns:logn"');
    await writeFile(
      file,
      faulty.replace('element="tns:loginResponse"', 'element="tns:loginRespons"'),
    );
    const { exitCode, stderr } = await commandLine([
      "generate",
      file,
      "--out",
      join(folder, "out"),
    ]);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(
      /^error: .*no element \S+\}logn\. .*first of 2 problems\. \[INVALID\]\n/,
    );
    expect(stderr).toMatch(
      /\n {2}\S+faulty\.wsdl:\d+:\d+: There is no element \S+loginRespons\. Did you mean \S+\?\n$/,
    );
  });

  it("follows redirects to a WSDL", async () => {
    const text = await readFile(API, "utf8");
    service.respond = (to) => {
      if (to.req.url === "/wsdl") to.end(text);
      else to.writeHead(302, { Location: "/wsdl" }).end();
    };
    const out = join(folder, "generated");
    const { exitCode } = await commandLine(["generate", service.endpoint, "--out", out]);
    expect(exitCode).toBe(0);
    expect(await readdir(out)).toContain("client.ts");
  });
});

describe("a file that is not a WSDL ends with 3, and nothing is written", () => {
  const html = "<html><form><input type='password'></form></html>";
  it.each<[string, { given: string; status?: number; type?: string; want: string }]>([
    ["a sign-in page", { given: html, type: "text/html", want: "NOT_WSDL" }],
    ["404", { given: "Not found", status: 404, want: "NOT_WSDL" }],
    ["503", { given: "", status: 503, want: "NOT_WSDL" }],
    ["nothing", { given: "", want: "NOT_WSDL" }],
    ["other XML", { given: "<a/>", want: "NOT_WSDL" }],
    [
      "half a WSDL",
      {
        given: "<wsdl:definitions xmlns:wsdl='http://schemas.xmlsoap.org/wsdl/'><a>",
        want: "MALFORMED_XML",
      },
    ],
    ["a redirect in a circle", { given: "", status: 302, want: "CONNECTION" }],
  ])("%s", async (_, { given, status = 200, type = "text/xml", want }) => {
    service.respond = (to) =>
      to.writeHead(status, { "Content-Type": type, Location: "/API/API.asmx" }).end(given);
    const out = join(folder, "generated");
    const result = await commandLine(["generate", service.endpoint, "--out", out]);
    expect(result.stderr).toMatch(ONE_SENTENCE);
    expect(result.stderr).toContain(`[${want}]`);
    expect({ exitCode: result.exitCode, stdout: result.stdout }).toEqual({
      exitCode: 3,
      stdout: "",
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it.each<[string, () => { source: string; out: string }, string]>([
    [
      "a file that isn't there",
      () => ({ source: join(folder, "no.wsdl"), out: folder }),
      "UNREADABLE",
    ],
    ["a folder below a file", () => ({ source: API, out: join(API, "out") }), "OUTPUT"],
    ["nobody listening", () => ({ source: "http://127.0.0.1:1/?wsdl", out: folder }), "CONNECTION"],
  ])("%s", async (_, given, want) => {
    const { source, out } = given();
    const result = await commandLine(["generate", source, "--out", out]);
    expect(result.stderr).toMatch(ONE_SENTENCE);
    expect(result.stderr).toContain(`[${want}]`);
    expect({ exitCode: result.exitCode, stdout: result.stdout }).toEqual({
      exitCode: 3,
      stdout: "",
    });
  });
});

it("a folder with other files is not changed", async () => {
  await writeFile(join(folder, "mine.txt"), "mine");
  const result = await commandLine(["generate", API, "--out", folder]);
  expect(result.exitCode).toBe(3);
  expect(result.stderr).toMatch(ONE_SENTENCE);
  expect(await readdir(folder)).toEqual(["mine.txt"]);
});
