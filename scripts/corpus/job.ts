/** The job of a judging process. */
export interface Job {
  /** The entry document of the WSDL. */
  readonly file: string;
  /** An empty folder for the generated code. */
  readonly folder: string;
  /** The declarations of the runtime that generated code imports. */
  readonly runtimeTypes: string;
  /** The number of values per message for round trips. */
  readonly runs: number;
}

/** The module from which generated code imports the runtime. */
export const RUNTIME = "rescue-soap/soap";
