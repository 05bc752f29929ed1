/** What has happened to a call so far. */

/** The progress of a call; all copies of the call share it. */
export class CallProgress {
  /** The number of exchanges with the server, without those of a sign-in. */
  exchanges = 0;
  /** The time for which the call has waited for its turn and for its next attempt, in ms. */
  waited = 0;
  /** Whether a request was sent whose response has not been read yet. */
  isInExchange = false;
}
