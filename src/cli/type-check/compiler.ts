/** A compiler that type-checks generated code. */

export interface TypeCheck {
  /** How many files were checked. */
  readonly files: number;
  /** The errors in them, one line each. */
  readonly problems: readonly string[];
}

export interface Compiler {
  /** Name and version. */
  readonly name: string;
  /** Checks all TypeScript files in `folder` and below it, with strict options. `signal` ends the compiler. */
  check(folder: string, signal?: AbortSignal): Promise<TypeCheck>;
}
