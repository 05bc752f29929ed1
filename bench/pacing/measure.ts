/** Sends calls through a client or through p-throttle alone, and returns what the service counts. */
import pThrottle from "p-throttle";
import { createRescueClient, type Throttle } from "../../src/index.js";
import { type Counts, distantService } from "./distant-service.js";
import type { Network } from "./networks.js";
import { inVirtualTime } from "./virtual-time.js";

export interface Run {
  readonly network: Network;
  readonly calls: number;
  /** `p-throttle` for p-throttle alone. */
  readonly pacing: Throttle | "p-throttle";
  readonly errorEvery?: number;
}

let accounts = 0;

export async function measure({ network, calls, pacing, errorEvery }: Run): Promise<Counts> {
  const { transport, counts } = distantService(network, errorEvery);
  const isAlone = pacing === "p-throttle";
  accounts += 1;
  const rescue = createRescueClient({
    auth: { authCode: `bench ${accounts}` },
    transport,
    retry: false,
    throttle: isAlone ? false : pacing,
  });
  const call = () => rescue.generateEmailText({ iPINCode: 1 });
  const send = isAlone ? pThrottle({ limit: 1, interval: 1000, strict: true })(call) : call;
  await Promise.all(Array.from({ length: calls }, () => send()));
  return counts();
}

export function measureVirtually(run: Run): Promise<Counts> {
  return inVirtualTime(() => measure(run));
}
