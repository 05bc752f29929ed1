/** Clients of other stacks against the Rescue simulator. */
import { startSimulator } from "../../../src/simulator/index.js";
import type { Pair } from "../pair.js";
import { RESCUE_CLIENTS, type RescueClient } from "./clients.js";
import { RESCUE_KINDS, type RescueKind } from "./kinds.js";

function rescuePair({ name, run, lacks, ...client }: RescueClient): Pair<RescueKind> {
  return {
    ...client,
    client: name,
    server: "our Rescue simulator",
    kinds: RESCUE_KINDS,
    lacks: () => lacks,
    /** The program runs once for all kinds. */
    async start(protocol) {
      const simulator = await startSimulator();
      let output: string;
      try {
        output = await run(simulator.url, protocol);
      } finally {
        await simulator.close();
      }
      return { run: async (kind) => find(kind, output), close: async () => {} };
    },
  };
}

/** @throws Error if the program does not report that the kind works */
export function find(kind: string, output: string): void {
  const lines = output.split(/\r?\n/);
  if (lines.includes(`ok ${kind}`)) return;
  const failure = lines.find((line) => line.startsWith(`failed ${kind}:`));
  throw new Error(failure ?? `The program does not show ${kind}: ${output.slice(0, 2_000)}`);
}

export const RESCUE_PAIRS: readonly Pair[] = RESCUE_CLIENTS.map(rescuePair);
