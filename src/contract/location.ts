/** A position in a WSDL or schema document. */
export interface Location {
  /** The file or URL of the document. */
  readonly file: string;
  /** The line, from 1. */
  readonly line: number;
  /** The column in UTF-16 code units, from 1. */
  readonly column: number;
  /** The reference that imports or includes the document; `undefined` in the document that was read first. */
  readonly importedAt: Location | undefined;
}

/** `file:line:column`. */
export function locationText({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}
