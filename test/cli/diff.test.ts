import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandLine, ONE_SENTENCE } from "./command-line.js";

const API = fileURLToPath(new URL("../../wsdl/API.wsdl", import.meta.url));
const CONTRACT = fileURLToPath(new URL("../../src/generated/contract.json", import.meta.url));

let folder = "";
let later = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rescue-soap-test-"));
  later = join(folder, "later.wsdl");
  const text = await readFile(API, "utf8");
  await writeFile(later, text.replace('value="login_Invalid"', 'value="login_Wrong"'));
});
afterAll(() => rm(folder, { recursive: true }));

describe("diff", () => {
  it("reports that nothing changed", async () => {
    const result = await commandLine(["diff", CONTRACT, API, "--fail-on", "any"]);
    expect(result).toMatchObject({ exitCode: 0, stdout: "The contracts have the same meaning.\n" });
  });

  it("reports each change, whom it breaks, and its place", async () => {
    const { stdout, exitCode } = await commandLine(["diff", API, later]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("enum value of loginRet login_Wrong added  [breaks callers]");
    expect(stdout).toMatch(/ {6}before: .*API\.wsdl:\d+:\d+\n {6}after: .*later\.wsdl:\d+:\d+/);
  });

  it("is JSON or Markdown on request", async () => {
    const json = await commandLine(["diff", API, later, "--format", "json"]);
    const kinds = JSON.parse(json.stdout).map(({ kind }: { kind: string }) => kind);
    expect(kinds.sort()).toEqual(["enum-value-added", "enum-value-removed"]);
    const markdown = await commandLine(["diff", API, later, "--format", "markdown"]);
    expect(markdown.stdout).toContain("| Breaks | Change | Location |");
  });

  it("fails on the changes that --fail-on names", async () => {
    const result = await commandLine(["diff", API, later, "--fail-on", "breaking"]);
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(ONE_SENTENCE);
  });
});
