/** What one value is drawn in: how much of it there may still be. */
import type { Model } from "../../src/codegen/model/model.js";
import type { ElementDeclaration } from "../../src/contract/index.js";
import type { Draw } from "./draw.js";
import type { Heights } from "./heights.js";

/** Of elements inside each other, where there is a way out. */
const MAX_DEPTH = 7;

/** Of elements in one value, beside those that it must have. */
const MAX_ELEMENTS = 120;

export interface Subject {
  readonly model: Model;
  readonly heights: Heights;
  /** The global elements, which strict wildcards take. */
  readonly elements: readonly ElementDeclaration[];
}

export class Context {
  #depth = 0;
  #left = MAX_ELEMENTS;

  /** @param share how much of what may be left out is there, from 0 to 1 */
  constructor(
    readonly subject: Subject,
    readonly draw: Draw,
    private readonly share: number,
  ) {}

  /** Only what has to be there is from here on. */
  get isTight(): boolean {
    return this.#depth >= MAX_DEPTH || this.#left <= 0;
  }

  /** Whether to have what may be left out. */
  wants(): boolean {
    return !this.isTight && this.draw.chance(this.share);
  }

  /** How often something occurs. */
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

  /** One of several ways that have an end; the shortest where it is tight. */
  way<Item>(items: readonly Item[], heightOf: (item: Item) => number): Item {
    const finite = items.filter((item) => Number.isFinite(heightOf(item)));
    if (!this.isTight) return this.draw.pick(finite);
    const least = Math.min(...finite.map(heightOf));
    return this.draw.pick(finite.filter((item) => heightOf(item) === least));
  }
}
