/** The command line as a process: what only a process has, its exit code, signals and start-up. */
import { afterEach, expect, it } from "vitest";
import { ONE_SENTENCE } from "./command-line.js";
import { endProcesses, outputOf, start } from "./processes.js";

afterEach(endProcesses);

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
    const [line = ""] = (await outputOf(simulator, "\n")).split("\n");
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

it("a reader that closes the stream is not an error", async () => {
  const help = start(["call", "--help"]);
  help.child.stdout.destroy();
  expect(await help.ended).toMatchObject({ exitCode: 0, stderr: "" });
});
