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

/** The failure with its texts changed by `remove`. */
export function withoutSecrets(failure: Failure, remove: (text: string) => string): Failure {
  const { message, lines, details } = failure;
  return {
    ...failure,
    message: remove(message),
    ...(lines !== undefined && { lines: lines.map(remove) }),
    ...(details !== undefined && { details: Object.fromEntries(entriesOf(details, remove)) }),
  };
}

function entriesOf(
  value: object,
  remove: (text: string) => string,
): (readonly [string, unknown])[] {
  return Object.entries(value).map(
    ([name, member]) => [name, shownMember(member, remove)] as const,
  );
}

function shownMember(value: unknown, remove: (text: string) => string): unknown {
  if (typeof value === "string") return remove(value);
  if (Array.isArray(value)) return value.map((item) => shownMember(item, remove));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(entriesOf(value, remove));
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
