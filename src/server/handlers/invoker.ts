/** Runs the operations of a service by its handlers. */

import type { Values } from "../../codec/index.js";
import type { Attachment } from "../../mime/index.js";
import { isOutcomeOperation } from "../../protocol/index.js";
import type { Operation } from "../../schema/index.js";
import { ServerError } from "../server-error.js";
import type { Invocation, Reply } from "../service-definition.js";
import { ServiceFault } from "../service-fault.js";
import type { Handlers, Operations, ServedCall } from "./handlers.js";
import { sampleMessage, sampleResponse } from "./sample-values.js";
import { wireValue } from "./statuses.js";

/** A call that arrived. Its request contains the secrets that the client sent. */
export interface ReceivedCall {
  /** The operation's name in `operations`. */
  readonly operation: string;
  /** The binding of the call. */
  readonly protocol: ServedCall["protocol"];
  /** The values of the request. */
  readonly request: Readonly<Record<string, unknown>>;
}

export interface InvokerOptions<Served extends Operations> {
  readonly handlers: Handlers<Served>;
  readonly unhandled?: "fault" | "sample";
  readonly onCall?: (call: ReceivedCall) => void;
}

/**
 * The function that runs an operation by its handler.
 *
 * @throws ServerError (`UNKNOWN_OPERATION`) if a handler is not for one of the operations
 */
export function invokerOf<Served extends Operations>(
  operations: Served,
  { handlers, unhandled = "fault", onCall }: InvokerOptions<Served>,
): (invocation: Invocation) => Reply | Promise<Reply> {
  const known = checkedHandlers(operations, handlers);
  const fallback = unhandled === "sample" ? sampleReply : noHandler;
  return (invocation) => {
    const { key, protocol, request } = invocation;
    onCall?.({ operation: key, protocol, request });
    const handler = known.get(key);
    return handler === undefined ? fallback(invocation) : run(handler, invocation);
  };
}

function sampleReply({ operation }: Invocation): Reply {
  const header = operation.headers?.output;
  return {
    isSample: true,
    value: sampleResponse(operation),
    header: header === undefined ? undefined : sampleMessage(header),
  };
}

function noHandler({ key }: Invocation): Reply {
  throw new ServiceFault(
    `${key} has no handler: add one to the options of the service, handlers: { ${key}: (request) => … }.`,
  );
}

/** A handler without the types of its operation. */
type AnyHandler = (request: never, call: ServedCall<unknown, never>) => unknown;

function checkedHandlers(
  operations: Operations,
  handlers: Readonly<Record<string, AnyHandler | undefined>>,
): ReadonlyMap<string, AnyHandler> {
  const checked = new Map<string, AnyHandler>();
  for (const [key, handler] of Object.entries(handlers)) {
    if (!Object.hasOwn(operations, key)) {
      const known = Object.keys(operations).join(", ");
      throw new ServerError(
        "UNKNOWN_OPERATION",
        `There is a handler for ${key}, but the contract has no such operation; it has ${known}.`,
      );
    }
    if (handler !== undefined) checked.set(key, handler);
  }
  return checked;
}

const NO_ATTACHMENTS: AsyncIterable<Attachment> = {
  async *[Symbol.asyncIterator]() {},
};

async function run(handler: AnyHandler, invocation: Invocation): Promise<Reply> {
  const { operation, request, http, key: _, ...rest } = invocation;
  let header: Values | undefined;
  const attachments: Attachment[] = [];
  const call: ServedCall<unknown, object, Readonly<Record<string, unknown>>> = {
    attachments: NO_ATTACHMENTS,
    ...rest,
    operation,
    attach: (attachment) => void attachments.push(attachment),
    headers: http.headers,
    cookies: http.cookies,
    setResponseHeader(given) {
      header = { ...given };
    },
    fault: (name, detail, { reason = name, ...options } = {}) =>
      new ServiceFault(reason, { ...options, name, detail }),
  };
  // The decoder made the request by the operation's schema, as the type of the handler was.
  const result = await handler(request as never, call);
  return { value: responseOf(operation, result), header, attachments };
}

function responseOf(operation: Operation, result: unknown): Values | undefined {
  if (result === undefined || result === null) return undefined;
  const value: Values = { ...Object(result) };
  if (!isOutcomeOperation(operation) || Object.hasOwn(value, operation.result)) return value;
  const { status, ...outs } = value;
  const wire = wireValue(operation, String(status));
  if (wire !== undefined) return { ...outs, [operation.result]: wire };
  throw new Error(
    `${operation.name} has no value for the status ${String(status)} in the contract.`,
  );
}
