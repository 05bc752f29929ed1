/** A frame reads the content of one open element; a reader keeps a stack of frames. */
import { elementOf, type StartTag, type XmlElement } from "../../xml/index.js";

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
  constructor(
    readonly element: XmlElement,
    private readonly done: (element: XmlElement) => void = () => {},
  ) {}

  child(tag: StartTag): Frame {
    const element = elementOf(tag);
    this.element.children.push(element);
    return new ElementFrame(element);
  }

  text(text: string): void {
    this.element.children.push(text);
  }

  close(): void {
    this.done(this.element);
  }
}
