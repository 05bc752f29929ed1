/** Builds a tree of elements from tags and texts. */
import { XmlElement } from "./element.js";
import { NamespaceScope, type StartTag } from "./scope.js";

export class ElementBuilder {
  /** The open elements, the outermost first, each with the position of its first child in `#children`. */
  readonly #open: { readonly tag: StartTag; readonly start: number }[] = [];
  /** The children of all open elements: the array of an element is created when the element ends. */
  readonly #children: (XmlElement | string)[] = [];

  start(tag: StartTag): void {
    this.#open.push({ tag, start: this.#children.length });
  }

  /** Adds text; texts that follow each other are one child, even if they arrive in pieces. */
  text(text: string): void {
    const last = this.#children.length - 1;
    const before = this.#children[last];
    const isChild = last >= (this.#open.at(-1)?.start ?? 0);
    if (isChild && typeof before === "string") this.#children[last] = before + text;
    else this.#children.push(text);
  }

  /** Adds a complete element. */
  add(element: XmlElement): void {
    this.#children.push(element);
  }

  /** Ends the innermost open element. */
  end(): XmlElement {
    const { tag = NO_TAG, start = 0 } = this.#open.pop() ?? {};
    const children = this.#children.slice(start);
    this.#children.length = start;
    const element = new XmlElement(tag.name, tag.attributes, children, tag.scope);
    if (this.#open.length > 0) this.#children.push(element);
    return element;
  }
}

const NO_TAG: StartTag = {
  name: { namespace: "", local: "" },
  attributes: [],
  scope: NamespaceScope.outermost(),
};
