/** Ctrl-C and SIGTERM end every command at once. */
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { COMMAND, endProcesses, outputOf, start, startProgram } from "./processes.js";

const API = fileURLToPath(new URL("../../wsdl/API.wsdl", import.meta.url));
/** An interrupted command may clean up for a second; the rest is for a slow machine. */
const AT_ONCE = 10_000;

afterEach(endProcesses);

/** Returns a WSDL at /wsdl, and never responds elsewhere. */
let server: Server;
let origin = "";
let url = "";
let folder = "";
let onRequest: () => void = () => {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rescue-soap-interrupt-"));
  const wsdl = await readFile(API, "utf8");
  server = createServer(({ url: path }, response) => {
    if (path === "/wsdl") response.end(wsdl, () => onRequest());
    else onRequest();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  url = `${origin}/API/API.asmx`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

interface Interrupt {
  readonly signal: "SIGINT" | "SIGTERM";
  /** How long after the request, in ms. */
  readonly delay?: number;
}

/** Interrupts a command when it has sent a request to the server. */
async function interrupted(argv: readonly string[], { signal, delay = 0 }: Interrupt) {
  const requested = new Promise<void>((resolve) => {
    onRequest = resolve;
  });
  const { child, ended } = start(argv, { RESCUE_AUTH_CODE: "hush-hush" });
  await Promise.race([requested, ended]);
  await new Promise((resolve) => setTimeout(resolve, delay));
  const sentAt = performance.now();
  child.kill(signal);
  const result = await ended;
  return { ...result, duration: performance.now() - sentAt };
}

describe("a command that waits for the network", () => {
  it.each<[string, () => string[]]>([
    ["generate", () => ["generate", `${url}?wsdl`, "--out", join(folder, "out")]],
    ["inspect", () => ["inspect", `${url}?wsdl`]],
    ["diff", () => ["diff", API, `${url}?wsdl`]],
    ["serve", () => ["serve", `${url}?wsdl`]],
    ["call --wsdl", () => ["call", "--wsdl", `${url}?wsdl`, "login"]],
    ["call", () => ["call", "generateEmailText", "--iPINCode", "1", "--endpoint", url]],
    ["email", () => ["email", "--pin", "123456", "--endpoint", url]],
  ])("%s ends with 130 on SIGINT", async (_, argv) => {
    const { duration, ...result } = await interrupted(argv(), { signal: "SIGINT" });
    expect(result).toEqual({
      exitCode: 130,
      signal: null,
      stdout: "",
      stderr: "error: The command was interrupted (SIGINT). [ABORTED]\n",
    });
    expect(duration).toBeLessThan(AT_ONCE);
    expect(await readdir(folder)).toEqual([]);
  });

  it("ends with 143 on SIGTERM, with JSON if that is requested", async () => {
    const argv = ["call", "--wsdl", `${url}?wsdl`, "login", "--json"];
    const { duration, ...result } = await interrupted(argv, { signal: "SIGTERM" });
    expect(result).toEqual({
      exitCode: 143,
      signal: null,
      stdout: "",
      stderr: '{"code":"ABORTED","message":"The command was interrupted (SIGTERM)."}\n',
    });
    expect(duration).toBeLessThan(AT_ONCE);
  });
});

it("a command that reads standard input ends with 130 on SIGINT", async () => {
  const argv = ["call", "--wsdl", `${origin}/wsdl`, "login", "--port", "APISoap", "--input", "-"];
  const { duration, ...result } = await interrupted(argv, { signal: "SIGINT", delay: 1_000 });
  expect(result).toEqual({
    exitCode: 130,
    signal: null,
    stdout: "",
    stderr: "error: The command was interrupted (SIGINT). [ABORTED]\n",
  });
  expect(duration).toBeLessThan(AT_ONCE);
});

it.each([0, 100, 300, 600])(
  "generate that is interrupted %d ms after the download writes everything or nothing",
  async (delay) => {
    const out = join(folder, "generated");
    const argv = ["generate", `${origin}/wsdl`, "--out", out];
    const { exitCode, signal } = await interrupted(argv, { signal: "SIGINT", delay });
    // 0 if it was done before the signal. A process that is already exiting has no signal handler any more.
    expect([0, 130, "SIGINT"]).toContain(exitCode ?? signal);
    if (exitCode !== 130) expect(await readdir(folder)).toEqual(["generated"]);
    const names = await readdir(folder);
    expect(names.filter((name) => name !== "generated")).toEqual([]);
    if (names.length > 0) expect(await readdir(out)).toContain("index.ts");
    const check = await start([...argv, "--check"]).ended;
    expect(check.exitCode).toBe(names.length > 0 ? 0 : 1);
    await rm(out, { recursive: true, force: true });
  },
);

const hasScript = spawnSync("script", ["--version"]).status === 0;

it.runIf(hasScript)(
  "Ctrl-C at the password prompt ends with 130, without an internal error",
  async () => {
    const argv = [...COMMAND, "email", "--pin", "123456"];
    const command = [...argv, "--email", "a@b.c", "--endpoint", url].join(" ");
    const prompt = startProgram("script", ["-qfec", command, "/dev/null"]);
    await outputOf(prompt, "Password for");
    prompt.child.stdin.write("\u0003");
    const { exitCode, stdout } = await prompt.ended;
    expect(exitCode).toBe(130);
    expect(stdout).toContain("The command was interrupted (SIGINT).");
    expect(stdout).not.toMatch(/UNEXPECTED|ExitPrompt|\n\s+at /);
  },
);
