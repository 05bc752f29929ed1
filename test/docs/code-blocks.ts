/** The code blocks of Markdown documents. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../package/installed-package.js";

export interface CodeBlock {
  /** The document and the block's number in it: `docs/runtime.md 2`. */
  readonly name: string;
  readonly language: string;
  /** The words behind the language: `compile-only`. */
  readonly attributes: readonly string[];
  readonly code: string;
}

const FENCE = /^```(\w+)([^\n]*)\n(.*?)^```$/gms;

/** The blocks of the README and of all guides in `docs`. */
export function codeBlocks(): readonly CodeBlock[] {
  const guides = readdirSync(join(PROJECT, "docs")).filter((name) => name.endsWith(".md"));
  return ["README.md", ...guides.sort().map((name) => `docs/${name}`)].flatMap((document) =>
    blocksOf(document, readFileSync(join(PROJECT, document), "utf8")),
  );
}

/** The blocks of one document. */
export function blocksOf(document: string, text: string): readonly CodeBlock[] {
  return [...text.matchAll(FENCE)].map(([, language = "", words = "", code = ""], index) => ({
    name: `${document} ${index + 1}`,
    language,
    attributes: words.trim().split(/\s+/).filter(Boolean),
    code,
  }));
}
