/**
 * Values that stand elsewhere in the Body and are referred to (SOAP 1.1 §5.4.1, SOAP 1.2 part 2 §3.1.5): the Body is kept
 * as a tree, and played to the decoder with each reference replaced by what it refers to.
 */
import { ElementFrame, type Frame } from "../codec/frame.js";
import { DecodeError } from "../errors.js";
import { XmlElement } from "../xml/element.js";
import type { ExpandedName, NamespaceScope, XmlAttribute } from "../xml/scope.js";

export class MultiReferenceFrame implements Frame {
  readonly #children: XmlElement[] = [];

  /**
   * @param frame takes the Body's content without references
   * @param root the element to begin with; the first where there is none of that name
   */
  constructor(
    private readonly frame: Frame,
    private readonly root: string | undefined,
  ) {}

  child(name: ExpandedName, attributes: readonly XmlAttribute[], scope: NamespaceScope): Frame {
    const element = new XmlElement(name, attributes, [], scope);
    this.#children.push(element);
    return new ElementFrame(element);
  }

  text(): void {}

  close(): void {
    const targets = new Map<string, XmlElement>();
    for (const child of this.#children) collect(child, targets);
    const player = new Player(targets);
    const root =
      this.#children.find(({ name }) => name.local === this.root) ?? this.#children.find(isRoot);
    if (this.root === undefined) {
      for (const child of this.#children.filter(isRoot)) player.play(child, this.frame);
    } else if (root !== undefined) player.play(root, this.frame);
    this.frame.close();
  }
}

/** What others refer to is no root, unless it says so (SOAP 1.1 §5.6). */
function isRoot(element: XmlElement): boolean {
  const root = element.attribute("root");
  return root === undefined ? element.attribute("id") === undefined : root !== "0";
}

function collect(element: XmlElement, targets: Map<string, XmlElement>): void {
  const id = element.attribute("id");
  if (id !== undefined) targets.set(id, element);
  for (const child of element.children) if (typeof child !== "string") collect(child, targets);
}

class Player {
  /** The elements that are being played: one of them again would have no end. */
  readonly #open = new Set<XmlElement>();

  constructor(private readonly targets: ReadonlyMap<string, XmlElement>) {}

  play(element: XmlElement, parent: Frame): void {
    const value = this.#referred(element);
    const { scope } = value;
    if (scope === undefined) return;
    if (this.#open.has(value)) {
      const message = `The answer's ${element.name.local} refers to what it stands in.`;
      throw new DecodeError("INVALID_VALUE", message, element.name.local);
    }
    this.#open.add(value);
    const frame = parent.child(element.name, value.attributes, scope);
    for (const child of value.children) {
      if (typeof child === "string") frame.text(child);
      else this.play(child, frame);
    }
    frame.close();
    this.#open.delete(value);
  }

  #referred(element: XmlElement): XmlElement {
    const reference = element.attribute("href") ?? element.attribute("ref");
    const id = reference?.replace(/^#/, "");
    if (id === undefined || element.children.some((child) => typeof child !== "string"))
      return element;
    const target = this.targets.get(id);
    // What is no reference in this Body, an attachment's cid say, stays as it is.
    return target === undefined || target === element ? element : this.#referred(target);
  }
}
