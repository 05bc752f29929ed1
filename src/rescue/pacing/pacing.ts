/** Keeps calls within the rate limits of the service. */
import {
  type Call,
  type Interceptor,
  isWaitObserved,
  type Next,
  type Reply,
  reportWait,
} from "../../protocol/index.js";
import { authCodeOf } from "../facts/sign-in.js";
import { statusOf } from "../outcome-status.js";
import type { Turn } from "./pace.js";
import { Paces } from "./paces.js";
import { familyOf, isTooEarly, paceClients, type Throttle } from "./throttle.js";

/** A call that waits for its turn because of a rate limit. */
export interface Wait {
  /** The name of the operation. */
  readonly operation: string;
  /** The expected wait in ms. The actual wait is longer if calls before it take long to respond. */
  readonly delay: number;
}

export interface PacingOptions {
  readonly throttle: Throttle;
  /** The host of the service and the account: a rate limit applies to both together. */
  readonly host: string;
  readonly account: string;
  readonly onWait: ((wait: Wait) => void) | undefined;
}

/** The paces of this process: clients of the same account share a limit. */
const paces = new Paces();

/**
 * Keeps the interval between calls of a family, for all clients of an account in this process. It is not an async function,
 * whose state would need twice the memory for each call that waits.
 */
export function pacing({ throttle, host, account, onWait }: PacingOptions): Interceptor {
  const clients = paceClients(throttle);
  return (next) => (call) => {
    const { request, signal, waitSignal } = call;
    const operation = call.operation.name;
    const family = familyOf(operation);
    if (family === undefined || clients[family].interval === 0) return next(call);
    // A call with its own auth code counts for the account of the code.
    const pace = paces.of(`${family} ${host} ${authCodeOf(request) ?? account}`);
    // Thousands of calls may wait. To encode the few that are sent per second once more costs nothing.
    call.encoded?.forget();
    const client = clients[family];
    const waits = waitReport(call, onWait);
    try {
      const startedAt = performance.now();
      return pace.turn({ client, operation, signal, waitSignal, onWait: waits }).then(
        (turn) => {
          addWait(call, startedAt);
          return sendIn(turn, call, next);
        },
        (error) => {
          addWait(call, startedAt);
          throw error;
        },
      );
    } catch (error) {
      return Promise.reject(error);
    }
  };
}

function addWait({ progress }: Call, startedAt: number): void {
  progress.waited += performance.now() - startedAt;
}

/** Reports the expected wait of a call; `undefined` if nobody observes it. */
function waitReport(
  call: Call,
  onWait: PacingOptions["onWait"],
): ((delay: number) => void) | undefined {
  if (onWait === undefined && !isWaitObserved(call)) return undefined;
  return (delay) => {
    reportWait(call, { delay });
    onWait?.({ operation: call.operation.name, delay });
  };
}

async function sendIn(turn: Turn, call: Call, next: Next): Promise<Reply> {
  try {
    const reply = await next(call);
    turn.responded(isTooEarly(statusOf(reply)));
    return reply;
  } catch (error) {
    turn.failed();
    throw error;
  }
}
