/** What the methods of the service look like: typed by the contract, down to the statuses that each may answer. */
import type { operations } from "../../generated/index.js";
import type { OutcomeOperation } from "../../schema/index.js";
import type { ServiceCall } from "./service-call.js";

export type OperationName = keyof typeof operations;

type Typed<Name extends OperationName> =
  (typeof operations)[Name] extends OutcomeOperation<infer Request, infer _Response, infer Outcome>
    ? { readonly request: Request; readonly outcome: Outcome }
    : never;

/** An arm of an outcome without what the wire adds; the arm of unlisted values is none that a service answers. */
type Answered<Outcome> = Outcome extends { status: "Unlisted" } ? never : Omit<Outcome, "ret">;

export type Request<Name extends OperationName> = Typed<Name>["request"];

/** A status, and with OK the out parameters. */
export type Answer<Name extends OperationName> = Answered<Typed<Name>["outcome"]>;

export type Methods = {
  readonly [Name in OperationName]: (request: Request<Name>, call: ServiceCall) => Answer<Name>;
};
