/** A frame takes the content of one open element; a reader keeps a stack of them. */
import {
  type ExpandedName,
  type NamespaceScope,
  type XmlAttribute,
  XmlElement,
} from "../../xml/index.js";

export interface Frame {
  /** Gives the frame that takes the content of a child element. */
  child(name: ExpandedName, attributes: readonly XmlAttribute[], scope: NamespaceScope): Frame;
  text(text: string): void;
  /** The element has ended. */
  close(): void;
}

/** Passes over an element with all that is in it. */
export const skipped: Frame = {
  child: () => skipped,
  text() {},
  close() {},
};

/** Keeps an element with all that is in it. */
export class ElementFrame implements Frame {
  constructor(
    readonly element: XmlElement,
    private readonly done: (element: XmlElement) => void = () => {},
  ) {}

  child(name: ExpandedName, attributes: readonly XmlAttribute[], scope: NamespaceScope): Frame {
    const element = new XmlElement(name, attributes, [], scope);
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
