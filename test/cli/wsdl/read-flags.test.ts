import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema, wsdl } from "../../wsdl/wsdl-text.js";
import { commandLine, ONE_SENTENCE } from "../command-line.js";
import { type Service, startService } from "../service.js";

let folder = "";
let file = "";
let remote: Service;
let other: Service;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rescue-soap-read-flags-"));
  await mkdir(join(folder, "wsdl"));
  file = join(folder, "wsdl", "s.wsdl");
  const types = schema(`<xs:include schemaLocation="../a.xsd"/><xs:element name="run"/>`);
  await writeFile(file, wsdl({ types }));
  await writeFile(join(folder, "a.xsd"), schema(`<xs:complexType name="Imported"/>`));
  [remote, other] = await Promise.all([startService(() => {}), startService(() => {})]);
});
afterAll(async () => {
  await Promise.all([remote.close(), other.close()]);
  await rm(folder, { recursive: true });
});

describe("the options for reading a WSDL", () => {
  it.each<[string, (allow: string[]) => string[]]>([
    ["inspect", (allow) => ["inspect", file, ...allow]],
    ["generate", (allow) => ["generate", file, "--out", join(folder, "out"), ...allow]],
    ["diff", (allow) => ["diff", file, file, ...allow]],
    ["call --wsdl", (allow) => ["call", "--wsdl", file, "run", "--help", ...allow]],
    ["call --wsdl, before the operation", (allow) => ["call", ...allow, "--wsdl", file, "--help"]],
  ])("%s imports from an allowed folder only", async (_, argv) => {
    const rejected = await commandLine(argv([]));
    expect([rejected.exitCode, rejected.stderr]).toEqual([3, expect.stringMatching(ONE_SENTENCE)]);
    expect(rejected.stderr).toContain(`(--allow-import-folder ${folder})`);
    const accepted = await commandLine(argv(["--allow-import-folder", folder]));
    expect([accepted.exitCode, accepted.stderr]).toEqual([0, ""]);
  });

  it("allow hosts, which can be several", async () => {
    const include = `<xs:include schemaLocation="${other.endpoint}"/>`;
    const types = schema(`${include}<xs:element name="run"/>`);
    remote.respond = (to) => to.end(wsdl({ types }));
    let requests = 0;
    other.respond = (to) => {
      requests += 1;
      to.end(schema(`<xs:complexType name="Imported"/>`));
    };
    const rejected = await commandLine(["inspect", remote.endpoint]);
    expect([rejected.exitCode, requests]).toEqual([3, 0]);
    expect(rejected.stderr).toContain(`(--allow-import-host ${new URL(other.endpoint).host})`);
    const flags = ["a.example", "127.0.0.1"].flatMap((host) => ["--allow-import-host", host]);
    const accepted = await commandLine(["inspect", remote.endpoint, ...flags]);
    expect([accepted.exitCode, accepted.stdout]).toEqual([0, expect.stringContaining("Imported")]);
  });

  it.each([
    ["--max-bytes", "100", "more than 100 bytes together"],
    ["--max-documents", "1", "more than 1 documents"],
    ["--max-depth", "2", "deeper than 2 levels"],
    ["--max-components", "9", "more than 9 components"],
  ])("%s", async (flag, value, message) => {
    const allow = ["--allow-import-folder", folder];
    const { exitCode, stderr } = await commandLine(["inspect", file, ...allow, flag, value]);
    expect([exitCode, stderr]).toEqual([3, expect.stringMatching(ONE_SENTENCE)]);
    expect(stderr).toContain(message);
    expect(stderr).toContain(`(${flag}). [LIMIT]`);
  });

  it("--read-timeout", async () => {
    remote.respond = () => {};
    const { exitCode, stderr } = await commandLine([
      "inspect",
      remote.endpoint,
      "--read-timeout",
      "50",
    ]);
    expect([exitCode, stderr]).toEqual([3, expect.stringMatching(/longer than 50 ms.*\[LIMIT\]/)]);
  });

  it("reject what is not a number above 0", async () => {
    const { exitCode, stderr } = await commandLine(["inspect", file, "--max-depth", "0"]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("a whole number above 0")]);
  });

  it("limit standard input", async () => {
    const result = await commandLine(["inspect", "-", "--max-bytes", "100"], {
      stdin: wsdl(),
    });
    expect(result.stderr).toContain("standard input: The documents have more than 100 bytes");
  });

  it.skipIf(!existsSync("/dev/zero"))("a device is not read", async () => {
    const { exitCode, stderr } = await commandLine(["inspect", "/dev/zero"]);
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining("not a regular file")]);
  });
});
