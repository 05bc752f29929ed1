/** The types of the methods, derived from the contract, including the statuses that each may return. */
import type { operations } from "../../generated/index.js";
import type { OutcomeOperation } from "../../schema/index.js";
import type { Values } from "../../server/index.js";
import type { ServiceCall } from "./service-call.js";

export type OperationName = keyof typeof operations;

type Typed<Name extends OperationName> =
  (typeof operations)[Name] extends OutcomeOperation<infer Request, infer _Response, infer Outcome>
    ? { readonly request: Request; readonly outcome: Outcome }
    : never;

/** The members of an outcome without `ret`, and without the member for values that the contract does not list. */
type Listed<Outcome> = Outcome extends { status: "Unlisted" } ? never : Omit<Outcome, "ret">;

export type Request<Name extends OperationName> = Typed<Name>["request"];

export type Methods = {
  readonly [Name in OperationName]: (
    request: Request<Name>,
    call: ServiceCall,
  ) => Listed<Typed<Name>["outcome"]>;
};

/** The result of any method. */
export interface MethodResult {
  readonly status: string;
  /** The out parameters, if the status is `OK`. */
  readonly outs: Values;
}
