/** Why code was not generated. */
export type GenerateErrorCode =
  /** The contract has what generated code can't express yet. */
  | "UNSUPPORTED"
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
