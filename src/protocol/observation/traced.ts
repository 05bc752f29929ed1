/** The events of a call on its tracing channel. */
import type { TracingChannel } from "node:diagnostics_channel";
import type { Call, Next, Reply } from "../call.js";
import { CallProgress } from "../call-progress.js";
import { type CallResult, resultOfError, resultOfReply } from "./call-result.js";
import { channels, observedCall } from "./channels.js";
import type { CallMessage } from "./messages.js";

type CallChannel = TracingChannel<unknown, CallMessage>;

/** Publishes the start and the end of each call, if the channel has subscribers when the call starts. */
export function traced(next: Next): Next {
  return (call) => {
    const channel = channels()?.call;
    if (channel === undefined || !hasSubscribers(channel)) return next(call);
    const { progress = new CallProgress() } = call;
    progress.observe();
    return trace(channel, { ...call, progress }, next);
  };
}

function hasSubscribers({ start, end, asyncStart, asyncEnd, error }: CallChannel): boolean {
  return [start, end, asyncStart, asyncEnd, error].some((channel) => channel.hasSubscribers);
}

/** `tracePromise` of the channel, whose message would contain the response and the error. */
async function trace(channel: CallChannel, call: Call, next: Next): Promise<Reply> {
  const message: CallMessage = observedCall(call);
  const startedAt = performance.now();
  const settle = (result: CallResult) =>
    Object.assign(message, result, { duration: performance.now() - startedAt });
  const finish = () =>
    channel.asyncStart.runStores(message, () => channel.asyncEnd.publish(message));
  try {
    const reply = await channel.start.runStores(message, () => {
      const promise = next(call);
      channel.end.publish(message);
      return promise;
    });
    settle(resultOfReply(call, reply));
    finish();
    return reply;
  } catch (error) {
    settle(resultOfError(error));
    channel.error.publish(message);
    finish();
    throw error;
  }
}
