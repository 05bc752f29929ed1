/** The paces of all limits in use. */
import { Pace } from "./pace.js";

export class Paces {
  readonly #paces = new Map<string, Pace>();

  get size(): number {
    return this.#paces.size;
  }

  /**
   * The pace of a limit. Do not keep it between calls: an idle pace is removed when another limit is used.
   *
   * @param limit identifies the limit: operations, service and account
   */
  of(limit: string): Pace {
    let pace = this.#paces.get(limit);
    if (pace === undefined) {
      for (const [other, candidate] of this.#paces) {
        if (candidate.isForgettable) this.#paces.delete(other);
      }
      pace = new Pace();
      this.#paces.set(limit, pace);
    }
    return pace;
  }
}
