import { publicUrl } from "../errors/index.js";

/** A position in a WSDL or schema document. */
export interface Location {
  /** The file or URL of the document. In the diagnostics of a `WsdlError`, a URL has no credentials. */
  readonly file: string;
  /** The line, from 1. */
  readonly line: number;
  /** The column in UTF-16 code units, from 1. */
  readonly column: number;
  /** The reference that imports or includes the document; `undefined` in the document that was read first. */
  readonly importedAt: Location | undefined;
}

/** `file:line:column`, without credentials of a URL. */
export function locationText({ file, line, column }: Location): string {
  return `${publicUrl(file)}:${line}:${column}`;
}
