/** Why code was not generated. */
export type GenerateErrorCode =
  /** An operation or a port was asked for that the contract does not have. */
  | "UNKNOWN_NAME"
  /** The contract has no operation, or none is left of those that were asked for. */
  | "NOTHING"
  /** The output folder can't be written, or holds what isn't generated. */
  | "OUTPUT";

export class GenerateError extends Error {
  override readonly name = "GenerateError";

  constructor(
    readonly code: GenerateErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
