/**
 * A streaming reader of XML 1.0 with namespaces: it gets text in chunks, and calls a handler for elements and text,
 * without building a tree. It rejects document type declarations, which SOAP does not allow and which attacks use, and
 * thereby all entities except the five that XML predefines (SOAP 1.2 part 1 §5, WS-I BP 1.1 R1008). The result does not
 * depend on the chunks: it is that of the whole text.
 */
import { DecodeError } from "../errors/index.js";
import { isSpaceCode } from "./chars.js";
import { ContentBudget } from "./content-budget.js";
import { literalValue, textEnd, textProblem, textValue } from "./scan/character-data.js";
import type { XmlHandler } from "./scan/handler.js";
import { readInstruction } from "./scan/instructions.js";
import { limitError, MAX_DEPTH, MAX_INSTRUCTION_HEAD, MAX_TAG } from "./scan/limits.js";
import { type KnownTags, type ScannedTag, TagEnd } from "./scan/tag.js";
import { DocumentTags, MAX_CACHED_LENGTH } from "./scan/tag-cache.js";
import { STRICT, type Tolerance, type Tolerate } from "./scan/tolerance.js";
import { NamespaceScope } from "./scope.js";

/** The declaration that nearly every stack writes. */
const USUAL_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';

type Markup = "comment" | "cdata" | "instruction";
const MARKUP_END: Record<Markup, string> = { comment: "-->", cdata: "]]>", instruction: "?>" };

