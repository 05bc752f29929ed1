/** The command line as a process: what only a process has, its exit code, signals and start-up. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { ONE_SENTENCE } from "./command-line.js";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
});

function start(argv: readonly string[], env: Record<string, string> = {}) {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...argv], {
    env: { PATH, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  const texts = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    texts.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    texts.stderr += text;
  });
  const ended = once(child, "close").then(([exitCode, signal]) => ({ exitCode, signal, ...texts }));
  return { child, texts, ended };
}

async function firstLine(texts: { stdout: string }, child: ChildProcess): Promise<string> {
  while (!texts.stdout.includes("\n")) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return texts.stdout.slice(0, texts.stdout.indexOf("\n"));
}

it("a wrong command line ends with 2", async () => {
  const result = await start(["email", "--pin", "12"]).ended;
  expect(result).toMatchObject({ exitCode: 2, stdout: "" });
  expect(result.stderr).toMatch(ONE_SENTENCE);
});

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 0],
] as const)(
  "the simulator listens, serves the other commands, and ends cleanly on %s",
  async (signal, exitCode) => {
    const simulator = start(["simulator", "--port", "0"]);
    const line = await firstLine(simulator.texts, simulator.child);
    expect(line).toMatch(/^listening http:\/\/[\w.:[\]]+\/API\/API\.asmx$/);

    const email = start(["email", "--pin", "000123", "--format", "json", "--password-stdin"], {
      RESCUE_ENDPOINT: line.slice("listening ".length),
      RESCUE_EMAIL: "tech@example.com",
    });
    email.child.stdin.end("secret\n");
    const result = await email.ended;
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(JSON.parse(result.stdout)).toMatchObject({ status: "OK" });

    simulator.child.kill(signal);
    expect(await simulator.ended).toMatchObject({ exitCode, signal: null, stderr: "" });
  },
);

it("a reader that goes away is no failure", async () => {
  const help = start(["call", "--help"]);
  help.child.stdout.destroy();
  expect(await help.ended).toMatchObject({ exitCode: 0, stderr: "" });
});
