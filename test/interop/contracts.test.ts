/** The contracts that all servers echo are what Mono writes for its service. */
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { download } from "../../src/cli/wsdl/download.js";
import { diffContracts } from "../../src/contract/diff/contracts.js";
import { contractJson } from "../../src/contract/index.js";
import { parseContract, readText } from "../../src/wsdl/index.js";
import { CONTRACTS, type EchoServer } from "./echo/servers.js";
import { startMono } from "./mono/service.js";
import { describeWithPeer, MONO } from "./peer.js";

describeWithPeer(MONO, "The contracts", () => {
  let mono: EchoServer;
  beforeAll(async () => {
    mono = await startMono();
  });
  afterAll(() => mono?.close());

  it.each(CONTRACTS)("%s is what Mono writes", async (name) => {
    const recorded = await readFile(new URL(`contracts/${name}.wsdl`, import.meta.url), "utf8");
    const { text } = await readText(`${mono.urls[name]}?wsdl`, download);
    const written = text.replace(/(127\.0\.0\.1):\d+/g, "$1");
    const summary = (text: string) => contractJson(parseContract(text, `${name}.wsdl`));
    expect(diffContracts(summary(recorded), summary(written))).toEqual([]);
  });
});
