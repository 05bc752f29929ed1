/** The context of drawing one value: the budget that is left. */
import type { Model } from "../../src/codegen/model/model.js";
import type { ElementDeclaration } from "../../src/contract/index.js";
import type { Draw } from "./draw.js";
import type { Heights } from "./heights.js";

/** The depth of nested elements, if the types allow an end. */
const MAX_DEPTH = 7;

/** The number of optional elements in one value. */
const MAX_ELEMENTS = 120;

export interface Subject {
  readonly model: Model;
  readonly heights: Heights;
  /** The global elements, which strict wildcards accept. */
  readonly elements: readonly ElementDeclaration[];
}

export class Context {
  #depth = 0;
  #left = MAX_ELEMENTS;

  /** @param share of optional parts that are present, from 0 to 1 */
  constructor(
    readonly subject: Subject,
    readonly draw: Draw,
    private readonly share: number,
  ) {}

  /** From here on only required parts are drawn. */
  get isTight(): boolean {
    return this.#depth >= MAX_DEPTH || this.#left <= 0;
  }

  /** Whether an optional part is present. */
  wants(): boolean {
    return !this.isTight && this.draw.chance(this.share);
  }

  /** A number of occurrences. */
  count(low: number, high: number | "unbounded"): number {
    if (!this.wants()) return low;
    const most = Math.min(high === "unbounded" ? low + 2 : high, low + 2);
    return this.draw.integer(Math.max(low, Math.min(1, most)), most);
  }

  inside<Value>(make: () => Value): Value {
    this.#depth++;
    this.#left--;
    try {
      return make();
    } finally {
      this.#depth--;
    }
  }

  /** One of several alternatives that have an end; the smallest if the budget is spent. */
  way<Item>(items: readonly Item[], heightOf: (item: Item) => number): Item {
    const finite = items.filter((item) => Number.isFinite(heightOf(item)));
    if (!this.isTight) return this.draw.pick(finite);
    const least = Math.min(...finite.map(heightOf));
    return this.draw.pick(finite.filter((item) => heightOf(item) === least));
  }
}