export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #budget: ContentBudget;
  readonly #tolerate: Tolerate;
  readonly #tags = new DocumentTags();
  /** The open elements, the outermost first. */
  readonly #open: ScannedTag[] = [];
  #scope = NamespaceScope.outermost();
  #known: KnownTags = this.#tags.outermost;
  /** The end of the earlier chunks that is not complete. */
  #rest = "";
  /** Finds the end of the start or end tag in `#rest`; `undefined` if it is something else. */
  #tagEnd: TagEnd | undefined;
  /** Characters before `#rest`. */
  #consumed = 0;
  /** The markup that began in an earlier chunk and has not ended. */
  #inside: Markup | undefined;
  #rootSeen = false;

  /** @param tolerance default: only XML 1.0 is accepted */
  constructor(handler: XmlHandler, budget = new ContentBudget(), tolerance?: Tolerance) {
    this.#handler = handler;
    this.#budget = budget;
    const path = () => this.#open.map(({ name }) => name.local);
    this.#tolerate = tolerance === undefined ? STRICT : (kind) => tolerance.tolerates(kind, path());
  }

  /** Reads the next chunk. @throws DecodeError `MALFORMED_XML`, `LIMIT`; and the errors of the handler */
  write(chunk: string): void {
    if (this.#tagEnd?.find(chunk) === -1) {
      // Not yet scanned again: the time would grow with the square of the number of chunks.
      this.#rest += chunk;
      if (this.#rest.length > MAX_TAG + 1) throw tagTooLong();
    } else this.#scan(this.#rest + chunk, false);
  }

  /** Ends the document. @throws DecodeError `MALFORMED_XML` if it is not complete; and the errors of `write` */
  end(): void {
    this.#scan(this.#rest, true);
    const open = this.#open.at(-1);
    if (open !== undefined) this.#fail(0, `it ends inside <${open.qualifiedName}>`);
    if (this.#inside !== undefined) this.#fail(0, "it ends inside markup");
    if (!this.#rootSeen) this.#fail(0, "it has no element");
  }

  #scan(buffer: string, last: boolean): void {
    this.#tagEnd = undefined;
    let position = 0;
    while (position < buffer.length) {
      let next: number | undefined;
      if (this.#inside !== undefined) next = this.#markup(buffer, position, this.#inside, last);
      else {
        const tag = buffer.indexOf("<", position);
        if (tag === -1) {
          this.#trailingText(buffer, position, last);
          return;
        }
        if (tag > position) this.#text(buffer.slice(position, tag), position);
        next = this.#tag(buffer, tag, last);
      }
      if (next === undefined) return;
      position = next;
    }
    this.#keep(buffer, buffer.length);
  }

  /** Keeps the end of a chunk for the next one. */
  #keep(buffer: string, from: number): undefined {
    this.#rest = buffer.slice(from);
    this.#consumed += from;
    return undefined;
  }

  /** Text up to the end of the chunk: the end is kept if it may continue in the next chunk. */
  #trailingText(buffer: string, from: number, last: boolean): void {
    const end = last ? buffer.length : textEnd(buffer, from);
    if (end > from) this.#text(buffer.slice(from, end), from);
    this.#keep(buffer, end);
  }

  /** Reads the markup at `<`; returns the position after it, or `undefined` if it is not complete. */
  #tag(buffer: string, start: number, last: boolean): number | undefined {
    switch (buffer.charCodeAt(start + 1)) {
      case SLASH:
        return this.#endTag(buffer, start, last);
      case BANG:
        return this.#bang(buffer, start, last);
      case QUESTION:
        return this.#instruction(buffer, start, last);
    }
    const tag = this.#readTag(buffer, start);
    if (tag === undefined) return this.#cutTag(buffer, start, last, true);
    this.#startTag(tag, start);
    return start + tag.content.length + 2;
  }

  /** Returns `undefined` if the tag is not complete. */
  #readTag(buffer: string, start: number): ScannedTag | undefined {
    const first = buffer.indexOf(">", start);
    if (first === -1) return undefined;
    if (first - start <= MAX_CACHED_LENGTH) {
      const known = this.#tags.known(buffer.slice(start + 1, first), this.#known);
      if (known !== undefined) return known;
    }
    const end = new TagEnd(true).find(buffer, start, start + MAX_TAG + 2);
    if (end === -1) return undefined;
    const content = buffer.slice(start + 1, end);
    return this.#tags.read(content, {
      scope: this.#scope,
      known: this.#known,
      fail: (problem) => this.#fail(start, problem),
      tolerate: this.#tolerate,
    });
  }

  /** Keeps a start or end tag that is not complete. */
  #cutTag(buffer: string, start: number, last: boolean, hasQuotes: boolean): undefined {
    if (buffer.length - start > MAX_TAG + 1) throw tagTooLong();
    this.#cut(buffer, start, last);
    // After `<` alone it may be another kind of markup.
    if (this.#rest.length === 1) return;
    this.#tagEnd = new TagEnd(hasQuotes);
    this.#tagEnd.find(this.#rest);
  }

  /** Keeps markup that is not complete for the next chunk. */
  #cut(buffer: string, start: number, last: boolean): undefined {
    if (last) this.#fail(start, "it ends inside a tag");
    this.#keep(buffer, start);
  }

  #startTag(tag: ScannedTag, at: number): void {
    if (this.#open.length === 0) {
      if (this.#rootSeen) this.#fail(at, "it has content after its root element");
      this.#rootSeen = true;
    }
    if (this.#open.length >= MAX_DEPTH) {
      throw limitError(`nests elements deeper than ${MAX_DEPTH} levels`);
    }
    this.#budget.add(1 + tag.attributes.length + tag.scope.size - this.#scope.size);
    this.#handler.startElement(tag);
    if (tag.empty) this.#handler.endElement();
    else {
      this.#open.push(tag);
      this.#scope = tag.scope;
      this.#known = tag.within;
    }
  }

  #endTag(buffer: string, start: number, last: boolean): number | undefined {
    const open = this.#open.at(-1)?.qualifiedName;
    let end = open === undefined ? -1 : start + 2 + open.length;
    // The usual case needs no copy of the name.
    if (
      open === undefined ||
      buffer.charCodeAt(end) !== GREATER ||
      !buffer.startsWith(open, start + 2)
    ) {
      end = buffer.indexOf(">", start);
      if (end === -1 || end > start + MAX_TAG + 1) return this.#cutTag(buffer, start, last, false);
      let nameEnd = end;
      while (isSpaceCode(buffer.charCodeAt(nameEnd - 1))) nameEnd -= 1;
      const name = buffer.slice(start + 2, nameEnd);
      if (open === undefined) this.#fail(start, `</${name.slice(0, SHOWN)}> has no start tag`);
      if (name !== open) {
        this.#fail(start, `</${name.slice(0, SHOWN)}> ends <${open.slice(0, SHOWN)}>`);
      }
    }
    this.#open.pop();
    const around = this.#open.at(-1);
    this.#scope = around?.scope ?? NamespaceScope.outermost();
    this.#known = around?.within ?? this.#tags.outermost;
    this.#handler.endElement();
    return end + 1;
  }

  #bang(buffer: string, start: number, last: boolean): number | undefined {
    if (buffer.startsWith("<!--", start)) return this.#enter("comment", start + 4);
    if (buffer.startsWith("<![CDATA[", start)) {
      if (this.#open.length === 0) this.#fail(start, "it has text outside its root element");
      return this.#enter("cdata", start + 9);
    }
    if (buffer.startsWith("<!DOCTYPE", start)) {
      const message = "The message has a document type declaration, which SOAP does not allow.";
      throw new DecodeError("LIMIT", message, "");
    }
    if (buffer.length - start >= "<!DOCTYPE".length) this.#fail(start, "it has a declaration");
    return this.#cut(buffer, start, last);
  }

  #instruction(buffer: string, start: number, last: boolean): number | undefined {
    const isFirst = this.#consumed + start === 0;
    if (isFirst && buffer.startsWith(USUAL_DECLARATION)) return USUAL_DECLARATION.length;
    const head = readInstruction(buffer.slice(start, start + MAX_INSTRUCTION_HEAD), isFirst);
    if (head.kind === "content") return this.#enter("instruction", start + head.length);
    if (head.kind === "declaration") return start + head.length;
    if (head.kind === "malformed") this.#fail(start, head.problem);
    if (buffer.length - start >= MAX_INSTRUCTION_HEAD) {
      throw limitError(
        `has an XML declaration or a name of an instruction that is longer than ${MAX_INSTRUCTION_HEAD} characters`,
      );
    }
    return this.#cut(buffer, start, last);
  }

  #enter(markup: Markup, position: number): number {
    this.#inside = markup;
    return position;
  }

  /** Reads markup that may span chunks; returns the position after it, or `undefined` if it continues. */
  #markup(buffer: string, from: number, markup: Markup, last: boolean): number | undefined {
    const mark = MARKUP_END[markup];
    const end = buffer.indexOf(markup === "comment" ? "--" : mark, from);
    // The end of the chunk may be the begin of the mark, or a line end may continue.
    const isCut = end === -1 || end + mark.length > buffer.length;
    let known = last ? buffer.length : Math.max(from, buffer.length - mark.length);
    if (known > from && !last && buffer[known - 1] === "\r") known -= 1;
    const { text, problem } = literalValue(buffer.slice(from, isCut ? known : end), this.#tolerate);
    if (markup === "cdata") this.#give(text);
    if (problem !== undefined) this.#fail(from + problem.at, problem.problem);
    if (isCut) return this.#keep(buffer, known);
    if (!buffer.startsWith(mark, end)) this.#fail(end, 'a comment contains "--"');
    this.#inside = undefined;
    return end + mark.length;
  }

  #text(raw: string, at: number): void {
    if (this.#open.length === 0) {
      const outside = raw.search(/[^ \t\n\r]/);
      if (outside !== -1) this.#fail(at + outside, "it has text outside its root element");
      return;
    }
    const text = textValue(raw, this.#tolerate);
    if (text === undefined) this.#malformedText(raw, at);
    this.#handler.text(text);
  }

  /** The handler gets the text before the problem, as if that came in an earlier chunk. */
  #malformedText(raw: string, from: number): never {
    const { at, problem } = textProblem(raw, this.#tolerate) ?? { at: 0, problem: "" };
    this.#give(textValue(raw.slice(0, at), this.#tolerate) ?? "");
    this.#fail(from + at, problem);
  }

  #give(text: string): void {
    if (text !== "") this.#handler.text(text);
  }

  #fail(position: number, problem: string): never {
    const at = this.#consumed + position;
    throw new DecodeError(
      "MALFORMED_XML",
      `The message is not well-formed XML: ${problem} (at character ${at}).`,
      "",
    );
  }
}

/** The characters of a name in an error. */
const SHOWN = 100;
const SLASH = 0x2f;
const GREATER = 0x3e;
const BANG = 0x21;
const QUESTION = 0x3f;

function tagTooLong(): DecodeError {
  return limitError(`has a tag that is longer than ${MAX_TAG} characters`);
}
