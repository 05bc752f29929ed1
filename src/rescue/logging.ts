/** One line a call, for whatever logger the application has. */
import type { Interceptor } from "../protocol/index.js";
import { statusOf } from "./reply-status.js";

/** As much of a logger as is used: `console` is one, and so are those of winston and log4js. */
export interface Logger {
  debug(message: string, fields: LogFields): unknown;
}

export interface LogFields {
  readonly operation: string;
  /** The outcome's status, or the code of the error that the call ended with. */
  readonly status: string;
  /** From the call to its end, waiting and signing in included, in ms. */
  readonly ms: number;
}

/** Logs each call when it ends, sign-ins too: never what it carries. */
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
