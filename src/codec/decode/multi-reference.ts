/**
 * References to values elsewhere in the Body (SOAP 1.1 §5.4.1, SOAP 1.2 part 2 §3.1.5): the Body is read into a tree,
 * which is then replayed to the decoder with each reference replaced by its target.
 */

import { DecodeError } from "../../errors/index.js";
import { ENCODING_NAMESPACE } from "../../schema/index.js";
import type { ExpandedName, StartTag, XmlAttribute, XmlElement } from "../../xml/index.js";
import { ElementFrame, type Frame, type SharedTarget, skipped } from "./frame.js";

/** The namespaces of `id` and `href` (SOAP 1.1 §5.4.1), and of `enc:id` and `enc:ref` (SOAP 1.2 part 2 §3.1.5). */
const NAMESPACES = ["", ...Object.values(ENCODING_NAMESPACE)];
const REFERENCE_ATTRIBUTES = ["id", "href", "ref", "root"];

/**
 * The largest number of elements of a message with its references replaced. Each target is decoded once, but a
 * program that reads the values finds it at each place: nested references multiply.
 */
const MAX_REPLAYED = 1_000_000;
/** The deepest nesting of a message with its references replaced, as of elements in the text. */
const MAX_DEPTH = 200;

/** Reads a Body with references. */
export class MultiReferenceFrame implements Frame {
  readonly #children: XmlElement[] = [];

  /**
   * @param frame reads the content of the Body without references
   * @param root the local name of the message's element; if no element has it, the first root is read
   */
  constructor(
    private readonly frame: Frame,
    private readonly root: string | undefined,
  ) {}

  child(tag: StartTag): Frame {
    return new ElementFrame(tag, (element) => this.#children.push(element));
  }

  text(): void {}

  close(): void {
    const resolver = new ReferenceResolver(this.#children);
    const root =
      this.#children.find(({ name }) => name.local === this.root) ?? this.#children.find(isRoot);
    if (this.root === undefined) {
      for (const child of this.#children.filter(isRoot)) resolver.replay(child, this.frame);
    } else if (root !== undefined) resolver.replay(root, this.frame);
    this.frame.close();
  }
}

/** The target of a reference is not a root, unless it has `root="1"` (SOAP 1.1 §5.6). */
function isRoot(element: XmlElement): boolean {
  const root = attributeOf(element, "root");
  return root === undefined ? idOf(element) === undefined : root !== "0";
}

/** An element with an id. */
class Target implements SharedTarget {
  children?: (XmlElement | string)[];
  /** The number of elements in it with their references replaced, and their depth; 0 until they are known. */
  size = 0;
  depth = 0;
}

/** Replaces the references in trees by their targets. */
export class ReferenceResolver {
  readonly #ids = new Map<string, XmlElement>();
  readonly #targets = new Map<XmlElement, Target>();
  /** The ends of chains of references. */
  readonly #resolved = new Map<XmlElement, XmlElement>();
  /** The elements that are being replayed, to detect references in a circle. */
  readonly #open = new Set<XmlElement>();
  #replayed = 0;
  /** The deepest level since the begin of the innermost open target. */
  #deepest = 0;

  /** @param roots the elements that contain the targets of references */
  constructor(roots: readonly XmlElement[]) {
    for (const root of roots) this.#collect(root);
  }

  #collect(element: XmlElement): void {
    const id = idOf(element);
    if (id !== undefined) this.#ids.set(id, element);
    for (const child of element.children) if (typeof child !== "string") this.#collect(child);
  }

  /**
   * Replays an element as a child of a frame. The content of a target is replayed once for each type that it is decoded
   * as: its value is shared.
   *
   * @param name replaces the name of the element
   * @throws DecodeError `INVALID_VALUE` for a reference without a target or in a circle; `LIMIT`
   */
  replay(element: XmlElement, parent: Frame, name: ExpandedName = element.name): void {
    const value = this.resolve(element);
    const { scope } = value;
    if (scope === undefined) return;
    if (value.children.length === 0 && isLocal(referenceOf(value))) {
      const message = `The message's ${name.local} refers to ${referenceOf(value)}, but no element has that id.`;
      throw new DecodeError("INVALID_VALUE", message, name.local);
    }
    if (this.#open.has(value)) {
      const message = `The message's ${name.local} refers to an element that contains it.`;
      throw new DecodeError("INVALID_VALUE", message, name.local);
    }
    const target = this.#targetOf(value);
    const attributes = value.attributes.filter(isOfValue);
    const frame = parent.child({ name, attributes, scope, target });
    if (frame === skipped && target !== undefined && target.size > 0) {
      this.#count(target.size, target.depth, name);
      return;
    }
    const replayed = this.#replayed;
    const deepest = this.#deepest;
    this.#deepest = 0;
    this.#count(1, 1, name);
    this.#open.add(value);
    for (const child of value.children) {
      if (typeof child === "string") frame.text(child);
      else this.replay(child, frame);
    }
    frame.close();
    this.#open.delete(value);
    if (target !== undefined) {
      target.size = this.#replayed - replayed;
      target.depth = this.#deepest - this.#open.size;
    }
    this.#deepest = Math.max(this.#deepest, deepest);
  }

  #targetOf(element: XmlElement): Target | undefined {
    let target = this.#targets.get(element);
    if (target !== undefined || idOf(element) === undefined) return target;
    target = new Target();
    this.#targets.set(element, target);
    return target;
  }

  /** Counts elements at the current level, with the levels inside them. */
  #count(elements: number, levels: number, { local }: ExpandedName): void {
    this.#replayed += elements;
    this.#deepest = Math.max(this.#deepest, this.#open.size + levels);
    if (this.#replayed > MAX_REPLAYED) {
      const message = `The message has more than ${MAX_REPLAYED} elements with its references replaced, which is the limit.`;
      throw new DecodeError("LIMIT", message, local);
    }
    if (this.#deepest > MAX_DEPTH) {
      const message = `The message nests deeper than ${MAX_DEPTH} elements with its references replaced, which is the limit.`;
      throw new DecodeError("LIMIT", message, local);
    }
  }

