/** Runs the command line inside the test's process, with its own streams and environment. */
import type { Io } from "../../src/cli/io.js";
import { run } from "../../src/cli/run.js";
import { marksIn } from "../secrets/planted.js";

export interface Result {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Setting {
  readonly env?: Io["env"];
  readonly stdin?: string;
  readonly askSecret?: Io["askSecret"];
  readonly isTTY?: boolean;
  readonly signal?: AbortSignal;
  /** Called with each piece of standard output as it is written. */
  readonly onStdout?: (text: string) => void;
}

export async function commandLine(argv: readonly string[], setting: Setting = {}): Promise<Result> {
  let stdout = "";
  let stderr = "";
  const isTTY = setting.isTTY === true;
  const exitCode = await run(argv, {
    stdin: pieces(setting.stdin ?? ""),
    stdout: {
      isTTY,
      write: (text) => {
        stdout += text;
        setting.onStdout?.(text);
      },
    },
    stderr: {
      isTTY,
      write: (text) => {
        stderr += text;
      },
    },
    env: setting.env ?? {},
    askSecret: setting.askSecret,
    signal: setting.signal ?? new AbortController().signal,
  });
  const marks = marksIn(stderr);
  if (marks.length > 0) throw new Error(`Standard error contains a secret: ${marks.join("; ")}`);
  return { exitCode, stdout, stderr };
}

async function* pieces(text: string): AsyncIterable<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const middle = Math.floor(bytes.length / 2);
  yield bytes.subarray(0, middle);
  yield bytes.subarray(middle);
}

/** Exactly one sentence on standard error, and nothing of how the program is made. */
export const ONE_SENTENCE = /^error: (?!.*\n\s+at )[^\n]+[.?] \[[\w-]+\]\n$/;
