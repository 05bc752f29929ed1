/** Wrappers of rpc messages with one part: other stacks give it other names, such as `return`. */
import { elementsOf, type MessageSchema, messageType } from "../../schema/index.js";
import type { XmlElement } from "../../xml/index.js";
import { isRpcResult } from "./complex-frame.js";
import type { DecodeRun } from "./decoding.js";
import { ElementFrame, type Frame, type FrameTag, replay } from "./frame.js";

/** The name of the only part of an rpc message; `undefined` for other messages. */
export function onlyPart(message: MessageSchema): string | undefined {
  if (message.encoded !== true && message.rpc !== true) return undefined;
  const type = messageType(message);
  const [only, ...others] = type.namespace === "" ? elementsOf(type) : [];
  return others.length === 0 ? only?.element : undefined;
}

/**
 * The content of a wrapper with one part. The first element with another name is the part if no element has its name: the
 * name of a return value is not significant (SOAP 1.1 §7.1).
 */
export class OnlyPartFrame implements Frame {
  #hasPart = false;
  #other: XmlElement | undefined;

  /**
   * @param content reads the wrapper's content
   * @param part the name of the part
   */
  constructor(
    private readonly content: Frame,
    private readonly part: string,
    private readonly path: string,
    private readonly run: DecodeRun,
  ) {}

  child(tag: FrameTag): Frame {
    const isPart = tag.name.local === this.part;
    if (isPart) this.#hasPart = true;
    if (isPart || this.#hasPart || this.#other !== undefined || isRpcResult(tag.name)) {
      return this.content.child(tag);
    }
    return new ElementFrame(tag, (element) => {
      this.#other = element;
    });
  }

  text(text: string): void {
    this.content.text(text);
  }

  close(): void {
    const { path, part } = this;
    if (this.#other !== undefined) {
      if (this.#hasPart)
        this.run.onDeviation("unknown-element", `${path}/${this.#other.name.local}`);
      else {
        this.run.onDeviation("other-name", `${path}/${part}`);
        replay(this.#other, this.content, { namespace: "", local: part });
      }
    }
    this.content.close();
  }
}
