/** The cells of a pair as tests. */
import { afterAll, beforeAll, describe, it } from "vitest";
import type { Pair, Running } from "./pair.js";
import { describeWithPeer, missingPeer } from "./peer.js";

export function describePair(pair: Pair): void {
  const title = `${pair.client} → ${pair.server}`;
  const peer = missingPeer(pair.peers) ?? pair.peers[0];
  if (peer === undefined) describe(title, () => describeCells(pair));
  else describeWithPeer(peer, title, () => describeCells(pair));
}

function describeCells(pair: Pair): void {
  describe.each(pair.protocols)("%s", (protocol) => {
    let running: Running;
    beforeAll(async () => {
      running = await pair.start(protocol);
    }, 120_000);
    // If it could not start there is nothing to close.
    afterAll(() => running?.close());

    const lacks = pair.lacks(protocol);
    it.each(pair.kinds.filter((kind) => lacks[kind] === undefined))("%s", (kind) =>
      running.run(kind),
    );
  });
}
