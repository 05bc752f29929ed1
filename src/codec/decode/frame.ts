/** A frame reads the content of one open element; a reader keeps a stack of frames. */
import { ElementBuilder, type StartTag, type XmlElement } from "../../xml/index.js";

export interface Frame {
  /** Returns the frame that reads the content of a child element. */
  child(tag: StartTag): Frame;
  text(text: string): void;
  /** The element has ended. */
  close(): void;
}

/** Ignores an element with its content. */
export const skipped: Frame = {
  child: () => skipped,
  text() {},
  close() {},
};

/** Builds a tree of an element and its content. */
export class ElementFrame implements Frame {
  readonly #builder = new ElementBuilder();

  /** @param done gets the element when it has ended */
  constructor(
    tag: StartTag,
    private readonly done: (element: XmlElement) => void,
  ) {
    this.#builder.start(tag);
  }

  child(tag: StartTag): Frame {
    this.#builder.start(tag);
    return this;
  }

  text(text: string): void {
    this.#builder.text(text);
  }

  close(): void {
    const element = this.#builder.end();
    if (element !== undefined) this.done(element);
  }
}
