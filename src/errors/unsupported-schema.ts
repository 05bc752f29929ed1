import { CLASS_NAME } from "./class-name.js";
import { SoapError } from "./errors.js";

/** Why the runtime cannot use generated code. */
export type UnsupportedSchemaErrorCode =
  /** The wire schema has a keyword, key or type name that this version of the runtime does not know. */
  | "UNKNOWN_KEYWORD"
  /** The code was generated before wire schemas stated the version that wrote them. */
  | "OUTDATED_CODE";

/** The versions of a wire schema and of the runtime that reads it. */
export interface SchemaVersions {
  /** The keyword, key or type name that is not known; the whole text if its form is not known. */
  readonly keyword?: string | undefined;
  /** The version of rescue-soap that wrote the schema; `undefined` if it is not known. */
  readonly generator?: string | undefined;
  /** The version of rescue-soap that runs. */
  readonly runtime: string;
}

/**
 * Generated code that this version of the runtime cannot use. It is thrown at the first call of an operation, before
 * anything is sent. Generate the code again with the installed version, or install the version that wrote it.
 */
export class UnsupportedSchemaError extends SoapError implements SchemaVersions {
  /** @private */
  static override readonly [CLASS_NAME]: string = "UnsupportedSchemaError";

  /** The unknown keyword, key or type name; `undefined` for code that states no version. */
  readonly keyword: string | undefined;
  /** The version of rescue-soap that wrote the schema; `undefined` if it is not known. */
  readonly generator: string | undefined;
  /** The version of rescue-soap that runs. */
  readonly runtime: string;

  constructor(
    /** The cause. */
    readonly code: UnsupportedSchemaErrorCode,
    message: string,
    { keyword, generator, runtime }: SchemaVersions,
  ) {
    super(message);
    this.keyword = keyword;
    this.generator = generator;
    this.runtime = runtime;
  }
}
