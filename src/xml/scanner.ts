/**
 * A streaming reader of XML 1.0 with namespaces: it gets text in chunks, and calls a handler for elements and text,
 * without building a tree. It rejects document type declarations, which SOAP does not allow and which attacks use, and
 * thereby all entities except the five that XML predefines (SOAP 1.2 part 1 §5, WS-I BP 1.1 R1008).
 */
import { DecodeError } from "../errors/index.js";
import { hasControl, isSpace } from "./chars.js";
import { NamespaceScope, type ScannedTag, type StartTag } from "./scope.js";
import { readTag, resolveReferences, tagEnd } from "./tag.js";

/** Gets the content of a document. */
export interface XmlHandler {
  startElement(tag: StartTag): void;
  /** Character data with references replaced; one text may come in several calls. */
  text(text: string): void;
  endElement(): void;
}

/** The deepest nesting of elements. */
const MAX_DEPTH = 200;
/** The longest tag or declaration, and the longest reference, in characters: no more is buffered. */
const MAX_TAG = 65_536;
const MAX_REFERENCE = 32;

/** The declaration that nearly every stack writes. */
const USUAL_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';
const DECLARATION = /^<\?xml[ \t\n\r]+version[ \t\n\r]*=[ \t\n\r]*(["'])(.*?)\1/;

/** Characters for which text needs a check or a change: CR, the end of a CDATA section, characters that XML does not allow. */
const SPECIAL = /[\0-\x08\x0B-\x1F\]\uFFFE\uFFFF]/;

type Markup = "comment" | "cdata" | "instruction";
const MARKUP_END: Record<Markup, string> = { comment: "-->", cdata: "]]>", instruction: "?>" };

export class XmlScanner {
  readonly #handler: XmlHandler;
  /** The open elements, the outermost first. */
  readonly #open: ScannedTag[] = [];
  #scope = NamespaceScope.outermost();
  readonly #outermost = this.#scope;
  #rest = "";
  /** Characters before `#rest`. */
  #consumed = 0;
  /** The markup that began in an earlier chunk and has not ended. */
  #inside: Markup | undefined;
  #rootSeen = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** Reads the next chunk. @throws DecodeError `MALFORMED_XML`, `LIMIT`; and the errors of the handler */
  write(chunk: string): void {
    this.#scan(this.#rest === "" ? chunk : this.#rest + chunk, false);
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
    let position = 0;
    while (position < buffer.length) {
      if (this.#inside !== undefined) {
        const next = this.#markup(buffer, position, this.#inside, last);
        if (next === undefined) return;
        position = next;
        continue;
      }
      const tag = buffer.indexOf("<", position);
      if (tag === -1) {
        this.#trailingText(buffer, position, last);
        return;
      }
      if (tag > position) this.#text(buffer.slice(position, tag), position);
      const next = this.#tag(buffer, tag, last);
      if (next === undefined) {
        this.#buffer(buffer, tag, MAX_TAG);
        return;
      }
      position = next;
    }
    this.#buffer(buffer, buffer.length, 0);
  }

  #buffer(buffer: string, from: number, limit: number): void {
    if (buffer.length - from > limit) {
      throw new DecodeError(
        "LIMIT",
        `The message has a tag that is longer than ${limit} characters, which is the limit.`,
        "",
      );
    }
    this.#rest = buffer.slice(from);
    this.#consumed += from;
  }

  /** Text up to the end of the chunk: the end is buffered if it may continue in the next chunk. */
  #trailingText(buffer: string, from: number, last: boolean): void {
    let end = buffer.length;
    if (!last) {
      const reference = buffer.lastIndexOf("&");
      if (reference >= from && buffer.indexOf(";", reference) === -1) end = reference;
      else if (buffer.endsWith("\r")) end -= 1;
      else while (end > from && end > buffer.length - 2 && buffer[end - 1] === "]") end -= 1;
    }
    if (end > from) this.#text(buffer.slice(from, end), from);
    this.#buffer(buffer, end, MAX_REFERENCE);
  }

  /** Reads the markup at `<`; returns the position after it, or `undefined` if it is not complete. */
  #tag(buffer: string, start: number, last: boolean): number | undefined {
    const kind = buffer.charCodeAt(start + 1);
    if (kind === SLASH) return this.#endTag(buffer, start, last);
    if (kind === BANG) return this.#bang(buffer, start, last);
    if (kind === QUESTION) return this.#instruction(buffer, start, last);
    const tag = this.#readTag(buffer, start);
    if (tag === undefined) return this.#incomplete(start, last);
    this.#startTag(tag, start);
    return start + tag.content.length + 2;
  }

  /** Returns `undefined` if the tag is not complete. */
  #readTag(buffer: string, start: number): ScannedTag | undefined {
    const end = buffer.indexOf(">", start);
    if (end === -1) return undefined;
    const known = this.#scope.cachedTag(buffer.slice(start + 1, end));
    if (known !== undefined) return known;
    const trueEnd = tagEnd(buffer, start);
    if (trueEnd === -1) return undefined;
    const content = buffer.slice(start + 1, trueEnd);
    const tag = readTag(content, this.#scope, (problem) => this.#fail(start, problem));
    this.#scope.cache(tag);
    return tag;
  }

  #incomplete(start: number, last: boolean): undefined {
    if (last) this.#fail(start, "it ends inside a tag");
    return undefined;
  }

  #startTag(tag: ScannedTag, at: number): void {
    if (this.#open.length === 0) {
      if (this.#rootSeen) this.#fail(at, "it has content after its root element");
      this.#rootSeen = true;
    }
    if (this.#open.length >= MAX_DEPTH) {
      throw new DecodeError(
        "LIMIT",
        `The message nests elements deeper than ${MAX_DEPTH} levels, which is the limit.`,
        "",
      );
    }
    this.#handler.startElement(tag);
    if (tag.empty) this.#handler.endElement();
    else {
      this.#open.push(tag);
      this.#scope = tag.scope;
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
      if (end === -1) return this.#incomplete(start, last);
      const name = buffer.slice(start + 2, end).trimEnd();
      if (open === undefined) this.#fail(start, `</${name}> has no start tag`);
      if (name !== open) this.#fail(start, `</${name}> ends <${open}>`);
    }
    this.#open.pop();
    this.#scope = this.#open.at(-1)?.scope ?? this.#outermost;
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
      throw new DecodeError(
        "LIMIT",
        "The message has a document type declaration, which SOAP does not allow.",
        "",
      );
    }
    if (buffer.length - start >= "<!DOCTYPE".length) this.#fail(start, "it has a declaration");
    return this.#incomplete(start, last);
  }

  #instruction(buffer: string, start: number, last: boolean): number | undefined {
    if (this.#consumed + start === 0 && buffer.startsWith(USUAL_DECLARATION)) {
      return USUAL_DECLARATION.length;
    }
    const end = buffer.indexOf("?>", start);
    if (this.#consumed + start === 0 && /^<\?xml[ \t\n\r]/.test(buffer)) {
      if (end === -1) return this.#incomplete(start, last);
      const version = DECLARATION.exec(buffer)?.[2];
      if (version !== "1.0")
        this.#fail(
          start,
          version === undefined
            ? "its XML declaration has no version"
            : `it declares XML ${version}; only 1.0 is supported`,
        );
      return end + 2;
    }
    if (buffer.length < start + 6 && end === -1) return this.#incomplete(start, last);
    if (/^<\?xml[ \t\n\r?]/i.test(buffer.slice(start, start + 6))) {
      this.#fail(start, "an XML declaration must be at the very start");
    }
    return this.#enter("instruction", start + 2);
  }

  #enter(markup: Markup, position: number): number {
    this.#inside = markup;
    return position;
  }

  /** Skips markup that may span chunks; returns the position after it, or `undefined` if it continues. */
  #markup(buffer: string, from: number, markup: Markup, last: boolean): number | undefined {
    const mark = MARKUP_END[markup];
    let end = buffer.indexOf(markup === "comment" ? "--" : mark, from);
    if (markup === "comment" && end !== -1 && buffer[end + 2] !== ">") {
      if (buffer.length > end + 2) this.#fail(end, 'a comment contains "--"');
      end = -1;
    }
    const known = end === -1 ? Math.max(from, buffer.length - (last ? 0 : mark.length)) : end;
    const content = buffer.slice(from, known);
    if (markup === "cdata" && content !== "") {
      this.#checkCharacters(content, from);
      this.#handler.text(content.includes("\r") ? content.replace(/\r\n?/g, "\n") : content);
    }
    if (end === -1) {
      this.#buffer(buffer, known, mark.length);
      return undefined;
    }
    this.#inside = undefined;
    return end + mark.length;
  }

  #text(raw: string, at: number): void {
    if (this.#open.length === 0) {
      if (!isSpace(raw)) this.#fail(at, "it has text outside its root element");
      return;
    }
    const text = SPECIAL.test(raw) ? this.#normalized(raw, at) : raw;
    this.#handler.text(
      text.includes("&") ? resolveReferences(text, (problem) => this.#fail(at, problem)) : text,
    );
  }

  /** Line ends are LF (XML 1.0 §2.11). */
  #normalized(raw: string, at: number): string {
    if (raw.includes("]]>")) this.#fail(at, 'text contains "]]>"');
    this.#checkCharacters(raw, at);
    return raw.replace(/\r\n?/g, "\n");
  }

  #checkCharacters(text: string, at: number): void {
    if (hasControl(text)) this.#fail(at, "it has a character that XML does not allow");
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

const SLASH = 0x2f;
const GREATER = 0x3e;
const BANG = 0x21;
const QUESTION = 0x3f;
