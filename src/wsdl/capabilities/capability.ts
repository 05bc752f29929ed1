/** What an entry of the registry of capabilities says. */

export interface Capability {
  readonly id: string;
  /** Which standard it is of. */
  readonly area: "wsdl" | "xsd" | "soap";
  /** As a person calls it, with the section of the standard. */
  readonly construct: string;
  /** `partial`: it is read, but not all that it says has an effect. `refused`: a WSDL or message that has it is an error. */
  readonly status: "supported" | "partial" | "refused";
  /** What becomes of it, beginning with a small letter and without a full stop at its end. */
  readonly note: string;
  /** The test that shows it. */
  readonly test: { readonly file: string; readonly name: string };
}
