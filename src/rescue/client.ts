/** The facade: one method per operation of the service. */

import { type CallOptions, startCall } from "../client/index.js";
import { operations } from "../generated/schema.js";
import { isOutcomeOperation } from "../protocol/index.js";
import type { Operation, OutcomeOperation } from "../schema/index.js";
import { rescueChain } from "./chain.js";
import { DEFAULT_ENDPOINT } from "./facts/endpoint.js";
import { REPEATABLE_OPERATIONS } from "./facts/repeatable.js";
import { Lifetime } from "./lifetime.js";
import { checkOptions, type RescueClientOptions } from "./options.js";

type MethodOf<Called> =
  Called extends OutcomeOperation<infer Request, infer _Response, infer Outcome>
    ? Method<Request, Outcome>
    : Called extends Operation<infer Request, infer Response>
      ? Method<Request, Response>
      : never;

/** The request is optional if all its members are. */
type Method<Request, Result> =
  Record<never, never> extends Request
    ? (request?: Request, options?: CallOptions) => Promise<Result>
    : (request: Request, options?: CallOptions) => Promise<Result>;

/**
 * A client of the Rescue API, with one method per operation of the service.
 *
 * A method resolves to the outcome of the operation, whatever its status. It rejects if there is no outcome: with
 * EncodeError or UnsupportedProtocolError before anything is sent; with SignInError, ConnectionError, TimeoutError,
 * AbortError, HttpError, SoapFault or DecodeError; and over the text pages with TextResponseError.
 *
 * `close()` ends it; `await using` does so at the end of a block.
 */
export type RescueClient = RescueMethods & RescueLifetime;

type RescueMethods = {
  readonly [Name in keyof typeof operations]: MethodOf<(typeof operations)[Name]>;
};

/** The end of a client. */
export interface RescueLifetime {
  /**
   * Ends the client. Calls that wait end with a ClientClosedError, and later calls are not sent. Exchanges in progress are
   * awaited, up to their timeout. Then the client signs out, if it is signed in, and closes the connections of its default
   * transport. It does not reject: a session that cannot be ended expires.
   */
  close(): Promise<void>;
  /** `close()`, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Creates a client for one account. It sends nothing before the first call.
 *
 * @example
 * const rescue = createRescueClient({ auth: { email, password } });
 * const pin = await rescue.requestPINCode({ sCField0: "ACME", bNoTechConsole: true });
 * if (pin.status !== "OK") throw new Error(pin.status);
 * const mail = await rescue.generateEmailText({ iPINCode: pin.iPINCode });
 *
 * @throws OptionsError if an option is invalid
 */
export function createRescueClient(options: RescueClientOptions): RescueClient {
  checkOptions(options);
  const { endpoint = DEFAULT_ENDPOINT } = options;
  const { send, end } = rescueChain(options, endpoint);
  const lifetime = new Lifetime();
  const waitSignal = lifetime.signal;
  const defaults = { ...options, endpoint, repeatable: REPEATABLE_OPERATIONS, waitSignal };
  const method = (operation: Operation) => {
    const resultKind = isOutcomeOperation(operation) ? "outcome" : "response";
    return async (request: object = {}, call: CallOptions = {}): Promise<unknown> => {
      lifetime.enter(operation.name);
      try {
        const { value } = await send(startCall({ operation, request, resultKind }, defaults, call));
        return value;
      } catch (error) {
        throw lifetime.explained(error, operation.name);
      } finally {
        lifetime.leave();
      }
    };
  };
  const methods = Object.entries<Operation>(operations).map(
    ([name, operation]) => [name, method(operation)] as const,
  );
  const close = () => lifetime.close(end);
  return {
    // The names are those of `operations`, and each value is made from the schema that has its type.
    ...(Object.fromEntries(methods) as RescueMethods),
    close,
    [Symbol.asyncDispose]: close,
  };
}
