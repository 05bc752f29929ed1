/** How a command ends: its exit code, and the sentence that a failure comes with. */
import { CommanderError } from "commander";
import { createColors } from "picocolors";
import { type Io, wantsColor } from "../io.js";

export const ExitCode = {
  ok: 0,
  /** The service said no: an outcome other than OK, a sign-in refused. `generate --check`: the code differs. */
  refused: 1,
  /** The command line or a value on it is wrong; nothing was sent. */
  usage: 2,
  /** The work failed: network, fault, broken answer, a file that can't be read or written. */
  failed: 3,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The command line asks for what can't be. */
export class UsageError extends Error {
  readonly code = "USAGE";
}

/** The service answered, and the answer is no. */
export class RefusedError extends Error {
  constructor(
    message: string,
    /** The outcome's status. */
    readonly code: string,
  ) {
    super(message);
  }
}

export interface Failure {
  readonly exitCode: ExitCode;
  /** One sentence in one line. */
  readonly sentence: string;
  /** The other faults of a WSDL that has several, and the imports that led to them: a line each. */
  readonly more?: readonly string[];
  /** The error's stable code. */
  readonly code: string;
}

/** Codes of errors that say that the arguments are wrong, whoever throws them. */
const USAGE_CODES: ReadonlySet<string> = new Set([
  "USAGE",
  "INVALID_REQUEST",
  "INVALID_OPTIONS",
  "UNSUPPORTED_PROTOCOL",
]);
const REFUSED_CODES: ReadonlySet<string> = new Set(["SIGN_IN_REFUSED"]);

/** What to say of an error, and how to end; `undefined` where it is only the end of `--help` or `--version`. */
export function describeFailure(error: unknown): Failure | undefined {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return undefined;
    return { exitCode: ExitCode.usage, sentence: usageSentence(error.message), code: "USAGE" };
  }
  if (!(error instanceof Error)) return unexpected(String(error));
  const more = otherFaults(error);
  const sentence = withStop(withFaults(firstLine(error.message), error));
  if (error instanceof RefusedError) {
    return { exitCode: ExitCode.refused, sentence, code: error.code };
  }
  const code = "code" in error ? error.code : undefined;
  if (typeof code !== "string") return unexpected(sentence);
  if (USAGE_CODES.has(code)) return { exitCode: ExitCode.usage, sentence, code };
  if (REFUSED_CODES.has(code)) return { exitCode: ExitCode.refused, sentence, code };
  return { exitCode: ExitCode.failed, sentence, ...(more.length > 0 ? { more } : {}), code };
}

/** Writes the failure to standard error: `error: <sentence> [<code>]`, and under it what else there is. */
export function reportFailure({ sentence, more = [], code }: Failure, io: Io): void {
  const colors = createColors(wantsColor(io.stderr, io.env));
  io.stderr.write(`${colors.red("error:")} ${sentence} ${colors.dim(`[${code}]`)}\n`);
  for (const line of more) io.stderr.write(`  ${line}\n`);
}

function unexpected(message: string): Failure {
  return {
    exitCode: ExitCode.failed,
    sentence: `${message.replace(/[.!]?$/, "")}; this is a mistake in rescue-soap, --verbose shows where.`,
    code: "UNEXPECTED",
  };
}

/**
 * A message without what follows its first line: the stack trace in a fault of ASMX, say. It may quote the service, so
 * characters that a terminal would obey are left out.
 */
function firstLine(message: string): string {
  const [line = ""] = message.trim().split(/\s*[\r\n]\s*/, 1);
  return line.replace(/\p{Cc}/gu, "");
}

/** A WSDL may have many faults, of which the first line has the first. */
function withFaults(line: string, error: Error): string {
  if (
    !("diagnostics" in error) ||
    !Array.isArray(error.diagnostics) ||
    error.diagnostics.length < 2
  )
    return line;
  return `${line.replace(/\.$/, "")}; it is the first of ${error.diagnostics.length} problems.`;
}

const MOST_LINES = 100;

/** What the message of a WSDL's error has after its first line. */
function otherFaults(error: Error): readonly string[] {
  if (
    !("diagnostics" in error) ||
    !Array.isArray(error.diagnostics) ||
    error.diagnostics.length === 0
  )
    return [];
  const lines = error.message.trim().split(/\r?\n/).slice(1);
  const shown = lines.slice(0, MOST_LINES).map((line) => line.replace(/\p{Cc}/gu, ""));
  return lines.length > shown.length
    ? [...shown, `and ${lines.length - shown.length} lines more`]
    : shown;
}

function withStop(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

const SECRET_FLAG =
  /^unknown option '--?(?:p|\w*(?:pass|pwd|password|secret|auth-?code|token)\w*)(?:=.*)?'/is;
const SECRET_HINT =
  "A password or an auth code is never taken from a flag, which shows in the process list: set RESCUE_PASSWORD or " +
  "RESCUE_AUTH_CODE, or pipe it in with --password-stdin or --auth-code-stdin.";

/** Commander's message as one sentence, without the value of an unknown flag, which may be a mistyped secret. */
function usageSentence(message: string): string {
  if (message === "(outputHelp)") return "A command is missing; the help above lists them.";
  const plain = message.replace(/^error: /, "").trim();
  if (SECRET_FLAG.test(plain)) return SECRET_HINT;
  const sentence = plain
    .replace(/^(unknown option '[^'=]*)=.*?'/s, "$1'")
    .replace(/\.?\s*\(Did you mean (?:one of )?(.*?)\?\)/s, "; did you mean $1?")
    .replace(/\s*\n\s*/g, " ")
    .replace(/\. ([A-Z])(?=[A-Za-z ])/g, (_, letter: string) => `: ${letter.toLowerCase()}`);
  return withStop(sentence.charAt(0).toUpperCase() + sentence.slice(1));
}
