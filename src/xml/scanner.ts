/**
 * A streaming XML 1.0 reader with namespaces: text comes in by chunks, elements and text go out as calls, no tree is
 * built. It refuses what SOAP has no use for and attacks are made of: document type declarations, and with them every
 * entity but the five of XML itself (SOAP 1.2 part 1 §5, WS-I BP 1.1 R1008).
 */
import { DecodeError } from "../errors/index.js";
import { hasControl, isSpace } from "./chars.js";
import { NamespaceScope, type ScannedTag, type StartTag } from "./scope.js";
import { readTag, resolveReferences } from "./tag.js";

export interface XmlHandler {
  startElement(tag: StartTag): void;
  /** Character data, references resolved; may come in several pieces. */
  text(text: string): void;
  endElement(): void;
}

/** How deep elements may nest. */
const MAX_DEPTH = 200;
/** How long a tag, a declaration or a reference may be, in characters: more is held back for none. */
const MAX_TAG = 65_536;
const MAX_REFERENCE = 32;

/** The one that nearly every stack writes. */
const USUAL_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';
const DECLARATION = /^<\?xml[ \t\n\r]+version[ \t\n\r]*=[ \t\n\r]*(["'])(.*?)\1/;

/** What text may hold, beside references, that makes it other than it stands: CR, a CDATA end, what XML doesn't allow. */
const UNUSUAL = /[\0-\x08\x0B-\x1F\]\uFFFE\uFFFF]/;

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
  /** The markup that began in an earlier chunk and has not ended yet. */
  #inside: Markup | undefined;
  #rootSeen = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** @throws DecodeError (`MALFORMED_XML`, `LIMIT`), or what the handler throws */
  write(chunk: string): void {
    this.#scan(this.#rest === "" ? chunk : this.#rest + chunk, false);
  }

  /** Says that there is no more. */
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
        this.#hold(buffer, tag, MAX_TAG);
        return;
      }
      position = next;
    }
    this.#hold(buffer, buffer.length, 0);
  }

  #hold(buffer: string, from: number, limit: number): void {
    if (buffer.length - from > limit) {
      throw new DecodeError(
        "LIMIT",
        `A tag of the message is longer than ${limit} characters.`,
        "",
      );
    }
    this.#rest = buffer.slice(from);
    this.#consumed += from;
  }

  /** Text up to the end of what is there: what may go on in the next chunk is held back. */
  #trailingText(buffer: string, from: number, last: boolean): void {
    let end = buffer.length;
    if (!last) {
      const reference = buffer.lastIndexOf("&");
      if (reference >= from && buffer.indexOf(";", reference) === -1) end = reference;
      else if (buffer.endsWith("\r")) end -= 1;
      else while (end > from && end > buffer.length - 2 && buffer[end - 1] === "]") end -= 1;
    }
    if (end > from) this.#text(buffer.slice(from, end), from);
    this.#hold(buffer, end, MAX_REFERENCE);
  }

  /** Reads the markup at `<`; gives the position after it, or `undefined` where it isn't all there yet. */
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

  /** Gives `undefined` where the tag isn't all there yet. */
  #readTag(buffer: string, start: number): ScannedTag | undefined {
    const end = buffer.indexOf(">", start);
    if (end === -1) return undefined;
    const known = this.#scope.recall(buffer.slice(start + 1, end));
    if (known !== undefined) return known;
    const trueEnd = tagEnd(buffer, start);
    if (trueEnd === -1) return undefined;
    const content = buffer.slice(start + 1, trueEnd);
    const tag = readTag(content, this.#scope, (fault) => this.#fail(start, fault));
    this.#scope.keep(tag);
    return tag;
  }

  #incomplete(start: number, last: boolean): undefined {
    if (last) this.#fail(start, "it ends inside a tag");
    return undefined;
  }

  #startTag(tag: ScannedTag, at: number): void {
    if (this.#open.length === 0) {
      if (this.#rootSeen) this.#fail(at, "it goes on after its root element");
      this.#rootSeen = true;
    }
    if (this.#open.length >= MAX_DEPTH) {
      throw new DecodeError("LIMIT", `The message nests deeper than ${MAX_DEPTH} elements.`, "");
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
    // No copy of the name in the usual case.
    if (
      open === undefined ||
      buffer.charCodeAt(end) !== GREATER ||
      !buffer.startsWith(open, start + 2)
    ) {
      end = buffer.indexOf(">", start);
      if (end === -1) return this.#incomplete(start, last);
      const name = buffer.slice(start + 2, end).trimEnd();
      if (open === undefined) this.#fail(start, `</${name}> has no start`);
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
        "The message has a document type declaration, which is refused.",
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
        this.#fail(start, `it says that it is XML ${version ?? "of no version"}`);
      return end + 2;
    }
    if (buffer.length < start + 6 && end === -1) return this.#incomplete(start, last);
    if (/^<\?xml[ \t\n\r?]/i.test(buffer.slice(start, start + 6))) {
      this.#fail(start, "an XML declaration stands elsewhere than at its very start");
    }
    return this.#enter("instruction", start + 2);
  }

  #enter(markup: Markup, position: number): number {
    this.#inside = markup;
    return position;
  }

  /** Goes through markup that may span chunks; gives the position after it, or `undefined` where it goes on. */
  #markup(buffer: string, from: number, markup: Markup, last: boolean): number | undefined {
    const mark = MARKUP_END[markup];
    let end = buffer.indexOf(markup === "comment" ? "--" : mark, from);
    if (markup === "comment" && end !== -1 && buffer[end + 2] !== ">") {
      if (buffer.length > end + 2) this.#fail(end, 'a comment holds "--"');
      end = -1;
    }
    const known = end === -1 ? Math.max(from, buffer.length - (last ? 0 : mark.length)) : end;
    const content = buffer.slice(from, known);
    if (markup === "cdata" && content !== "") {
      this.#checkCharacters(content, from);
      this.#handler.text(content.includes("\r") ? content.replace(/\r\n?/g, "\n") : content);
    }
    if (end === -1) {
      this.#hold(buffer, known, mark.length);
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
    const text = UNUSUAL.test(raw) ? this.#normalized(raw, at) : raw;
    this.#handler.text(
      text.includes("&") ? resolveReferences(text, (fault) => this.#fail(at, fault)) : text,
    );
  }

  /** Line ends are LF (XML 1.0 §2.11). */
  #normalized(raw: string, at: number): string {
    if (raw.includes("]]>")) this.#fail(at, 'text holds "]]>"');
    this.#checkCharacters(raw, at);
    return raw.replace(/\r\n?/g, "\n");
  }

  #checkCharacters(text: string, at: number): void {
    if (hasControl(text)) this.#fail(at, "it has a character that XML does not allow");
  }

  #fail(position: number, fault: string): never {
    const at = this.#consumed + position;
    throw new DecodeError(
      "MALFORMED_XML",
      `The message is not well-formed XML: ${fault} (at character ${at}).`,
      "",
    );
  }
}

const SLASH = 0x2f;
const GREATER = 0x3e;
const BANG = 0x21;
const QUESTION = 0x3f;

/** Where a tag ends: at the first `>` that is in no quotes. */
function tagEnd(buffer: string, start: number): number {
  let quote = 0;
  for (let index = start; index < buffer.length; index++) {
    const code = buffer.charCodeAt(index);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return index;
  }
  return -1;
}
