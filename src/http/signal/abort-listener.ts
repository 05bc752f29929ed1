/**
 * Many receivers of one `AbortSignal`, with one listener. Node prints a warning if a signal has more than ten listeners, and
 * a program may use one signal for thousands of calls.
 */

/** Work that ends when a signal aborts. */
export interface Abortable {
  /** Is called once. It does not throw. */
  abort(): void;
}

/** The listener of a signal and the receivers that it calls, in the order in which they were added. */
interface Listener {
  readonly receivers: Set<Abortable>;
  readonly listen: () => void;
}

const listeners = new WeakMap<AbortSignal, Listener>();

/** Calls `receiver` when `signal` aborts; not if it has aborted already. */
export function addAbortable(signal: AbortSignal, receiver: Abortable): void {
  if (signal.aborted) return;
  const { receivers } = listeners.get(signal) ?? listenTo(signal);
  receivers.add(receiver);
}

/** Is called when the work ends, since the signal may exist longer. */
export function removeAbortable(signal: AbortSignal, receiver: Abortable): void {
  const listener = listeners.get(signal);
  if (listener === undefined) return;
  listener.receivers.delete(receiver);
  if (listener.receivers.size > 0) return;
  listeners.delete(signal);
  signal.removeEventListener("abort", listener.listen);
}

/**
 * Calls `run` when `signal` aborts; not if it has aborted already.
 *
 * @param run does not throw
 * @returns a function that removes `run`
 */
export function onAbort(signal: AbortSignal | undefined, run: () => void): () => void {
  if (signal === undefined) return () => {};
  const receiver = { abort: run };
  addAbortable(signal, receiver);
  return () => removeAbortable(signal, receiver);
}

/**
 * Calls `run` with the signal that aborts first; not for one that has aborted already.
 *
 * @returns a function that removes `run`
 */
export function onAnyAbort(
  signals: readonly (AbortSignal | undefined)[],
  run: (signal: AbortSignal) => void,
): () => void {
  const present = signals.filter((signal) => signal !== undefined);
  const releases = present.map((signal) => onAbort(signal, () => run(signal)));
  return () => {
    for (const release of releases) release();
  };
}

function listenTo(signal: AbortSignal): Listener {
  const receivers = new Set<Abortable>();
  const listen = () => {
    // A receiver may remove others, so the listener is forgotten after all of them.
    for (const receiver of receivers) receiver.abort();
    listeners.delete(signal);
  };
  const listener = { receivers, listen };
  listeners.set(signal, listener);
  signal.addEventListener("abort", listen, { once: true });
  return listener;
}
