/** Why code could not be generated. */
export type GenerateErrorCode =
  /** The contract does not have a selected operation or port. */
  | "UNKNOWN_NAME"
  /** The contract has no operation, or none of the selected ports has one. */
  | "NOTHING"
  /** The output folder can't be written, or contains files that were not generated. */
  | "OUTPUT"
  /** The files of the runtime are not built: only in a clone, before `npm run build`. */
  | "NO_RUNTIME";

/** Code could not be generated. The output folder is unchanged. */
export class GenerateError extends Error {
  /** `GenerateError`, for logs. */
  override readonly name = "GenerateError";

  constructor(
    /** Identifies the cause; stable across versions. */
    readonly code: GenerateErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
