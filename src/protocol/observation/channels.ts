/** The diagnostics channels of Node. On platforms without them nothing is published. */
import type { Channel, TracingChannel } from "node:diagnostics_channel";
import { publicEndpoint } from "../../errors/index.js";
import type { Call } from "../call.js";
import type { ObservedCall, RetryMessage, WaitMessage } from "../call-progress.js";
import type { CallMessage, CircuitChange } from "./messages.js";

interface Channels {
  readonly call: TracingChannel<unknown, CallMessage>;
  readonly retry: Channel;
  readonly wait: Channel;
  readonly circuit: Channel;
}

let opened: Channels | undefined;

/** The channels; `undefined` if the platform has none. Not imported, since browsers do not have the module. */
export function channels(): Channels | undefined {
  if (opened !== undefined) return opened;
  const module = globalThis.process?.getBuiltinModule?.("node:diagnostics_channel");
  if (module?.tracingChannel === undefined) return undefined;
  opened = {
    call: module.tracingChannel("rescue-soap:call"),
    retry: module.channel("rescue-soap:retry"),
    wait: module.channel("rescue-soap:wait"),
    circuit: module.channel("rescue-soap:circuit"),
  };
  return opened;
}

type Details<Message extends ObservedCall> = Omit<Message, keyof ObservedCall>;

/** Whether the waits for the turn of a call have an observer: their expected time is calculated only then. */
export function isWaitObserved({ progress }: Call): boolean {
  return channels()?.wait.hasSubscribers || progress.observers.length > 0;
}

/** Publishes that a call is repeated. */
export function reportRetry(call: Call, details: Details<RetryMessage>): void {
  const channel = channels()?.retry;
  const observers = call.progress.observers;
  if (!channel?.hasSubscribers && observers.length === 0) return;
  const message = { ...observedCall(call), ...details };
  if (channel?.hasSubscribers) channel.publish(message);
  for (const { onRetry } of observers) onRetry?.(message);
}

/** Publishes that a call waits for its turn. */
export function reportWait(call: Call, details: Details<WaitMessage>): void {
  const channel = channels()?.wait;
  const message = { ...observedCall(call), ...details };
  if (channel?.hasSubscribers) channel.publish(message);
  for (const { onWait } of call.progress.observers) onWait?.(message);
}

/** Publishes a change of a circuit breaker. */
export function reportCircuit(change: CircuitChange): void {
  const channel = channels()?.circuit;
  if (channel?.hasSubscribers) channel.publish(change);
}

export function observedCall({ operation, endpoint, progress }: Call): ObservedCall {
  return {
    operation: operation.name,
    endpoint: publicEndpoint(endpoint),
    progress,
  };
}
