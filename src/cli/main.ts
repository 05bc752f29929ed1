#!/usr/bin/env node
/** The process around the command line: `rescue-soap`. */
import { InterruptedError } from "./failure/errors.js";
import { run } from "./run.js";

const interruption = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  // A second signal has its default action: it ends the process immediately.
  process.once(name, () => interruption.abort(new InterruptedError(name)));
}
// A reader such as `head` may close the pipe early.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  askSecret: process.stdin.isTTY ? askSecret : undefined,
  signal: interruption.signal,
});
// A download, a call or a read from the terminal that was interrupted may keep the process alive.
if (interruption.signal.aborted) process.exit();

/** In the raw mode of the prompt Ctrl-C is a character, not a signal. */
async function askSecret(question: string): Promise<string> {
  const { default: password } = await import("@inquirer/password");
  try {
    return await password(
      { message: question },
      { output: process.stderr, signal: interruption.signal },
    );
  } catch (error) {
    const isPromptClosed = error instanceof Error && error.name === "ExitPromptError";
    throw isPromptClosed ? new InterruptedError("SIGINT") : error;
  }
}
