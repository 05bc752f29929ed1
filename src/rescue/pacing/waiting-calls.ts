/** The calls that wait for one limit. Clients get turns in rotation, so that a client with many calls does not delay the others. */

/** A client's use of a limit. The object identifies the client. */
export interface PaceClient {
  /** The interval between two calls, in ms. */
  readonly interval: number;
  /** The largest number of waiting calls of the client. */
  readonly maxWaiting: number;
  /** The longest time that a call without a response delays the next one, in ms. */
  readonly stalledAfter: number;
  /** Whether calls may start earlier than an interval after a response. */
  readonly slack: boolean;
}

export interface WaitingCall {
  readonly client: PaceClient;
}

export class WaitingCalls<Call extends WaitingCall> {
  /** In the order in which the clients get turns; no set is empty. A set, so that an aborted call is removed quickly. */
  readonly #clients = new Map<PaceClient, Set<Call>>();
  /** The number of waiting clients by interval. */
  readonly #intervals = new Map<number, number>();

  get isEmpty(): boolean {
    return this.#clients.size === 0;
  }

  /** The call whose turn is next. */
  get first(): Call | undefined {
    for (const [first] of this.#clients.values()) return first;
    return undefined;
  }

  /** The longest interval of the clients with waiting calls, in ms; 0 if no call waits. */
  get longestInterval(): number {
    return Math.max(0, ...this.#intervals.keys());
  }

  /** The number of waiting calls of a client. */
  countOf(client: PaceClient): number {
    return this.#clients.get(client)?.size ?? 0;
  }

  /** The number of calls that will start before a new call of a client, if no further calls are added. */
  countBefore(client: PaceClient): number {
    const own = this.countOf(client);
    let isBefore = true;
    let count = own;
    for (const [other, calls] of this.#clients) {
      if (other === client) isBefore = false;
      else count += Math.min(calls.size, isBefore ? own + 1 : own);
    }
    return count;
  }

  add(call: Call): void {
    const { client } = call;
    const calls = this.#clients.get(client);
    if (calls === undefined) {
      this.#clients.set(client, new Set([call]));
      this.#count(client, 1);
    } else calls.add(call);
  }

  delete(call: Call): void {
    const { client } = call;
    const calls = this.#clients.get(client);
    if (calls?.delete(call) && calls.size === 0) {
      this.#clients.delete(client);
      this.#count(client, -1);
    }
  }

  /** Removes and returns the first call; the client of it gets its next turn after the others. */
  shift(): Call | undefined {
    const call = this.first;
    if (call === undefined) return undefined;
    const { client } = call;
    this.delete(call);
    const rest = this.#clients.get(client);
    if (rest !== undefined) {
      this.#clients.delete(client);
      this.#clients.set(client, rest);
    }
    return call;
  }

  #count({ interval }: PaceClient, change: number): void {
    const count = (this.#intervals.get(interval) ?? 0) + change;
    if (count === 0) this.#intervals.delete(interval);
    else this.#intervals.set(interval, count);
  }
}
