/** The errors that the commands throw. */

/** The command line is wrong. */
export class UsageError extends Error {
  readonly code = "USAGE";
}

/** The service or a check gave a negative result. */
export class RejectedError extends Error {
  constructor(
    message: string,
    /** The status of the outcome, or what the check found. */
    readonly code: string,
  ) {
    super(message);
  }
}

/** The user or the system ended the command. */
export class InterruptedError extends Error {
  readonly code = "ABORTED";

  constructor(readonly signalName: "SIGINT" | "SIGTERM") {
    super(`The command was interrupted (${signalName}).`);
  }
}
