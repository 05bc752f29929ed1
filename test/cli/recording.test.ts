/** `--record` and `--replay` of the commands that call the service. */
import {
  chmod,
  lstat,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Simulator, startSimulator } from "../../src/simulator/index.js";
import { harFaults } from "../har/har-schema.js";
import { commandLine, ONE_SENTENCE } from "./command-line.js";

let folder: string;
let file: string;
let simulator: Simulator;
let env: Record<string, string>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rescue-soap-recording-"));
  file = join(folder, "calls.har");
  simulator = await startSimulator();
  env = { RESCUE_ENDPOINT: simulator.url, RESCUE_EMAIL: "tech@example.com" };
});
afterEach(async () => {
  await simulator.close();
  await rm(folder, { recursive: true });
});

const signedIn = () => ({ env: { ...env, RESCUE_PASSWORD: "secret" } });
const email = (...argv: string[]) => ["email", "--pin", "123456", ...argv];

it.each(["soap12", "soap11", "post", "get"])(
  "a recording of a command over %s replays it without service and password",
  async (protocol) => {
    const argv = email("--protocol", protocol);
    const recorded = await commandLine([...argv, "--record", file], signedIn());
    expect(recorded).toMatchObject({ exitCode: 0, stderr: "" });
    const text = await readFile(file, "utf8");
    expect(harFaults(JSON.parse(text))).toEqual([]);
    expect(text).not.toMatch(/[>="]secret/);
    await simulator.close();
    expect(await commandLine([...argv, "--replay", file], { env })).toEqual(recorded);
  },
);

it("makes a file that only its user can read, and replaces no file without --force", async () => {
  await commandLine(email("--record", file), signedIn());
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const before = await readFile(file, "utf8");
  const again = await commandLine(email("--record", file), signedIn());
  expect(again).toMatchObject({
    exitCode: 2,
    stdout: "",
    stderr: `error: The file of --record, ${file}, can't be written: it exists already; name another file, or replace it with --force. [USAGE]\n`,
  });
  expect(await readFile(file, "utf8")).toBe(before);
  await chmod(file, 0o644);
  const forced = await commandLine(email("--record", file, "--force"), signedIn());
  expect(forced).toMatchObject({ exitCode: 0, stderr: "" });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual([basename(file)]);
});

it("replaces a symbolic link with --force, not what it leads to", async () => {
  const precious = join(folder, "precious");
  await writeFile(precious, "mine");
  await symlink(precious, file);
  const linked = await commandLine(email("--record", file), signedIn());
  expect([linked.exitCode, await readFile(precious, "utf8")]).toEqual([2, "mine"]);
  const forced = await commandLine(email("--record", file, "--force"), signedIn());
  expect([forced.exitCode, await readFile(precious, "utf8")]).toEqual([0, "mine"]);
  expect((await lstat(file)).isFile()).toBe(true);
});

it("records failures too, and also shows the wire", async () => {
  const argv = ["call", "getAccount", "--record", file, "--verbose"];
  const { exitCode, stderr } = await commandLine(argv, {
    env: { ...env, RESCUE_PASSWORD: "hidden-word" },
  });
  expect(exitCode).toBe(1);
  expect(stderr).toContain("<sPassword>***</sPassword>");
  const text = await readFile(file, "utf8");
  expect(JSON.parse(text).log.entries).toHaveLength(1);
  expect(text).not.toContain("hidden-word");
});

it("reports which call a recording lacks", async () => {
  await commandLine(email("--record", file), signedIn());
  const argv = ["email", "--pin", "654321", "--replay", file];
  const { exitCode, stderr } = await commandLine(argv, { env });
  expect(exitCode).toBe(3);
  expect(stderr).toMatch(ONE_SENTENCE);
  expect(stderr).toContain("<iPINCode>654321</iPINCode>");
  expect(stderr).toContain("[NOT_RECORDED]");
});

it("accepts a recording with an auth code without an account", async () => {
  const setting = { env: { RESCUE_ENDPOINT: simulator.url, RESCUE_AUTH_CODE: "simulate-OK" } };
  await commandLine(email("--record", file), setting);
  const { stderr } = await commandLine(email("--replay", file), {
    env: { RESCUE_ENDPOINT: simulator.url },
  });
  expect(stderr).not.toContain("NOT_RECORDED");
});

it.each([
  ["a file that isn't there", "--replay", "missing.har", undefined, "can't be read"],
  ["a file that is no HAR", "--replay", "calls.har", "{}", "is not a HAR file"],
  ["a file that is no JSON", "--replay", "calls.har", "no", "is not a HAR file"],
  ["a folder to write to", "--record", ".", undefined, "can't be written"],
])("%s is a mistake of usage, and nothing is sent", async (_what, flag, name, content, want) => {
  if (content !== undefined) await writeFile(file, content);
  const { exitCode, stderr } = await commandLine(email(flag, join(folder, name)), signedIn());
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(ONE_SENTENCE);
  expect(stderr).toContain(want);
  expect(simulator.state.calls).toEqual([]);
});

it("does one or the other", async () => {
  const argv = email("--record", file, "--replay", file);
  expect((await commandLine(argv, signedIn())).exitCode).toBe(2);
  await expect(stat(file)).rejects.toThrow("ENOENT");
});
