/** What can be wrong with a WSDL, or with getting at it. */
import { type Location, locationText } from "../contract/index.js";

export type WsdlErrorCode =
  /** It could not be read or fetched. */
  | "UNREADABLE"
  /** What came is no WSDL: a sign-in page, say. */
  | "NOT_WSDL"
  /** Not well-formed XML. */
  | "MALFORMED_XML"
  /** References that lead nowhere, parts that contradict each other. */
  | "INVALID"
  /** It uses what this generator does not support. */
  | "UNSUPPORTED";

export interface Fault {
  readonly message: string;
  readonly location: Location;
}

/** One or more faults of a WSDL; the message has each with its place. */
export class WsdlError extends Error {
  override readonly name = "WsdlError";

  constructor(
    readonly code: WsdlErrorCode,
    message: string,
    readonly faults: readonly Fault[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  static of(code: WsdlErrorCode, faults: readonly Fault[]): WsdlError {
    const lines = faults.map(
      ({ message, location }) => `${locationText(location)}: ${message}${importChain(location)}`,
    );
    return new WsdlError(code, lines.join("\n"), faults);
  }
}

/** The imports that led to a document, the nearest first; empty in the one that was asked for. */
function importChain({ importedAt }: Location): string {
  return importedAt === undefined
    ? ""
    : `\n  imported at ${locationText(importedAt)}${importChain(importedAt)}`;
}
