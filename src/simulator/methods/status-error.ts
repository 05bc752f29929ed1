/** Thrown to answer with the first of some statuses that the operation lists, else with Error. */
export class StatusError extends Error {
  readonly statuses: readonly string[];

  constructor(...statuses: readonly string[]) {
    super(statuses.join(" or "));
    this.statuses = statuses;
  }
}
