/** Lines of text that are written one after the other. */
import { firstSentence } from "./first-sentence.js";
import { type Doc, type Line, layOut, STEP, span } from "./layout.js";

export class Page {
  readonly lines: Line[] = [];

  /** @param width of a line, in characters */
  constructor(private readonly width: number) {}

  add(doc: Doc, indent: number): void {
    this.lines.push(...layOut(doc, this.width, indent));
  }

  blank(): void {
    this.lines.push([]);
  }

  heading(text: string): void {
    this.blank();
    this.add(span(text, "heading"), 0);
  }

  /** The first sentence of a documentation. */
  sentence(documentation: string | undefined, indent: number): void {
    if (documentation !== undefined) this.prose(firstSentence(documentation), indent);
  }

  /** Text that is wrapped between words; further lines are indented more than the first. */
  prose(text: string, indent: number): void {
    const items = text.split(/\s+/).map((word) => span(word, "note"));
    const words: Doc = { open: "", close: "", padding: "", items, separator: " ", fill: true };
    this.add([span(" ".repeat(STEP)), words], indent - STEP);
  }
}
