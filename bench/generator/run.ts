/** One generator on one WSDL, in a separate process. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

export interface Run {
  /** Reading and generating alone, in ms. */
  readonly ms: number;
  /** The whole process, in ms. */
  readonly wall: number;
  /** The largest that the process was, in MB. */
  readonly peakMb: number;
}

const TIME_LIMIT = 120_000;

/** `undefined` if it fails, takes too long, or writes nothing. */
export function run(
  script: string,
  wsdl: string,
  out: string,
  ...rest: string[]
): Promise<Run | undefined> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, ".."), { recursive: true });
  const start = performance.now();
  const child = spawn(process.execPath, [script, wsdl, out, ...rest], { timeout: TIME_LIMIT });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.resume();
  return new Promise((resolve) => {
    child.on("error", () => resolve(undefined));
    child.on("close", (code) => {
      const wall = performance.now() - start;
      const line = output.split("\n").findLast((each) => each.startsWith('{"ms"'));
      if (code !== 0 || line === undefined || !hasFiles(out)) resolve(undefined);
      else resolve({ ...JSON.parse(line), wall });
    });
  });
}

function hasFiles(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0;
}
