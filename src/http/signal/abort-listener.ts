/** Many functions on one `AbortSignal`, with one listener. */

/** The listener of a signal and the functions that it calls, in the order in which they were added. */
interface Listener {
  readonly functions: Set<() => void>;
  readonly listen: () => void;
}

const listeners = new WeakMap<AbortSignal, Listener>();

/**
 * Calls `run` once when `signal` aborts; not if it has aborted already. Node prints a warning if a signal has more than ten
 * listeners, and a program may use one signal for thousands of calls. So a signal has one listener for all of them.
 *
 * @param run a new function, which does not throw
 * @returns a function that removes `run`. It is called when the work ends, since the signal may exist longer
 */
export function onAbort(signal: AbortSignal | undefined, run: () => void): () => void {
  if (signal === undefined) return () => {};
  const listener = listeners.get(signal) ?? listenTo(signal);
  const { functions, listen } = listener;
  functions.add(run);
  return () => {
    functions.delete(run);
    if (functions.size > 0 || listeners.get(signal) !== listener) return;
    listeners.delete(signal);
    signal.removeEventListener("abort", listen);
  };
}

function listenTo(signal: AbortSignal): Listener {
  const functions = new Set<() => void>();
  const listen = () => {
    listeners.delete(signal);
    for (const run of functions) run();
  };
  const listener = { functions, listen };
  listeners.set(signal, listener);
  signal.addEventListener("abort", listen, { once: true });
  return listener;
}
