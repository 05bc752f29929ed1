/** The exit codes of the command line. */
export const ExitCode = {
  ok: 0,
  /** The service rejected the call: an outcome other than OK, or a failed sign-in. `generate --check`: the code differs. */
  rejected: 1,
  /** The command line or a value on it is wrong; nothing was sent. */
  usage: 2,
  /** The work failed: network, SOAP fault, invalid response, a file that can't be read or written. */
  failed: 3,
  /** Ctrl-C: 128 and the number of SIGINT. */
  interrupted: 130,
  /** 128 and the number of SIGTERM. */
  terminated: 143,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The exit code of a command that a signal ended. */
export function interruptedExitCode({ signalName }: { readonly signalName: string }): ExitCode {
  return signalName === "SIGTERM" ? ExitCode.terminated : ExitCode.interrupted;
}
