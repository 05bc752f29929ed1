/** The time of the simulator: the time of its base clock plus an offset that tests set. */
export class Clock {
  #offset = 0;

  /** @param base returns ms since 1970 */
  constructor(private readonly base: () => number) {}

  /** In ms since 1970. */
  now(): number {
    return this.base() + this.#offset;
  }

  advance(ms: number): void {
    this.#offset += ms;
  }

  /** @param time in ms since 1970 */
  set(time: number): void {
    this.#offset = time - this.base();
  }
}
