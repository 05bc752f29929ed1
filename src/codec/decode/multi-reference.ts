/**
 * Values that stand elsewhere in the Body and are referred to (SOAP 1.1 §5.4.1, SOAP 1.2 part 2 §3.1.5): the Body is kept
 * as a tree, and played to the decoder with each reference replaced by what it refers to.
 */

import { DecodeError } from "../../errors/index.js";
import { ENCODING_NAMESPACE } from "../../schema/index.js";
import {
  type ExpandedName,
  type NamespaceScope,
  type XmlAttribute,
  XmlElement,
} from "../../xml/index.js";
import { ElementFrame, type Frame } from "./frame.js";

/** The namespaces of `id` and `href` (SOAP 1.1 §5.4.1), and of `enc:id` and `enc:ref` (SOAP 1.2 part 2 §3.1.5). */
const NAMESPACES = ["", ...Object.values(ENCODING_NAMESPACE)];
const OF_REFERENCES = ["id", "href", "ref", "root"];

/** What a message may grow to when its references are resolved, in elements: a few that refer to each other multiply. */
const MAX_PLAYED = 1_000_000;
/** How deep they may nest then, as elements that stand in each other may. */
const MAX_DEPTH = 200;

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
    const player = new Player(this.#children);
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
  const root = attributeOf(element, "root");
  return root === undefined ? idOf(element) === undefined : root !== "0";
}

/** Plays trees to frames, what they refer to in the place of references. */
export class Player {
  readonly #targets = new Map<string, XmlElement>();
  /** The elements that are being played: one of them again would have no end. */
  readonly #open = new Set<XmlElement>();
  #played = 0;

  /** @param roots what references may refer to, with all that is in it */
  constructor(roots: readonly XmlElement[]) {
    for (const root of roots) this.#collect(root);
  }

  #collect(element: XmlElement): void {
    const id = idOf(element);
    if (id !== undefined) this.#targets.set(id, element);
    for (const child of element.children) if (typeof child !== "string") this.#collect(child);
  }

  /** @param name what the frame is told that the element is called */
  play(element: XmlElement, parent: Frame, name: ExpandedName = element.name): void {
    this.#played += 1;
    if (this.#played > MAX_PLAYED) {
      const message = `The answer's references make more than ${MAX_PLAYED} elements of it.`;
      throw new DecodeError("LIMIT", message, name.local);
    }
    const value = this.referred(element);
    const { scope } = value;
    if (scope === undefined) return;
    if (value.children.length === 0 && isLocal(referenceOf(value))) {
      const message = `The answer's ${name.local} refers to ${referenceOf(value)}, which is not there.`;
      throw new DecodeError("INVALID_VALUE", message, name.local);
    }
    if (this.#open.size >= MAX_DEPTH) {
      const message = `The answer nests deeper than ${MAX_DEPTH} elements by its references.`;
      throw new DecodeError("LIMIT", message, name.local);
    }
    if (this.#open.has(value)) {
      const message = `The answer's ${name.local} refers to what it stands in.`;
      throw new DecodeError("INVALID_VALUE", message, name.local);
    }
    this.#open.add(value);
    const frame = parent.child(name, value.attributes.filter(isOfValue), scope);
    for (const child of value.children) {
      if (typeof child === "string") frame.text(child);
      else this.play(child, frame);
    }
    frame.close();
    this.#open.delete(value);
  }

  /** The element, or the one that it refers to. What is no reference in this Body, an attachment's cid say, stays as it is. */
  referred(element: XmlElement): XmlElement {
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

/** With `#` before it where it is to an element of this message, and not to an attachment. */
function referenceOf(element: XmlElement): string | undefined {
  const ref = attributeOf(element, "ref", [ENCODING_NAMESPACE.soap12]);
  if (ref === undefined) return attributeOf(element, "href");
  // An IDREF; PHP writes a URI, as of SOAP 1.1.
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

/** Whether an attribute says something of the value, and not of where it stands. */
function isOfValue({ name }: XmlAttribute): boolean {
  return !(NAMESPACES.includes(name.namespace) && OF_REFERENCES.includes(name.local));
}
