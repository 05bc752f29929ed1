/** Judges a WSDL in a separate process, which is stopped after a time limit. */
import { fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Entry } from "./entries.js";
import type { Job } from "./job.js";
import { HEAP_LIMIT } from "./limits.js";
import { type Judgement, type Report, UNJUDGED } from "./result.js";

export interface JudgeOptions extends Pick<Job, "runtimeTypes" | "runs" | "corpus"> {
  /** The script of the process. */
  readonly worker: string;
  /** In ms. */
  readonly timeLimit: number;
}

export async function judge(entry: Entry, options: JudgeOptions): Promise<Judgement> {
  const folder = await mkdtemp(join(tmpdir(), "rescue-soap-corpus-"));
  try {
    const { report, failure } = await runWorker({ ...options, file: entry.file, folder }, options);
    const problems = [...(report.problems ?? []), ...(failure === undefined ? [] : [failure])];
    return { ...UNJUDGED, ...report, problems, name: entry.name };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Outcome {
  /** The reports of the process. */
  readonly report: Report;
  /** Why the process did not complete. */
  readonly failure: string | undefined;
}

function runWorker(job: Job, { worker, timeLimit }: JudgeOptions): Promise<Outcome> {
  return new Promise((done) => {
    let report: Report = {};
    let stopped: string | undefined;
    let errors = "";
    // A separate process group, so that the compiler is stopped, too.
    const child = fork(worker, [], {
      detached: true,
      execArgv: [`--max-old-space-size=${HEAP_LIMIT}`],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    const timer = setTimeout(() => {
      stopped = `It was stopped after ${timeLimit / 1_000} s.`;
      stop(child.pid);
    }, timeLimit);
    child.on("message", (message) => {
      if (typeof message === "object") report = { ...report, ...message };
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-4_000);
    });
    child.on("error", (error) => {
      stopped = error.message;
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      const ended = code === 0 ? undefined : `Its process ended with ${signal ?? code}: ${errors}`;
      done({ report, failure: stopped ?? ended });
    });
    child.send(job);
  });
}

function stop(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The process has ended.
  }
}
