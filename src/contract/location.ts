/** Positions in WSDL and schema documents. */

/** A position in a document; line and column count from 1. */
export interface Location {
  /** The file or URL of the document. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The reference that imports or includes the document; `undefined` in the document that was read first. */
  readonly importedAt: Location | undefined;
}

/** `file:line:column`. */
export function locationText({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}
