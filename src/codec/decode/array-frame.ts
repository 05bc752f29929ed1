/** Types that are arrays: wrappers of one repeated element, and SOAP arrays. */
import { DecodeError } from "../../errors/index.js";
import { ENCODING_NAMESPACE } from "../../schema/index.js";
import {
  type ExpandedName,
  isSpace,
  type NamespaceScope,
  type XmlAttribute,
} from "../../xml/index.js";
import type { Decoding } from "./decode.js";
import type { ArrayPlan } from "./decode-plan.js";
import { type Frame, skipped } from "./frame.js";
import type { Target } from "./record.js";

/** How large an array may become by what it says of itself, in items. */
const MAX_SPARSE = 1_000_000;

export class ArrayFrame implements Frame, Target {
  readonly #items: unknown[] = [];
  /** Of a SOAP array, where it gives them. */
  readonly #sizes: readonly number[];
  /** The place of the latest item. */
  #place = -1;
  /** Items say where they stand, or the first does: what lies between is not there (SOAP 1.1 §5.4.2.1, §5.4.2.2). */
  #isSparse = false;

  constructor(
    private readonly plan: ArrayPlan,
    attributes: readonly XmlAttribute[],
    private readonly run: Decoding,
    private readonly path: string,
    private readonly done: (items: readonly unknown[]) => void,
  ) {
    this.#sizes = plan.isSoap ? sizesIn(attributes) : [];
    if (plan.isSoap) this.#moveTo(placeIn("offset", attributes), -1);
  }

  child(name: ExpandedName, attributes: readonly XmlAttribute[], scope: NamespaceScope): Frame {
    const { item, isSoap } = this.plan;
    if (isSoap || (name.local === item.element && name.namespace === item.namespace)) {
      this.#place += 1;
      if (isSoap && attributes.length > 0) this.#moveTo(placeIn("position", attributes), 0);
      return this.run.member(item, name, attributes, scope, this, this.path);
    }
    this.run.onDeviation("unknown-element", `${this.path}/${name.local}`);
    return skipped;
  }

  /** @param before how far the latest item stands from the place that is given */
  #moveTo(place: readonly number[] | undefined, before: number): void {
    if (place === undefined) return;
    this.#isSparse = true;
    // The last dimension changes fastest.
    const at = place.reduce((sum, each, index) => sum * (this.#sizes[index] ?? 1) + each, 0);
    if (!(at < MAX_SPARSE)) this.#tooLarge();
    this.#place = at + before;
  }

  #tooLarge(): never {
    const message = `The answer's ${this.path} says that it has more than ${MAX_SPARSE} items.`;
    throw new DecodeError("LIMIT", message, this.path);
  }

  take(_name: string, _many: boolean, value: unknown): boolean {
    this.#items[this.#place] = value;
    return true;
  }

  holds(): boolean {
    return false;
  }

  text(text: string): void {
    if (!isSpace(text)) this.run.onDeviation("unexpected-text", this.path);
  }

  close(): void {
    const items = this.#isSparse ? this.#filled() : this.#items;
    const isNested = this.plan.rank > 1 && this.#sizes.length > 1;
    this.done(isNested ? rows(items, this.#sizes.slice(1)) : items);
  }

  /** With null where no item is. */
  #filled(): readonly unknown[] {
    const size = this.#sizes.reduce((product, each) => product * each, 1);
    if (size > MAX_SPARSE) this.#tooLarge();
    const length = Math.max(size > 0 ? size : 0, this.#items.length);
    return Array.from({ length }, (_, index) => this.#items[index] ?? null);
  }
}

function encodingValue(local: string, attributes: readonly XmlAttribute[]): string | undefined {
  return attributes.find(({ name }) => name.local === local && ENCODINGS.has(name.namespace))
    ?.value;
}

const ENCODINGS: ReadonlySet<string> = new Set(Object.values(ENCODING_NAMESPACE));

/** The sizes in `arrayType="xsd:int[2,3]"` (SOAP 1.1 §5.4.2) or `arraySize="2 3"` (SOAP 1.2 part 2 §3.1.6). */
function sizesIn(attributes: readonly XmlAttribute[]): readonly number[] {
  const type = /\[([^[\]]*)\]\s*$/.exec(encodingValue("arrayType", attributes) ?? "")?.[1];
  const text = (type ?? encodingValue("arraySize", attributes) ?? "").trim();
  return text === "" ? [] : text.split(/[\s,]+/).map(Number);
}

/** The place in `offset="[4]"` or `position="[1,2]"`, counted from 0. */
function placeIn(
  local: string,
  attributes: readonly XmlAttribute[],
): readonly number[] | undefined {
  const text = /^\s*\[([\d\s,]+)\]\s*$/.exec(encodingValue(local, attributes) ?? "")?.[1];
  return text?.split(",").map(Number);
}

/** Items in a row as arrays of arrays: the last dimension changes fastest. */
function rows(items: readonly unknown[], sizes: readonly number[]): readonly unknown[] {
  let nested = items;
  for (const size of [...sizes].reverse()) {
    if (!(size > 0)) return nested;
    const outer: unknown[] = [];
    for (let at = 0; at < nested.length; at += size) outer.push(nested.slice(at, at + size));
    nested = outer;
  }
  return nested;
}
