/** Errors of reading a WSDL. */
import { type Location, locationText, type WsdlDiagnostic } from "../contract/index.js";
import { publicUrl, publicUrls } from "../errors/index.js";

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
  /** A document imports another from a host or folder that is not allowed. */
  | "NOT_ALLOWED"
  /** A limit of reading is exceeded; see `WsdlLimits`. */
  | "LIMIT"
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
    super(publicUrls(message), options);
    this.code = code;
    this.diagnostics = diagnostics.map(publicDiagnostic);
  }

  /** An error whose message consists of the diagnostics. */
  static of(code: WsdlErrorCode, diagnostics: readonly WsdlDiagnostic[]): WsdlError {
    const lines = diagnostics
      .slice(0, MAX_LINES)
      .map(
        ({ message, location }) => `${locationText(location)}: ${message}${importChain(location)}`,
      );
    const more = diagnostics.length - lines.length;
    if (more > 0) lines.push(`${more} more problems`);
    return new WsdlError(code, lines.join("\n"), diagnostics);
  }
}

/** The largest number of problems in a message; `diagnostics` has all. */
const MAX_LINES = 200;
/** The largest number of imports that are shown for one problem. */
const MAX_IMPORTS = 20;

function publicDiagnostic({ message, location }: WsdlDiagnostic): WsdlDiagnostic {
  return { message: publicUrls(message), location: publicLocation(location) };
}

function publicLocation({ file, line, column, importedAt }: Location): Location {
  const imported = importedAt && publicLocation(importedAt);
  return { file: publicUrl(file), line, column, importedAt: imported };
}

/** The imports that led to a document, the nearest first; empty for the document that was read first. */
function importChain(location: Location): string {
  const lines: string[] = [];
  for (let at = location.importedAt; at !== undefined; at = at.importedAt) {
    if (lines.length === MAX_IMPORTS) return `${lines.join("")}\n  and so on`;
    lines.push(`\n  imported at ${locationText(at)}`);
  }
  return lines.join("");
}