  /** The target of an element, or the element: if it is not a reference, or one to an attachment. */
  resolve(element: XmlElement): XmlElement {
    const chain = new Set<XmlElement>();
    let value = element;
    while (!chain.has(value) && !this.#resolved.has(value)) {
      chain.add(value);
      if (value.children.some((child) => typeof child !== "string")) break;
      const reference = referenceOf(value) ?? "";
      value = (isLocal(reference) ? this.#ids.get(reference.slice(1)) : undefined) ?? value;
    }
    const end = this.#resolved.get(value) ?? value;
    for (const each of chain) this.#resolved.set(each, end);
    return end;
  }
}

function idOf(element: XmlElement): string | undefined {
  return attributeOf(element, "id");
}

/** Begins with `#` if its target is an element of this message, and not an attachment. */
function referenceOf(element: XmlElement): string | undefined {
  const ref = attributeOf(element, "ref", [ENCODING_NAMESPACE.soap12]);
  if (ref === undefined) return attributeOf(element, "href");
  // An IDREF; PHP writes a URI, as in SOAP 1.1.
  return ref.startsWith("#") ? ref : `#${ref}`;
}

function isLocal(reference: string | undefined): boolean {
  return reference?.startsWith("#") === true;
}

function attributeOf(
  { attributes }: XmlElement,
  local: string,
  namespaces: readonly string[] = NAMESPACES,
): string | undefined {
  return attributes.find(({ name }) => name.local === local && namespaces.includes(name.namespace))
    ?.value;
}

/** Whether an attribute belongs to the value, and not to a reference. */
function isOfValue({ name }: XmlAttribute): boolean {
  return !(NAMESPACES.includes(name.namespace) && REFERENCE_ATTRIBUTES.includes(name.local));
}
