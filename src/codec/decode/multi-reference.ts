/**
 * References to values elsewhere in the Body (SOAP 1.1 §5.4.1, SOAP 1.2 part 2 §3.1.5): the Body is read into a tree,
 * which is then replayed to the decoder with each reference replaced by its target.
 */

import { DecodeError } from "../../errors/index.js";
import { ENCODING_NAMESPACE } from "../../schema/index.js";
import type { ExpandedName, StartTag, XmlAttribute, XmlElement } from "../../xml/index.js";
import { ElementFrame, type Frame } from "./frame.js";

/** The namespaces of `id` and `href` (SOAP 1.1 §5.4.1), and of `enc:id` and `enc:ref` (SOAP 1.2 part 2 §3.1.5). */
const NAMESPACES = ["", ...Object.values(ENCODING_NAMESPACE)];
const REFERENCE_ATTRIBUTES = ["id", "href", "ref", "root"];

/** The largest number of elements of a message with its references replaced: nested references multiply. */
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

/** Replaces the references in trees by their targets. */
export class ReferenceResolver {
  readonly #targets = new Map<string, XmlElement>();
  /** The elements that are being replayed, to detect references in a circle. */
  readonly #open = new Set<XmlElement>();
  #replayed = 0;

  /** @param roots the elements that contain the targets of references */
  constructor(roots: readonly XmlElement[]) {
    for (const root of roots) this.#collect(root);
  }

  #collect(element: XmlElement): void {
    const id = idOf(element);
    if (id !== undefined) this.#targets.set(id, element);
    for (const child of element.children) if (typeof child !== "string") this.#collect(child);
  }

  /**
   * Replays an element as a child of a frame.
   *
   * @param name replaces the name of the element
   * @throws DecodeError `INVALID_VALUE` for a reference without a target or in a circle; `LIMIT`
   */
  replay(element: XmlElement, parent: Frame, name: ExpandedName = element.name): void {
    this.#replayed += 1;
    if (this.#replayed > MAX_REPLAYED) {
      const message = `The message has more than ${MAX_REPLAYED} elements, with its references replaced.`;
      throw new DecodeError("LIMIT", message, name.local);
    }
    const value = this.resolve(element);
    const { scope } = value;
    if (scope === undefined) return;
    if (value.children.length === 0 && isLocal(referenceOf(value))) {
      const message = `The message's ${name.local} refers to ${referenceOf(value)}, but no element has that id.`;
      throw new DecodeError("INVALID_VALUE", message, name.local);
    }
    if (this.#open.size >= MAX_DEPTH) {
      const message = `The message nests deeper than ${MAX_DEPTH} elements, with its references replaced.`;
      throw new DecodeError("LIMIT", message, name.local);
    }
    if (this.#open.has(value)) {
      const message = `The message's ${name.local} refers to an element that contains it.`;
      throw new DecodeError("INVALID_VALUE", message, name.local);
    }
    this.#open.add(value);
    const frame = parent.child({ name, attributes: value.attributes.filter(isOfValue), scope });
    for (const child of value.children) {
      if (typeof child === "string") frame.text(child);
      else this.replay(child, frame);
    }
    frame.close();
    this.#open.delete(value);
  }

  /** The target of an element, or the element: if it is not a reference, or one to an attachment. */
  resolve(element: XmlElement): XmlElement {
    let value = element;
    const seen = new Set<XmlElement>();
    while (!seen.has(value)) {
      seen.add(value);
      if (value.children.some((child) => typeof child !== "string")) return value;
      const reference = referenceOf(value) ?? "";
      value = (isLocal(reference) ? this.#targets.get(reference.slice(1)) : undefined) ?? value;
    }
    return value;
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
