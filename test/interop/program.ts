/** Programs of other stacks: run to their end, or running while they serve. */
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** In milliseconds; after this time a program counts as hanging. */
const LONGEST_RUN = 120_000;
const LONGEST_START = 30_000;

/**
 * Runs a program to its end.
 *
 * @returns what it wrote to standard output
 * @throws Error with its output, if it fails
 */
export async function run(
  [command, ...args]: readonly [command: string, ...args: string[]],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const env = { ...process.env, ...options.env };
  const limits = { timeout: LONGEST_RUN, maxBuffer: 64 * 1024 * 1024 };
  try {
    return (await promisify(execFile)(command, args, { ...options, env, ...limits })).stdout;
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? `${error.stderr}` : "";
    const printed = error instanceof Error && "stdout" in error ? `${error.stdout}` : "";
    throw new Error(`${command} failed: ${said}${printed}`.trim(), { cause: error });
  }
}

/** A program that serves. */
export interface Service {
  /** As the program printed it, with a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a program that prints its URL when it is ready.
 *
 * @throws Error with its output, if it ends before that or takes too long
 */
export async function serve(
  [command, ...args]: readonly [command: string, ...args: string[]],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Service> {
  const env = { ...process.env, ...options.env };
  const program = spawn(command, args, { ...options, env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => program.once("close", resolve));
  async function close() {
    program.kill();
    const timer = setTimeout(() => program.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(timer);
  }
  let output = "";
  let timer: NodeJS.Timeout | undefined;
  const url = new Promise<string>((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`${command} ${reason}: ${output}`));
    timer = setTimeout(() => fail("did not start to serve"), LONGEST_START);
    const read = (chunk: Buffer) => {
      output += chunk;
      const found = /https?:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (found !== undefined) resolve(`${found}/`);
    };
    program.stdout.on("data", read);
    program.stderr.on("data", read);
    program.on("error", (error) => fail(`can't be started (${error.message})`));
    program.on("exit", () => fail("ended"));
  });
  try {
    return { url: await url, close };
  } catch (error) {
    program.kill("SIGKILL");
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** A new temporary folder; the caller removes it. */
export async function scratchFolder(
  name: string,
): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), `rescue-soap-${name}-`));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
