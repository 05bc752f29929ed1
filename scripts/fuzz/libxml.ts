/** Compares results with libxml2: which documents are well-formed. One process of xmllint reads many files. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface JudgedDocument {
  readonly text: string;
  /** Our result: `accepted`, or the code of the error. */
  readonly code: string;
}

export function hasXmllint(): boolean {
  return spawnSync("xmllint", ["--version"]).error === undefined;
}

/** Whether both should have the same result: libxml2 has other limits, and other rules for the documents below. */
export function isComparable({ text, code }: JudgedDocument): boolean {
  if (code === "LIMIT") return false;
  // We reject document types, and versions other than 1.0. The encoding is that of the HTTP response.
  if (
    /<!DOCTYPE|<\?xml[^>]*version\s*=\s*["'](?!1\.0["'])|<\?xml[^>]*encoding/.test(
      withoutUsual(text),
    )
  ) {
    return false;
  }
  // For libxml2 a document ends with a null character. A lone surrogate has no UTF-8, and a byte order mark at the start is not part of the document.
  return !text.includes("\0") && !/[\uD800-\uDFFF]/u.test(text) && !text.startsWith("\ufeff");
}

function withoutUsual(text: string): string {
  return text.replace('<?xml version="1.0" encoding="utf-8"?>', "");
}

/** Errors of libxml2 that are not about well-formedness, with or without namespaces. */
const OTHER = /is not a valid URI|is not absolute|xml:id : attribute value/i;

/** Returns the documents for which libxml2 has another result. */
export function disagreements<Document extends JudgedDocument>(
  documents: readonly Document[],
): Document[] {
  const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
  try {
    const names = documents.map(({ text }, index) => {
      const name = `${index}.xml`;
      writeFileSync(join(folder, name), text);
      return name;
    });
    const { stderr } = spawnSync("xmllint", ["--noout", ...names], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    const rejected = new Set<string>();
    for (const line of stderr.split("\n")) {
      const [, name, problem = ""] = /^(\d+\.xml):\d+: \w+ error : ([^\n]*)/.exec(line) ?? [];
      if (name !== undefined && !OTHER.test(problem)) rejected.add(name);
    }
    return documents.filter(
      ({ code }, index) => (code === "accepted") === rejected.has(`${index}.xml`),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
