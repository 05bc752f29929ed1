/** The facade: a method for each operation of the service, which gives its outcome. */

import { type CallOptions, soapExchange, startCall } from "../client/index.js";
import { encodeMessage } from "../codec/index.js";
import { operations } from "../generated/schema.js";
import { clientTransport } from "../http/index.js";
import {
  type Call,
  compose,
  type Interceptor,
  isOutcomeOperation,
  type Next,
} from "../protocol/index.js";
import type { Operation, OutcomeOperation } from "../schema/index.js";
import { fillAuthCode } from "./auth-code.js";
import { logging } from "./logging.js";
import { checkOptions, DEFAULT_ENDPOINT, type RescueClientOptions } from "./options.js";
import { pacing } from "./pacing/pacing.js";
import { requestCheck } from "./request-check.js";
import { session } from "./session.js";
import { signIn } from "./sign-in.js";

/** A call of an operation; the request may be left out where all its members may. */
type Method<Called> =
  Called extends OutcomeOperation<infer Request, infer _Response, infer Outcome>
    ? Invocation<Request, Outcome>
    : Called extends Operation<infer Request, infer Response>
      ? Invocation<Request, Response>
      : never;

type Invocation<Request, Result> =
  Record<never, never> extends Request
    ? (request?: Request, options?: CallOptions) => Promise<Result>
    : (request: Request, options?: CallOptions) => Promise<Result>;

/**
 * A method for each operation of the service. It resolves to the operation's outcome, whatever the service says, and
 * rejects when there is no outcome: EncodeError before anything was sent; SignInError, ConnectionError, TimeoutError,
 * AbortError, HttpError, SoapFault, DecodeError, and with the text pages UnsupportedProtocolError and TextAnswerError.
 */
export type RescueClient = {
  readonly [Name in keyof typeof operations]: Method<(typeof operations)[Name]>;
};

/**
 * A client for an account. Nothing is sent before the first call.
 *
 * @example
 * const rescue = createRescueClient({ auth: { email, password } });
 * const pin = await rescue.requestPINCode({ sCField0: "ACME", bNoTechConsole: true });
 * if (pin.status !== "OK") throw new Error(pin.status);
 * const mail = await rescue.generateEmailText({ iPINCode: pin.iPINCode });
 *
 * @throws OptionsError when an option makes no sense
 */
export function createRescueClient(options: RescueClientOptions): RescueClient {
  checkOptions(options);
  const { endpoint = DEFAULT_ENDPOINT } = options;
  const send = rescueChain(options, endpoint);
  const method = (operation: Operation) => {
    const answer = isOutcomeOperation(operation) ? "outcome" : "response";
    return async (request: object = {}, call: CallOptions = {}): Promise<unknown> => {
      const { value } = await send(
        startCall(operation, request, answer, { ...options, endpoint }, call),
      );
      return value;
    };
  };
  const methods = Object.entries<Operation>(operations).map(
    ([name, operation]) => [name, method(operation)] as const,
  );
  // The names are those of `operations`, and the values are made by the schemas that carry the types.
  return Object.fromEntries(methods) as RescueClient;
}

/** What a protocol does: see whether a request can be encoded, and send it. */
interface Exchange {
  readonly check: (call: Call) => unknown;
  readonly send: Next;
}

/** The layers of a call. The outer ones see each call once, the inner ones what is sent for it. */
function rescueChain(options: RescueClientOptions, endpoint: string): Next {
  const { auth, logger, onWait, throttle = {} } = options;
  const { check, send } = exchangeOf(options, endpoint);
  const layers: Interceptor[] = [...(options.interceptors ?? []), requestCheck(check)];
  if (logger !== undefined) layers.unshift(logging(logger));
  if ("authCode" in auth) {
    layers.push(fillAuthCode(auth.authCode));
  } else {
    // A call like any other, from the outermost layer on: it is logged, and the interceptors see it.
    const defaults = { ...options, endpoint };
    layers.push(session(() => signIn(auth, defaults, (call) => chain(call))));
  }
  if (throttle !== false) {
    const identity = "authCode" in auth ? auth.authCode : auth.email.toLowerCase();
    const account = `${new URL(endpoint).host} ${identity}`;
    layers.push(pacing({ throttle, account, onWait }));
  }
  const chain = compose(layers, send);
  return chain;
}

function exchangeOf(options: RescueClientOptions, endpoint: string): Exchange {
  const { protocol = "soap12", ...shared } = options;
  if (protocol === "post" || protocol === "get") return textExchange(options, endpoint, protocol);
  return {
    check: ({ operation, request }) => encodeMessage(operation.input, request),
    send: soapExchange({ ...shared, endpoint, protocol }),
  };
}

/** The text pages are the road less taken: their part is loaded with the first call. */
function textExchange(
  options: RescueClientOptions,
  endpoint: string,
  protocol: "post" | "get",
): Exchange {
  const method = protocol === "post" ? "POST" : "GET";
  const transport = clientTransport(options);
  const { maxResponseBytes } = options;
  const settings = { endpoint, method, transport, maxResponseBytes } as const;
  let send: Next | undefined;
  return {
    check: async (call) => (await import("./text-pages/text-call.js")).textParameters(call),
    send: async (call) => {
      send ??= (await import("./text-pages/text-call.js")).textExchange(settings);
      return send(call);
    },
  };
}
