/** Values drawn step by step as an arbitrary of fast-check: each choice depends on the choices before it. */
import fc from "fast-check";

export class Draw {
  constructor(private readonly random: fc.Random) {}

  /** A number from `low` to `high`, inclusive. */
  integer(low: number, high: number): number {
    return this.random.nextInt(low, Math.max(low, high));
  }

  bigint(low: bigint, high: bigint): bigint {
    return this.random.nextBigInt(low, high < low ? low : high);
  }

  /** @param share of true, from 0 to 1 */
  chance(share: number): boolean {
    return this.random.nextInt(1, 1_000) <= share * 1_000;
  }

  /** @throws Unsatisfiable for an empty list */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.integer(0, items.length - 1)];
    if (item === undefined) throw new Unsatisfiable("there is nothing to choose from");
    return item;
  }

  list<Item>(low: number, high: number, draw: () => Item): Item[] {
    return Array.from({ length: this.integer(low, high) }, draw);
  }

  of<Item>(arbitrary: fc.Arbitrary<Item>): Item {
    return arbitrary.generate(this.random, undefined).value;
  }
}

/** No value of a type was found. */
export class Unsatisfiable extends Error {
  override readonly name = "Unsatisfiable";
}

/** An arbitrary of what a function draws; it does not shrink. */
export function drawn<Item>(make: (draw: Draw) => Item): fc.Arbitrary<Item> {
  return new Drawn(make);
}

class Drawn<Item> extends fc.Arbitrary<Item> {
  constructor(private readonly make: (draw: Draw) => Item) {
    super();
  }

  override generate(random: fc.Random): fc.Value<Item> {
    return new fc.Value(this.make(new Draw(random)), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Item {
    return value === undefined && false;
  }

  override shrink(): fc.Stream<fc.Value<Item>> {
    return fc.Stream.nil();
  }
}
