/** The environment of a command: streams, variables, a person to ask. Tests replace it. */
import type { CommandSecrets } from "./failure/command-secrets.js";
import { untilInterrupted } from "./interruption.js";

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** The number of characters in a line of the terminal. */
  readonly columns?: number;
}

export interface Io {
  /** Standard input, as bytes. */
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks for a secret without echo; `undefined` if there is no terminal. */
  readonly askSecret: ((question: string) => Promise<string>) | undefined;
  /** Aborts when the process gets SIGINT or SIGTERM; the reason is an `InterruptedError`. */
  readonly signal: AbortSignal;
  /** The secrets that the command received; its messages do not show them. Default: those of the run. */
  readonly secrets?: CommandSecrets;
}

/** Whether `output` gets colors: if it is a terminal and NO_COLOR is not set. FORCE_COLOR gives colors without a terminal. */
export function wantsColor(output: Output, env: Io["env"]): boolean {
  if (env.NO_COLOR) return false;
  return Boolean(env.FORCE_COLOR) || (output.isTTY === true && env.TERM !== "dumb");
}

/**
 * All of standard input, or its start if it is longer than `maxBytes`.
 *
 * @throws InterruptedError
 */
export function readStdinBytes(io: Io, maxBytes = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  return untilInterrupted(collect(io.stdin, maxBytes), io.signal);
}

async function collect(stdin: Io["stdin"], maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
    chunks.push(bytes);
    size += bytes.byteLength;
    if (size > maxBytes) break;
  }
  return Buffer.concat(chunks);
}

/** All of standard input as text in UTF-8. */
export async function readStdin(io: Io): Promise<string> {
  return new TextDecoder().decode(await readStdinBytes(io));
}
