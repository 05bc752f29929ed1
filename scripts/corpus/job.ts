/** What a judging process is told. */
export interface Job {
  /** The WSDL's entry document. */
  readonly file: string;
  /** An empty folder for what is generated. */
  readonly folder: string;
  /** The declarations of the runtime that generated code imports. */
  readonly runtimeTypes: string;
  /** How many values of each message make the round trip. */
  readonly runs: number;
}

/** What generated code imports the runtime as. */
export const RUNTIME = "rescue-soap/soap";
