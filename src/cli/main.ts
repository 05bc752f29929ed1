#!/usr/bin/env node
/** The process around the command line: `rescue-soap`. */
import { run } from "./run.js";

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  // A second signal ends the process at once, as it would without this.
  process.once(name, () => stop.abort(new Error(`The process was asked to end (${name}).`)));
}
// A reader such as `head` may have seen enough.
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
  signal: stop.signal,
});

async function askSecret(question: string): Promise<string> {
  const { default: password } = await import("@inquirer/password");
  return password({ message: question }, { output: process.stderr });
}
