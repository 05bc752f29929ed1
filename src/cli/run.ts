/** One run of the command line, from its words to an exit code. */
import { describeFailure, ExitCode, reportFailure } from "./failure/failure.js";
import type { Io } from "./io.js";
import { createProgram } from "./program.js";

/**
 * Runs the command line `argv` (without node and the script) and gives the exit code. It never rejects: a failure is
 * one sentence on `io.stderr`.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const program = await createProgram(argv, io);
    await program.parseAsync(argv, { from: "user" });
    return ExitCode.ok;
  } catch (error) {
    const failure = describeFailure(error);
    if (failure === undefined) return ExitCode.ok;
    reportFailure(failure, io);
    if (argv.includes("--verbose") && failure.code === "UNEXPECTED" && error instanceof Error) {
      io.stderr.write(`${error.stack}\n`);
    }
    return failure.exitCode;
  }
}
