/** Types that are arrays: wrappers of one repeated element, and SOAP arrays. */
import { isSpace } from "../xml/chars.js";
import type { ExpandedName, NamespaceScope, XmlAttribute } from "../xml/scope.js";
import type { Decoding } from "./decode.js";
import type { ArrayPlan } from "./decode-plan.js";
import { type Frame, skipped } from "./frame.js";
import type { Target } from "./record.js";

export class ArrayFrame implements Frame, Target {
  readonly #items: unknown[] = [];
  readonly #sizes: readonly number[];

  constructor(
    private readonly plan: ArrayPlan,
    attributes: readonly XmlAttribute[],
    private readonly run: Decoding,
    private readonly path: string,
    private readonly done: (items: readonly unknown[]) => void,
  ) {
    this.#sizes = plan.rank > 1 ? sizesIn(attributes) : [];
  }

  child(name: ExpandedName, attributes: readonly XmlAttribute[], scope: NamespaceScope): Frame {
    const { item, isSoap } = this.plan;
    if (isSoap || (name.local === item.element && name.namespace === item.namespace)) {
      return this.run.member(item, name, attributes, scope, this, this.path);
    }
    this.run.onDeviation("unknown-element", `${this.path}/${name.local}`);
    return skipped;
  }

  take(_name: string, _many: boolean, value: unknown): boolean {
    this.#items.push(value);
    return true;
  }

  text(text: string): void {
    if (!isSpace(text)) this.run.onDeviation("unexpected-text", this.path);
  }

  close(): void {
    this.done(this.#sizes.length > 1 ? rows(this.#items, this.#sizes.slice(1)) : this.#items);
  }
}

/** The sizes in `arrayType="xsd:int[2,3]"` (SOAP 1.1 §5.4.2) or `arraySize="2 3"` (SOAP 1.2 part 2 §3.1.6). */
function sizesIn(attributes: readonly XmlAttribute[]): readonly number[] {
  const value = (local: string) => attributes.find(({ name }) => name.local === local)?.value;
  const text = /\[([^[\]]*)\]\s*$/.exec(value("arrayType") ?? "")?.[1] ?? value("arraySize") ?? "";
  return text.split(/[\s,]+/).map(Number);
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
