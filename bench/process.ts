/** A whole process, from its start to one response and its end. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { interleave } from "./interleave.js";
import { median } from "./statistics.js";
import { withResponseServer } from "./with-response-server.js";

export interface ProcessFigures {
  /** ms above a bare Node process. */
  readonly ours: number;
  readonly nodeSoap: number;
  readonly bareNode: number;
  readonly timesLessThanNodeSoap: number;
}

export function wholeProcess(rounds: number): Promise<ProcessFigures> {
  return withResponseServer(async (url) => {
    const times = await interleave(
      {
        bareNode: () => run("bare.mjs", url),
        ours: () => run("ours.mjs", url),
        nodeSoap: () => run("node-soap.mjs", url),
      },
      rounds,
      1,
    );
    const above = (own: readonly number[]) =>
      median(own.map((time, round) => time - (times.bareNode[round] ?? Number.NaN))) / 1_000;
    const ours = above(times.ours);
    const nodeSoap = above(times.nodeSoap);
    const bareNode = median(times.bareNode) / 1_000;
    return { ours, nodeSoap, bareNode, timesLessThanNodeSoap: nodeSoap / ours };
  });
}

async function run(script: string, url: string): Promise<void> {
  const child = spawn(process.execPath, [`bench/process/${script}`, url], { stdio: "inherit" });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
}
