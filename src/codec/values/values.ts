/** Values by the names of members. */
export type Values = Readonly<Record<string, unknown>>;
