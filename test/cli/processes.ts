/** Runs the command line as a separate process. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
/** The command without its arguments. */
export const COMMAND: readonly [string, ...string[]] = [process.execPath, "--import", "tsx", MAIN];

const running = new Set<ChildProcess>();

/** Ends the processes that a test left behind. */
export function endProcesses(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** Starts the command line. */
export function start(argv: readonly string[], env: Record<string, string> = {}) {
  const [program, ...options] = COMMAND;
  return startProgram(program, [...options, ...argv], env);
}

/** Starts any program. The environment has only PATH and `env`. */
export function startProgram(
  program: string,
  argv: readonly string[],
  env: Record<string, string> = {},
) {
  const { PATH = "" } = process.env;
  const child = spawn(program, argv, { env: { PATH, ...env }, stdio: ["pipe", "pipe", "pipe"] });
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

/** Waits until standard output contains a text. */
export async function outputOf(
  { child, texts }: Pick<ReturnType<typeof start>, "child" | "texts">,
  wanted: string,
): Promise<string> {
  while (!texts.stdout.includes(wanted)) {
    if (child.exitCode !== null) throw new Error(`It ended early: ${texts.stdout}${texts.stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return texts.stdout;
}
