/** One signal for two. */
import { onAnyAbort } from "./abort-listener.js";

export interface JoinedSignal {
  /** Aborts with the reason of the first one that aborts. */
  readonly signal: AbortSignal;
  /** Is called when the work ends. `AbortSignal.any` would stay with the signals that exist longer. */
  readonly release: () => void;
}

export function joined(first: AbortSignal | undefined, second: AbortSignal): JoinedSignal {
  if (first === undefined) return { signal: second, release: () => {} };
  const controller = new AbortController();
  const abort = ({ reason }: AbortSignal) => controller.abort(reason);
  if (first.aborted) abort(first);
  return { signal: controller.signal, release: onAnyAbort([first, second], abort) };
}
