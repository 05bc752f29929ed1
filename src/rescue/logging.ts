/** One log line per call. */
import type { Interceptor } from "../protocol/index.js";
import { statusOf } from "./outcome-status.js";

/** The part of a logger that a client uses. `console` has it, and so do the loggers of winston and log4js. */
export interface Logger {
  /**
   * Is called once for each call when it ends, including the sign-ins of the client.
   *
   * @param message the operation, the status and the duration: `login OK 120 ms`
   */
  debug(message: string, fields: LogFields): unknown;
}

/** The parts of a log line. They contain no value of a request or a response except the status. */
export interface LogFields {
  /** The name of the operation. */
  readonly operation: string;
  /** The status of the outcome, or the `code` of the error with which the call ended. */
  readonly status: string;
  /** The duration of the call, including waits and sign-ins, in ms. */
  readonly ms: number;
}

export function logging(logger: Logger): Interceptor {
  return (next) => async (call) => {
    const operation = call.operation.name;
    const startedAt = performance.now();
    const log = (status: string) => {
      const ms = Math.round(performance.now() - startedAt);
      logger.debug(`${operation} ${status} ${ms} ms`, { operation, status, ms });
    };
    try {
      const reply = await next(call);
      log(statusOf(reply) ?? String(reply.status));
      return reply;
    } catch (error) {
      log(codeOf(error));
      throw error;
    }
  };
}

function codeOf(error: unknown): string {
  const hasCode = error instanceof Error && "code" in error;
  return hasCode && typeof error.code === "string" ? error.code : "UNEXPECTED";
}
