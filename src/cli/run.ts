/** One run of the command line: from the arguments to the exit code. */
import { publicUrls } from "../errors/index.js";
import { CommandSecrets } from "./failure/command-secrets.js";
import { describeFailure, INTERNAL } from "./failure/describe-failure.js";
import { ExitCode, interruptedExitCode } from "./failure/exit-code.js";
import { reportAsJson, reportAsText, stackTrace, withoutSecrets } from "./failure/report.js";
import { interruption, untilInterrupted } from "./interruption.js";
import type { Io } from "./io.js";
import { withSafeOutput } from "./output/safe-output.js";
import { createProgram } from "./program.js";

/** How long an interrupted command may clean up, in ms. */
const CLEAN_UP = 1_000;

/**
 * Runs the command line `argv` (without node and the script) and returns the exit code. It never rejects: a failure is
 * one sentence on standard error, and with `--json` one line of JSON.
 */
export async function run(argv: readonly string[], environment: Io): Promise<ExitCode> {
  const io = withSafeOutput(environment);
  const secrets = new CommandSecrets();
  try {
    await untilInterrupted(execute(argv, { ...io, secrets }), io.signal, CLEAN_UP);
    return io.signal.aborted ? endedExitCode(io.signal) : ExitCode.ok;
  } catch (error) {
    const failure = describeFailure(error);
    if (failure === undefined) return ExitCode.ok;
    const { remove } = await secrets.remover();
    const shown = withoutSecrets(failure, (text) => remove(publicUrls(text)));
    (wantsJson(argv) ? reportAsJson : reportAsText)(shown, io);
    if (wantsTrace(argv, failure.code, io)) {
      io.stderr.write(remove(publicUrls(stackTrace(error))));
    }
    return failure.exitCode;
  }
}

async function execute(argv: readonly string[], io: Io): Promise<void> {
  const program = await createProgram(argv, io);
  await program.parseAsync(argv, { from: "user" });
}

/** SIGTERM is the regular end of a command that serves, so that it ended as asked; Ctrl-C is always an interruption. */
function endedExitCode(signal: AbortSignal): ExitCode {
  const reason = interruption(signal);
  return reason.signalName === "SIGTERM" ? ExitCode.ok : interruptedExitCode(reason);
}

function wantsJson(argv: readonly string[]): boolean {
  return argv.includes("--json");
}

function wantsTrace(argv: readonly string[], code: string, { env }: Io): boolean {
  return Boolean(env.RESCUE_SOAP_DEBUG) || (code === INTERNAL && argv.includes("--verbose"));
}
