/** Frames over a scanner: the content of each element goes to its frame. */
import type { StartTag, XmlHandler } from "../../xml/index.js";
import type { Frame } from "./frame.js";

/** Reads a document, beginning with the frame of its root element. */
export abstract class FrameReader implements XmlHandler {
  readonly #frames: Frame[] = [];

  /** The frame of the root element. */
  protected abstract root(tag: StartTag): Frame;

  startElement(tag: StartTag): void {
    const current = this.#frames.at(-1);
    this.#frames.push(current === undefined ? this.root(tag) : current.child(tag));
  }

  text(text: string): void {
    this.#frames.at(-1)?.text(text);
  }

  endElement(): void {
    this.#frames.pop()?.close();
  }
}
