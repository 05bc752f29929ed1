/** A frame reads the content of one open element; a reader keeps a stack of frames. */
import {
  ElementBuilder,
  type ExpandedName,
  NamespaceScope,
  type StartTag,
  XmlElement,
} from "../../xml/index.js";

/** An element that references refer to. Its content is decoded once for all of them. */
export interface SharedTarget {
  /** The children of its tree, with their references replaced, as soon as they are known. */
  children?: (XmlElement | string)[];
}

/** The start tag of an element, or of the target in its place. */
export interface FrameTag extends StartTag {
  readonly target?: SharedTarget | undefined;
}

export interface Frame {
  /** Returns the frame that reads the content of a child element; `skipped` if it does not need the content. */
  child(tag: FrameTag): Frame;
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
  /** The targets among the open elements, with `undefined` for the others. */
  readonly #targets: (SharedTarget | undefined)[] = [];

  /**
   * @param done gets the element when it has ended
   * @param count gets the number of each element with its attributes
   */
  constructor(
    tag: FrameTag,
    private readonly done: (element: XmlElement) => void,
    private readonly count?: (nodes: number) => void,
  ) {
    this.#start(tag);
  }

  #start(tag: FrameTag): void {
    this.count?.(1 + tag.attributes.length);
    this.#builder.start(tag);
    this.#targets.push(tag.target);
  }

  child(tag: FrameTag): Frame {
    const known = sharedElement(tag);
    if (known !== undefined) {
      this.#builder.add(known);
      return skipped;
    }
    this.#start(tag);
    return this;
  }

  text(text: string): void {
    this.#builder.text(text);
  }

  close(): void {
    const element = this.#builder.end();
    const target = this.#targets.pop();
    if (target !== undefined) target.children = element.children;
    if (this.#targets.length === 0) this.done(element);
  }
}

/** The frame for an element whose value is a tree. */
export function elementFrame(tag: FrameTag, done: (element: XmlElement) => void): Frame {
  const known = sharedElement(tag);
  if (known === undefined) return new ElementFrame(tag, done);
  done(known);
  return skipped;
}

/** The tree of an element whose content is known, by its own name. */
function sharedElement({ name, attributes, target, scope }: FrameTag): XmlElement | undefined {
  const children = target?.children;
  return children && new XmlElement(name, attributes, children, scope);
}

/**
 * Passes an element as a child to a frame; the scanner has limited its depth.
 *
 * @param name replaces the name of the element
 */
export function replay(
  element: XmlElement,
  parent: Frame,
  name: ExpandedName = element.name,
): void {
  const { attributes, scope = NamespaceScope.outermost() } = element;
  const frame = parent.child({ name, attributes, scope });
  for (const child of element.children) {
    if (typeof child === "string") frame.text(child);
    else replay(child, frame);
  }
  frame.close();
}
