/** Character data between markup (XML 1.0 §2.4): checked, with LF as line ends (§2.11) and references replaced. */
import { controlIn, withLineFeeds, withoutControls } from "../chars.js";
import { MAX_REFERENCE } from "./limits.js";
import { beforeHighSurrogate, resolveReferences, undefinedReference } from "./references.js";
import { STRICT, type Tolerate } from "./tolerance.js";

/** The reason why a text is not well-formed, and its position. */
export interface TextProblem {
  readonly at: number;
  readonly problem: string;
}

/** Characters for which text needs a check or a change: CR, the end of a CDATA section, characters that XML does not allow. */
const SPECIAL = /[\0-\x08\x0B-\x1F\]\uFFFE\uFFFF]/;

/** The value of text between tags; `undefined` if it has a problem. */
export function textValue(raw: string, tolerate = STRICT): string | undefined {
  let text = raw;
  if (SPECIAL.test(raw)) {
    if (raw.includes("]]>")) return undefined;
    if (controlIn(raw) !== -1) {
      if (!tolerate("forbidden-character")) return undefined;
      text = withoutControls(raw);
    }
    text = withLineFeeds(text);
  }
  return text.includes("&") ? resolveReferences(text, tolerate) : text;
}

/** The value of text without references, in a CDATA section or another markup, up to its first problem. */
export function literalValue(
  raw: string,
  tolerate: Tolerate,
): { readonly text: string; readonly problem: TextProblem | undefined } {
  if (controlIn(raw) === -1) return { text: withLineFeeds(raw), problem: undefined };
  const problem = controlProblem(raw, tolerate);
  return { text: withLineFeeds(withoutControls(raw.slice(0, problem?.at))), problem };
}

/** The first problem of text between tags. */
export function textProblem(raw: string, tolerate: Tolerate): TextProblem | undefined {
  const end = raw.indexOf("]]>");
  const problems = [
    controlProblem(raw, tolerate),
    undefinedReference(raw, tolerate),
    end === -1 ? undefined : { at: end, problem: 'text contains "]]>"' },
  ].filter((each) => each !== undefined);
  return problems.sort((one, other) => one.at - other.at)[0];
}

/** The first character that XML does not allow, unless it is tolerated. */
function controlProblem(raw: string, tolerate: Tolerate): TextProblem | undefined {
  const at = controlIn(raw);
  if (at === -1 || tolerate("forbidden-character")) return undefined;
  return { at, problem: "it has a character that XML does not allow" };
}

/**
 * The end of the text that does not depend on the next chunk: a reference, a pair of them, a line end or `]]>` may continue
 * there.
 */
export function textEnd(buffer: string, from: number): number {
  let end = buffer.length;
  const reference = buffer.lastIndexOf("&");
  const isOpen = reference >= from && buffer.indexOf(";", reference) === -1;
  if (isOpen && end - reference < MAX_REFERENCE)
    return beforeHighSurrogate(buffer, from, reference);
  if (buffer.endsWith("\r")) return end - 1;
  while (end > from && end > buffer.length - 2 && buffer[end - 1] === "]") end -= 1;
  return beforeHighSurrogate(buffer, from, end);
}
