import type { Location } from "./location.js";

/** A problem of a WSDL: an error in `WsdlError.diagnostics`, a warning in `Contract.warnings`. */
export interface WsdlDiagnostic {
  /** What is wrong and what to do, in sentences. */
  readonly message: string;
  /** The position of the element that is wrong. */
  readonly location: Location;
}
