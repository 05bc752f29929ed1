/** Networks between a client and the service: how long each request and each response needs. */

export interface Legs {
  /** From the client to the service, in ms. */
  readonly out: number;
  /** Back to the client, in ms. */
  readonly back: number;
}

/** What a hostile network knows about the client. */
export interface Observation {
  /** Whether the request was sent earlier than one interval after the latest response. */
  readonly isEarly: boolean;
  /** The number of early requests since the latest rejection, and of rejections. */
  readonly earlySince: number;
  readonly rejections: number;
}

/** Returns the legs of the next call. Each run has its own. */
export type Network = () => (call: number, observed: Observation) => Legs;

const half = (roundTrip: number): Legs => ({ out: roundTrip / 2, back: roundTrip / 2 });

/** The same numbers in each run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const steady =
  (roundTrip: number): Network =>
  () =>
  () =>
    half(roundTrip);

/** Round trips from `low` to `high`, split at random. */
export const jitter =
  (low: number, high: number): Network =>
  () => {
    const random = randomNumbers(1);
    return () => {
      const roundTrip = low + random() * (high - low);
      const out = random() * roundTrip;
      return { out, back: roundTrip - out };
    };
  };

/** Alternates between round trips, `period` calls each. */
export const changing =
  (period: number, ...roundTrips: readonly number[]): Network =>
  () =>
  (call) =>
    half(roundTrips[Math.floor(call / period) % roundTrips.length] ?? 0);

/** Each leg is fast or slow at random, rarely at first. */
export const bimodal =
  (roundTrip: number, share: number): Network =>
  () => {
    const random = randomNumbers(2);
    const leg = () => (random() < share ? 0 : roundTrip / 2);
    return () => ({ out: leg(), back: leg() });
  };

/**
 * All round trips are equal, so that no client can see how they are split. When it pays, a slow way to the service with a
 * response at once is followed by a request that arrives at once: the two are closer together by the whole slack.
 *
 * @param patience the number of early calls without an attack after each of the first `climb` attacks
 */
export const hostile =
  (roundTrip: number, patience: number, climb = 0): Network =>
  () => {
    let isPrepared = false;
    return (_, { isEarly, earlySince, rejections }) => {
      const attacks = isPrepared && isEarly;
      isPrepared = !attacks && (rejections < climb || rejections === 0 || earlySince >= patience);
      if (attacks) return { out: 0, back: roundTrip };
      return isPrepared ? { out: roundTrip, back: 0 } : half(roundTrip);
    };
  };
