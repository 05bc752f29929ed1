/** One entry of the list of supported constructs. */
export interface Capability {
  readonly id: string;
  /** The standard that defines the construct. */
  readonly area: "wsdl" | "xsd" | "soap";
  /** The construct in words, with the section of the standard. */
  readonly construct: string;
  /** `partial`: it is read, but not everything in it has an effect. `unsupported`: it is an error. */
  readonly status: "supported" | "partial" | "unsupported";
  /** The result in words, without a capital letter at the beginning and a full stop at the end. */
  readonly note: string;
  /** The test that proves it. */
  readonly test: { readonly file: string; readonly name: string };
}
