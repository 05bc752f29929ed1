/**
 * The XML conformance suite of the W3C: each document is fed to the scanner, whole and in pieces of 1 to 7 bytes. The
 * results have to be the same, and the scanner has to accept what is well-formed.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MessageText } from "../../src/bytes/index.js";
import { DecodeError } from "../../src/errors/index.js";
import { XmlScanner } from "../../src/xml/index.js";
import { knownFailures } from "./known-failures.js";

/** A document of the suite. */
interface Document {
  readonly id: string;
  /** Below `data`. */
  readonly path: string;
  readonly wellFormed: boolean;
  /** `false`: Namespaces in XML does not allow it, although XML does. */
  readonly namespaces: boolean;
}

const PIECES = [Number.POSITIVE_INFINITY, 1, 2, 3, 4, 5, 6, 7];

/** The events of a document in pieces of `size` bytes, or the code of the error. */
function read(bytes: Uint8Array, size: number): string {
  let events = "";
  const scanner = new XmlScanner({
    startElement({ name, attributes }) {
      events += `<${JSON.stringify([name, attributes])}>`;
    },
    text(text) {
      events += text;
    },
    endElement() {
      events += "</>";
    },
  });
  const text = new MessageText(undefined);
  try {
    for (let at = 0; at < bytes.length; at += size) {
      scanner.write(text.write(bytes.subarray(at, at + size)));
    }
    scanner.write(text.end());
    scanner.end();
    return `accepted: ${events}`;
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return `rejected: ${error.message}`;
  }
}

/** What is wrong with the result of a document; `undefined` if nothing is. */
function problemOf(document: Document, bytes: Uint8Array): string | undefined {
  const [whole = "", ...inPieces] = PIECES.map((size) => read(bytes, size));
  const other = inPieces.findIndex((result) => result !== whole);
  if (other !== -1) return `pieces of ${other + 1} bytes: ${inPieces[other]}, not ${whole}`;
  const isAccepted = whole.startsWith("accepted");
  if (isAccepted === (document.wellFormed && document.namespaces)) return undefined;
  return isAccepted ? "wrongly accepted" : `wrongly ${whole}`;
}

/** @returns the number of documents with an unexpected result */
export function runXmlconf(folder: string, log: (line: string) => void): number {
  const documents: readonly Document[] = JSON.parse(
    readFileSync(join(folder, "index.json"), "utf8"),
  );
  const known = knownFailures("xmlconf");
  let failed = 0;
  let unexpected = 0;
  for (const document of documents) {
    const problem = problemOf(document, readFileSync(join(folder, "data", document.path)));
    if (problem !== undefined) failed += 1;
    const reason = known[document.id];
    if ((problem === undefined) === (reason === undefined)) continue;
    unexpected += 1;
    log(`${document.id} ${document.path}: ${problem ?? `right, but known to fail: ${reason}`}`);
  }
  const right = documents.length - failed;
  log(`${documents.length} documents: ${right} right, ${failed} wrong, ${unexpected} unexpected`);
  return unexpected;
}
