/** Types that are arrays: wrappers of one repeated element, and SOAP arrays. */
import { DecodeError } from "../../errors/index.js";
import { ENCODING_NAMESPACE } from "../../schema/index.js";
import { isSpace, type StartTag, type XmlAttribute } from "../../xml/index.js";
import type { Decoding, Slot, Target } from "./decoding.js";
import { type Frame, skipped } from "./frame.js";
import type { ArrayPlan } from "./plan.js";

/** The largest size that an array may declare, in items. */
const MAX_SPARSE = 1_000_000;

export class ArrayFrame implements Frame, Target {
  readonly #items: unknown[] = [];
  /** The declared sizes of a SOAP array. */
  readonly #sizes: readonly number[];
  /** The index of the latest item. */
  #place = -1;
  /** The array or its items declare indexes: items between them are missing (SOAP 1.1 §5.4.2.1, §5.4.2.2). */
  #isSparse = false;
  /** Unexpected text was reported: once, whatever the pieces are in which it arrives. */
  #hasText = false;

  constructor(
    private readonly plan: ArrayPlan,
    { attributes }: StartTag,
    private readonly run: Decoding,
    private readonly slot: Slot,
  ) {
    this.#sizes = plan.isSoap ? sizesIn(attributes) : [];
    if (plan.isSoap) this.#moveTo(placeIn("offset", attributes), -1);
  }

  child(tag: StartTag): Frame {
    const { item, isSoap } = this.plan;
    const { name, attributes } = tag;
    if (isSoap || (name.local === item.element && name.namespace === item.namespace)) {
      this.#place += 1;
      if (isSoap && attributes.length > 0) this.#moveTo(placeIn("position", attributes), 0);
      return this.run.member(item, tag, this, this.slot.path);
    }
    this.run.onDeviation("unknown-element", `${this.slot.path}/${name.local}`);
    return skipped;
  }

  /** @param before the offset of the latest item from the declared index */
  #moveTo(place: readonly number[] | undefined, before: number): void {
    if (place === undefined) return;
    this.#isSparse = true;
    // The last dimension changes fastest.
    const at = place.reduce((sum, each, index) => sum * (this.#sizes[index] ?? 1) + each, 0);
    if (!(at < MAX_SPARSE)) this.#tooLarge();
    this.#place = at + before;
  }

  #tooLarge(): never {
    const { path } = this.slot;
    const message = `The message's ${path} declares more than ${MAX_SPARSE} items.`;
    throw new DecodeError("LIMIT", message, path);
  }

  add(_name: string, _many: boolean, value: unknown): boolean {
    this.#items[this.#place] = value;
    return true;
  }

  has(): boolean {
    return false;
  }

  text(text: string): void {
    if (this.#hasText || isSpace(text)) return;
    this.#hasText = true;
    this.run.onDeviation("unexpected-text", this.slot.path);
  }

  close(): void {
    const items = this.#isSparse ? this.#filled() : this.#items;
    const isNested = this.plan.rank > 1 && this.#sizes.length > 1;
    this.slot.put(isNested ? rows(items, this.#sizes.slice(1)) : items);
  }

  /** With `null` for missing items. */
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

/** The index in `offset="[4]"` or `position="[1,2]"`, counted from 0. */
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
