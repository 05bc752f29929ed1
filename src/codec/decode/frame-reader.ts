/** Frames over a scanner: each element's content goes to the frame of its own. */
import type { ExpandedName, NamespaceScope, XmlAttribute, XmlHandler } from "../../xml/index.js";
import type { Frame } from "./frame.js";

/** Reads a document from the frame of its root element on. */
export abstract class FrameReader implements XmlHandler {
  readonly #frames: Frame[] = [];

  /** The frame of the root element. */
  protected abstract root(name: ExpandedName): Frame;

  startElement(
    name: ExpandedName,
    attributes: readonly XmlAttribute[],
    scope: NamespaceScope,
  ): void {
    const current = this.#frames.at(-1);
    this.#frames.push(current?.child(name, attributes, scope) ?? this.root(name));
  }

  text(text: string): void {
    this.#frames.at(-1)?.text(text);
  }

  endElement(): void {
    this.#frames.pop()?.close();
  }
}
