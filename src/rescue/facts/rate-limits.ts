/** Documented rate limits. */

export interface RateLimit {
  /** The names of the operations that share the limit. */
  readonly operations: RegExp;
  /** Calls per window. */
  readonly calls: number;
  /** In ms. */
  readonly window: number;
  /** The status of a call above the limit. */
  readonly status: string;
}

/**
 * Rate limits by the operation that each is documented for. It is not documented whether the operations that return a
 * PIN code or an invitation link share one limit. They are assumed to, because that is safe.
 */
export const RATE_LIMITS = {
  login: { operations: /^login$/, calls: 10, window: 3 * 60_000, status: "LimitReached" },
  generateEmailText: {
    operations: /^generateEmailText/,
    calls: 1,
    window: 1_000,
    status: "Error",
  },
  requestPINCode: {
    operations: /^request(?:(?:Lens)?PINCode|InvitationLink)/,
    calls: 1,
    window: 1_000,
    status: "PollRateExceeded",
  },
  getReport: { operations: /^getReport(?:_v\d+)?$/, calls: 1, window: 60_000, status: "Error" },
} as const satisfies Readonly<Record<string, RateLimit>>;

export type RateLimitName = keyof typeof RATE_LIMITS;
