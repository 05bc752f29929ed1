/** Types that are arrays: wrappers of one repeated element, and SOAP arrays. */
import { DecodeError } from "../../errors/index.js";
import { ENCODING_NAMESPACE } from "../../schema/index.js";
import { isSpace, type StartTag, type XmlAttribute } from "../../xml/index.js";
import type { Decoding, Slot, Target } from "./decoding.js";
import { type Frame, type FrameTag, skipped } from "./frame.js";
import type { ArrayPlan } from "./plan/plan.js";

export class ArrayFrame implements Frame, Target {
  readonly #items: unknown[] = [];
  /** The number of elements, of which several may have the same index. */
  #elements = 0;
  /** The declared sizes of a SOAP array. */
  readonly #sizes: ArraySizes;
  /** The index of the latest item. */
  #place = -1;
  /** The array or its items declare indexes: items between them are missing (SOAP 1.1 §5.4.2.1, §5.4.2.2). */
  #isSparse = false;
  /** Unexpected text was reported: once, even if it arrives in pieces. */
  #hasText = false;

  constructor(
    private readonly plan: ArrayPlan,
    { attributes }: StartTag,
    private readonly run: Decoding,
    private readonly slot: Slot,
  ) {
    this.#sizes = plan.isSoap ? this.#sizesIn(attributes) : [];
    if (plan.isSoap) this.#moveTo("offset", attributes, -1);
  }

  #sizesIn(attributes: readonly XmlAttribute[]): ArraySizes {
    const sizes = sizesIn(attributes);
    if (sizes === undefined) this.#invalid("declares sizes that are not integers");
    else if (this.plan.rank > 1 && sizes.length > 1 && sizes.length !== this.plan.rank) {
      // With one dimension, its items may be arrays themselves: so SOAP::Lite writes them.
      const { rank } = this.plan;
      this.#invalid(`declares ${sizes.length} dimensions; the contract has ${rank}`);
    } else return sizes;
    return [];
  }

  child(tag: FrameTag): Frame {
    const { item, isSoap } = this.plan;
    const { name, attributes } = tag;
    if (isSoap || (name.local === item.element && name.namespace === item.namespace)) {
      this.#elements += 1;
      this.#place += 1;
      if (isSoap && attributes.length > 0) this.#moveTo("position", attributes, 0);
      return this.run.member(item, tag, this, this.slot.path);
    }
    this.run.onDeviation("unknown-element", `${this.slot.path}/${name.local}`);
    return skipped;
  }

  /** @param before the offset of the latest item from the declared index */
  #moveTo(
    attribute: "offset" | "position",
    attributes: readonly XmlAttribute[],
    before: number,
  ): void {
    const text = encodingValue(attribute, attributes);
    if (text === undefined) return;
    const place = placeIn(text, this.#sizes);
    if (place === undefined) {
      this.#invalid(`has the ${attribute} ${JSON.stringify(text.slice(0, SHOWN))}, not an index`);
      return;
    }
    this.#isSparse = true;
    if (!(place < MAX_PLACE)) this.#tooLarge();
    this.#place = place + before;
  }

  #invalid(problem: string): void {
    const { path } = this.slot;
    const message = `The message's ${path} ${problem}.`;
    this.run.onViolation(new DecodeError("INVALID_VALUE", message, path));
  }

  #tooLarge(): never {
    const { path } = this.slot;
    const message = `The message's ${path} declares more than ${MAX_PLACE} items, which is the limit.`;
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
    this.slot.put(isNested ? rows(items, this.#sizes) : items);
  }

  /** With `null` for missing items. */
  #filled(): readonly unknown[] {
    const size = this.#sizes.reduce<number>((product, each) => product * (each ?? 0), 1);
    if (size > MAX_PLACE) this.#tooLarge();
    const declared = this.#sizes.length > 0 ? size : 0;
    const length = Math.max(declared, this.#items.length);
    this.run.fill(Math.max(0, length - this.#elements), this.slot.path);
    return Array.from({ length }, (_, index) => this.#items[index] ?? null);
  }
}

/** The largest index of an item, and the largest size of an array with indexes, in items. */
const MAX_PLACE = 1_000_000;
/** The characters of an attribute in an error. */
const SHOWN = 60;

/** The sizes of an array by dimension, in items; `undefined` for a size that is not declared. */
type ArraySizes = readonly (number | undefined)[];

function encodingValue(local: string, attributes: readonly XmlAttribute[]): string | undefined {
  return attributes.find(({ name }) => name.local === local && ENCODINGS.has(name.namespace))
    ?.value;
}

const ENCODINGS: ReadonlySet<string> = new Set(Object.values(ENCODING_NAMESPACE));

/**
 * The sizes in `arrayType="xsd:int[2,3]"` (SOAP 1.1 §5.4.2) or `arraySize="* 3"` (SOAP 1.2 part 2 §3.1.6); `undefined` if
 * they are not integers.
 */
function sizesIn(attributes: readonly XmlAttribute[]): ArraySizes | undefined {
  const type = /\[([^[\]]*)\][ \t\n\r]*$/.exec(encodingValue("arrayType", attributes) ?? "")?.[1];
  const text = (type ?? encodingValue("arraySize", attributes) ?? "").trim();
  // Brackets without sizes state only the number of dimensions.
  if (/^[, \t\n\r]*$/.test(text)) return [];
  const sizes = text.split(type === undefined ? /[ \t\n\r]+/ : ",").map((each) => each.trim());
  // Only the first size may be missing: the others are the lengths of rows.
  const isOpen = sizes[0] === (type === undefined ? "*" : "");
  const declared = isOpen ? sizes.slice(1) : sizes;
  if (!declared.every(isInteger)) return undefined;
  return isOpen ? [undefined, ...declared.map(Number)] : declared.map(Number);
}

function isInteger(text: string): boolean {
  return /^\d{1,15}$/.test(text);
}

/** The index in `[4]` or `[1,2]`, counted from 0 over all dimensions; `undefined` if the text is not an index. */
function placeIn(text: string, sizes: ArraySizes): number | undefined {
  const list = /^[ \t\n\r]*\[([^[\]]*)\][ \t\n\r]*$/.exec(text)?.[1];
  const indexes = list?.split(",").map((each) => each.trim()) ?? [];
  if (indexes.length !== Math.max(1, sizes.length) || !indexes.every(isInteger)) return undefined;
  // The last dimension changes fastest.
  return indexes.reduce((sum, each, index) => sum * (sizes[index] ?? 1) + Number(each), 0);
}

/** Items in a row as arrays of arrays: the last dimension changes fastest. */
function rows(items: readonly unknown[], [, ...sizes]: ArraySizes): readonly unknown[] {
  let nested = items;
  for (const size of sizes.reverse()) {
    if (size === undefined || size === 0) return nested;
    const outer: unknown[] = [];
    for (let at = 0; at < nested.length; at += size) outer.push(nested.slice(at, at + size));
    nested = outer;
  }
  return nested;
}
