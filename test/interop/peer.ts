/** Tests that need a program of another maker on the machine. */
import { spawnSync } from "node:child_process";
import { describe, it } from "vitest";

export interface Peer {
  /** What is missing where the probe fails, in words. */
  readonly name: string;
  /** A command that succeeds where the peer is there. */
  readonly probe: readonly [command: string, ...args: string[]];
}

/** Skips the tests where the peer is missing; fails there when `RESCUE_SOAP_REQUIRE_PEERS` is set, as CI does. */
export function describeWithPeer({ name, probe }: Peer, title: string, tests: () => void): void {
  const [command, ...args] = probe;
  if (spawnSync(command, args).status === 0) {
    describe(title, tests);
  } else if (process.env.RESCUE_SOAP_REQUIRE_PEERS === "1") {
    it(title, () => {
      throw new Error(`${name} is missing; scripts/install-peers.sh installs it.`);
    });
  } else {
    describe.skip(`${title} (skipped: ${name} is not on this machine)`, tests);
  }
}
