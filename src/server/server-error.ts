/** A simulator or service can't be started as it should. */
export class SimulatorError extends Error {
  override readonly name = "SimulatorError";

  constructor(
    /** The host is no loopback address; there is a handler for no operation. */
    readonly code: "NOT_LOOPBACK" | "UNKNOWN_OPERATION",
    message: string,
  ) {
    super(message);
  }
}
