/** The begin of an instruction, and the XML declaration (XML 1.0 §2.6, §2.8). */
import { splitName } from "../chars.js";

/** What a text that begins with `<?` is. */
export type InstructionHead =
  /** The name of an instruction has ended: its content begins at `length`. */
  | { readonly kind: "content"; readonly length: number }
  /** An XML declaration, as a whole. */
  | { readonly kind: "declaration"; readonly length: number }
  | { readonly kind: "malformed"; readonly problem: string }
  /** The kind depends on characters that follow. */
  | { readonly kind: "incomplete" };

const TARGET = /^<\?([^ \t\n\r?]*)(?:[ \t\n\r]|\?>|\?[^>])/;
const S = "[ \\t\\n\\r]";
const EQUALS = `${S}*=${S}*`;
const DECLARATION = new RegExp(
  `^<\\?xml${S}+version${EQUALS}(["'])([^"']*)\\1` +
    `(?:${S}+encoding${EQUALS}(["'])[A-Za-z][\\w.-]*\\3)?` +
    `(?:${S}+standalone${EQUALS}(["'])(?:yes|no)\\4)?${S}*\\?>$`,
);
const VERSION = new RegExp(`^<\\?xml${S}+version${EQUALS}["']`);

/** @param isFirst it is at the very start of the document */
export function readInstruction(text: string, isFirst: boolean): InstructionHead {
  const target = TARGET.exec(text)?.[1];
  if (target === undefined) return { kind: "incomplete" };
  const length = "<?".length + target.length;
  if (isFirst && target === "xml") return readDeclaration(text);
  if (/^xml$/i.test(target)) {
    return { kind: "malformed", problem: "an XML declaration must be at the very start" };
  }
  const name = splitName(target);
  // A name with a prefix is not allowed (Namespaces in XML §7).
  if (name === undefined || name.prefix !== "") {
    return { kind: "malformed", problem: "an instruction has no name" };
  }
  const isDelimited = !text.startsWith("?", length) || text.startsWith("?>", length);
  return isDelimited
    ? { kind: "content", length }
    : { kind: "malformed", problem: "an instruction has no white space after its name" };
}

function readDeclaration(text: string): InstructionHead {
  const end = text.indexOf("?>");
  if (end === -1) return { kind: "incomplete" };
  const length = end + "?>".length;
  const declaration = text.slice(0, length);
  const match = DECLARATION.exec(declaration);
  if (match?.[2] === "1.0") return { kind: "declaration", length };
  return { kind: "malformed", problem: declarationProblem(declaration, match?.[2]) };
}

function declarationProblem(declaration: string, version: string | undefined): string {
  if (version !== undefined) return `it declares XML ${version}; only 1.0 is supported`;
  return VERSION.test(declaration)
    ? "its XML declaration is not well-formed"
    : "its XML declaration has no version";
}
