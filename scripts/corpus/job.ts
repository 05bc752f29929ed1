/** The job of a judging process. */
export interface Job {
  /** The entry document of the WSDL. */
  readonly file: string;
  /** The folder of all WSDLs, from which they may import. */
  readonly corpus: string;
  /** An empty folder for the generated code. */
  readonly folder: string;
  /** The folder of the runtime's declarations. */
  readonly runtimeTypes: string;
  /** The number of values per message for round trips. */
  readonly runs: number;
}

/** The module from which generated code imports the runtime, and the one from which users do. */
export const RUNTIME = "rescue-soap/codegen/v1";
export const USERS_RUNTIME = "rescue-soap/soap";
