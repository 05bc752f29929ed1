/** The plain-text pages next to API.asmx: which operations have one, and their names. */

/** Why the page of an operation can't be called. */
export interface PageProblem {
  readonly kind: "NO_PAGE" | "UNKNOWN_FORMAT" | "UNKNOWN_PARAMETERS";
  /** Completes a sentence whose subject is the operation. */
  readonly text: string;
}

const PROBLEMS: ReadonlyMap<string, PageProblem> = new Map([
  ["createUsers", { kind: "UNKNOWN_FORMAT", text: "accepts a table in an undocumented format" }],
  ["requestInvitationLink", { kind: "UNKNOWN_PARAMETERS", text: "has no documented parameters" }],
  ["setUserStatus_v7_1", { kind: "NO_PAGE", text: "has no known page" }],
]);

/** @returns `undefined` if the page of the operation is documented */
export function pageProblem(operation: string): PageProblem | undefined {
  return PROBLEMS.get(operation);
}

/** The page of an operation. Pages write a version as `_v2`, SOAP also as `_V2` and `V2`. */
export function pageOf(operation: string): string {
  return `${operation.replace(/_?v(\d+)$/i, "_v$1")}.aspx`;
}
