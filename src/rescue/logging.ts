/** One log line per call. */
import { type Delivery, UndeliveredError } from "../errors/index.js";
import { type Call, type Interceptor, resultOfError } from "../protocol/index.js";
import { statusOf } from "./outcome-status.js";

/** The part of a logger that a client uses. `console` has it, and so do the loggers of winston and log4js. */
export interface Logger {
  /**
   * Is called once for each call when it ends, including the sign-ins of the client.
   *
   * @param message the operation, the status and the duration: `login OK 120 ms`
   */
  debug(message: string, fields: LogFields): unknown;
  /** Absent: a logger that has it gets the fields first. */
  readonly bindings?: undefined;
}

/** A logger whose fields precede the message: one of pino, and the `log` of Fastify. It is recognized by `bindings`. */
export interface FieldsFirstLogger {
  /**
   * Is called once for each call when it ends, including the sign-ins of the client.
   *
   * @param message the operation, the status and the duration: `login OK 120 ms`
   */
  debug(fields: LogFields, message: string): unknown;
  /** Returns the fields that the logger adds to each line. It is not called. */
  bindings(): unknown;
}

/** The parts of a log line. They contain no value of a request or a response except the status. */
export interface LogFields {
  /** The name of the operation. */
  readonly operation: string;
  /** The status of the outcome, or the `code` of the error with which the call ended. */
  readonly status: string;
  /** The duration of the call, including waits and sign-ins, in ms. */
  readonly ms: number;
  /** The number of requests that were sent for the call, without those of a sign-in. */
  readonly attempts: number;
  /** The time for which the call has waited for its turn and for its next attempt, in ms. */
  readonly waited: number;
  /** Whether the service may have received a request that has no response; absent if the call does not end with such an error. */
  readonly delivery?: Delivery;
  /** The local name of the code of a fault; absent if the call does not end with a fault. */
  readonly faultCode?: string;
}

export function logging(logger: Logger | FieldsFirstLogger): Interceptor {
  const write = writer(logger);
  return (next) => async (call) => {
    const startedAt = performance.now();
    const log = (status: string, more: Pick<LogFields, "delivery" | "faultCode"> = {}) =>
      write({ ...fieldsOf(call, startedAt), status, ...more });
    try {
      const reply = await next(call);
      log(statusOf(reply) ?? String(reply.status));
      return reply;
    } catch (error) {
      const { errorCode = "UNEXPECTED", faultCode } = resultOfError(error);
      const delivery = error instanceof UndeliveredError ? { delivery: error.delivery } : {};
      log(errorCode, { ...delivery, ...(faultCode === undefined ? {} : { faultCode }) });
      throw error;
    }
  };
}

function fieldsOf({ operation, progress }: Call, startedAt: number): Omit<LogFields, "status"> {
  return {
    operation: operation.name,
    ms: Math.round(performance.now() - startedAt),
    attempts: progress.exchanges,
    waited: Math.round(progress.waited),
  };
}

/** pino reads the fields first, and ignores an object behind a message. */
function writer(logger: Logger | FieldsFirstLogger): (fields: LogFields) => void {
  const text = ({ operation, status, ms }: LogFields) => `${operation} ${status} ${ms} ms`;
  return logger.bindings !== undefined
    ? (fields) => void logger.debug(fields, text(fields))
    : (fields) => void logger.debug(text(fields), fields);
}
