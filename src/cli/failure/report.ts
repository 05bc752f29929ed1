/** Writes a failure to standard error. */
import { createColors } from "picocolors";
import { type Io, wantsColor } from "../io.js";
import type { Failure } from "./describe-failure.js";

/** `error: <sentence> [<code>]`, and below it the further lines. */
export function reportAsText({ message, code, lines = [] }: Failure, io: Io): void {
  const colors = createColors(wantsColor(io.stderr, io.env));
  io.stderr.write(`${colors.red("error:")} ${message} ${colors.dim(`[${code}]`)}\n`);
  for (const line of lines) io.stderr.write(`  ${line}\n`);
}

/** One line with an object: `code`, `message`, and `details` if there are any. */
export function reportAsJson({ code, message, details }: Failure, io: Io): void {
  io.stderr.write(`${JSON.stringify({ code, message, details })}\n`);
}

/** The stack traces of an error and its causes. */
export function stackTrace(error: unknown): string {
  const traces: string[] = [];
  for (let each = error; each instanceof Error; each = each.cause) {
    traces.push(each.stack ?? String(each));
    if (traces.length === MOST_CAUSES) break;
  }
  return `${traces.join("\ncaused by: ")}\n`;
}

const MOST_CAUSES = 10;
