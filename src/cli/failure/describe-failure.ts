/** How a failure is shown and which exit code it gives. */
import { CommanderError } from "commander";
import { failureDetails, isWsdlError, withoutControls } from "./details.js";
import { InterruptedError, RejectedError } from "./errors.js";
import { ExitCode, interruptedExitCode } from "./exit-code.js";
import { usageMessage, withFullStop } from "./usage-message.js";

export interface Failure {
  readonly exitCode: ExitCode;
  /** The stable code of the error. */
  readonly code: string;
  /** One sentence in one line. */
  readonly message: string;
  /** Further lines: the other problems of a WSDL and the imports that led to them, the detail of a SOAP fault. */
  readonly lines?: readonly string[];
  /** What the error has beside its message, for JSON. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The code of a failure that is a bug of this program. */
export const INTERNAL = "UNEXPECTED";

/** Codes of errors which mean that the arguments are wrong. Any layer may throw them. */
const USAGE_CODES: ReadonlySet<string> = new Set([
  "USAGE",
  "INVALID_REQUEST",
  "INVALID_OPTIONS",
  "UNSUPPORTED_PROTOCOL",
  "UNKNOWN_NAME",
]);
const REJECTED_CODES: ReadonlySet<string> = new Set(["SIGN_IN_REFUSED", "SIGN_IN_SUSPENDED"]);

/** The failure for an error; `undefined` for the end of `--help` or `--version`, which commander reports as an error. */
export function describeFailure(error: unknown): Failure | undefined {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return undefined;
    return { exitCode: ExitCode.usage, code: "USAGE", message: usageMessage(error.message) };
  }
  if (!(error instanceof Error)) return internal(String(error));
  const code = "code" in error ? error.code : undefined;
  const message = withFullStop(withCount(firstLine(error.message), error));
  if (typeof code !== "string") return internal(message);
  return { exitCode: exitCodeOf(error, code), code, message, ...failureDetails(error) };
}

function exitCodeOf(error: Error, code: string): ExitCode {
  if (error instanceof InterruptedError) return interruptedExitCode(error);
  if (error instanceof RejectedError || REJECTED_CODES.has(code)) return ExitCode.rejected;
  return USAGE_CODES.has(code) ? ExitCode.usage : ExitCode.failed;
}

function internal(message: string): Failure {
  const text = message.replace(/[.!]?$/, "");
  return {
    exitCode: ExitCode.failed,
    code: INTERNAL,
    message: `${text}; this is a bug in rescue-soap: run the command again with RESCUE_SOAP_DEBUG=1 to see the stack trace, and report it.`,
  };
}

/**
 * A message up to its first line break: ASMX, for example, puts a stack trace into the reason of a fault. The message may
 * quote the service, so control characters are removed, which a terminal would interpret.
 */
function firstLine(message: string): string {
  const [line = ""] = message.trim().split(/[\r\n]/, 1);
  return withoutControls(line.trimEnd());
}

/** The first problem of a WSDL is the message; this adds how many there are. */
function withCount(line: string, error: Error): string {
  if (!isWsdlError(error) || error.diagnostics.length < 2) return line;
  return `${line.replace(/\.$/, "")}; it is the first of ${error.diagnostics.length} problems.`;
}
