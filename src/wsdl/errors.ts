/** Errors of reading a WSDL. */
import { type Location, locationText, type WsdlDiagnostic } from "../contract/index.js";

/** Why a WSDL can't be used. */
export type WsdlErrorCode =
  /** The file or URL can't be read. */
  | "UNREADABLE"
  /** The document is not a WSDL, but for example a sign-in page. */
  | "NOT_WSDL"
  /** The document is not well-formed XML. */
  | "MALFORMED_XML"
  /** The WSDL contradicts itself or refers to something that does not exist. */
  | "INVALID"
  /** The WSDL uses a construct that is not supported; see `docs/support.md`. */
  | "UNSUPPORTED";

/** A WSDL can't be used. The message contains every diagnostic with its location, one per line. */
export class WsdlError extends Error {
  /** The name of the class. */
  override readonly name = "WsdlError";
  /** Why the WSDL can't be used. */
  readonly code: WsdlErrorCode;
  /** The single problems; empty if the document could not be read at all. */
  readonly diagnostics: readonly WsdlDiagnostic[];

  /**
   * Creates an error with a message.
   *
   * @param code why the WSDL can't be used
   * @param message what is wrong and what to do
   * @param diagnostics the single problems, if they have locations
   */
  constructor(
    code: WsdlErrorCode,
    message: string,
    diagnostics: readonly WsdlDiagnostic[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.diagnostics = diagnostics;
  }

  /** An error whose message consists of the diagnostics. */
  static of(code: WsdlErrorCode, diagnostics: readonly WsdlDiagnostic[]): WsdlError {
    const lines = diagnostics.map(
      ({ message, location }) => `${locationText(location)}: ${message}${importChain(location)}`,
    );
    return new WsdlError(code, lines.join("\n"), diagnostics);
  }
}

/** The imports that led to a document, the nearest first; empty for the document that was read first. */
function importChain({ importedAt }: Location): string {
  return importedAt === undefined
    ? ""
    : `\n  imported at ${locationText(importedAt)}${importChain(importedAt)}`;
}
