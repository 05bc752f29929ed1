/** Ends a method with the first of its statuses that the operation lists, or else with Error. */
export class StatusError extends Error {
  readonly statuses: readonly string[];

  constructor(...statuses: readonly string[]) {
    super(statuses.join(" or "));
    this.statuses = statuses;
  }
}
