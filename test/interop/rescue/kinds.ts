/** What a client does with the Rescue service, by the names in the table. */
export const RESCUE_KINDS = [
  "sign-in and session",
  "not signed in",
  "out parameters",
  "email",
  "auth code",
  "arrays",
  "objects",
  "characters",
  "dates",
  "fault",
] as const;

export type RescueKind = (typeof RESCUE_KINDS)[number];
