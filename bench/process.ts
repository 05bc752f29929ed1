/** A whole process, from its start to one response and its end. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { interleave } from "./interleave.js";
import { median } from "./statistics.js";
import { withResponseServer } from "./with-response-server.js";

export interface ProcessFigures {
  /** ms above a bare Node process. */
  readonly ours: number;
  readonly nodeSoap: number;
  readonly bareNode: number;
  readonly timesLessThanNodeSoap: number;
  readonly cpu: CpuFigures;
}

/** CPU time in ms above a bare Node process. */
export interface CpuFigures {
  readonly ours: number;
  /** The same sources as one file per module, without a bundler. */
  readonly modules: number;
  readonly nodeSoap: number;
  readonly bareNode: number;
  readonly timesLessThanModules: number;
  readonly timesLessThanNodeSoap: number;
}

type Subject = "bareNode" | "ours" | "modules" | "nodeSoap";

export function wholeProcess(rounds: number): Promise<ProcessFigures> {
  const modules = compileModules();
  return withResponseServer(async (url) => {
    const cpu: Record<Subject, number[]> = { bareNode: [], ours: [], modules: [], nodeSoap: [] };
    const measured =
      (subject: Subject, script: string, ...args: string[]) =>
      async () => {
        cpu[subject].push(await run(script, url, ...args));
      };
    const times = await interleave(
      {
        bareNode: measured("bareNode", "bare.mjs"),
        ours: measured("ours", "ours.mjs", "rescue-soap"),
        modules: measured("modules", "ours.mjs", modules),
        nodeSoap: measured("nodeSoap", "node-soap.mjs"),
      },
      rounds,
      1,
    );
    const ours = above(times.ours, times.bareNode);
    const nodeSoap = above(times.nodeSoap, times.bareNode);
    const bareNode = median(times.bareNode) / 1_000;
    const timesLessThanNodeSoap = nodeSoap / ours;
    return { ours, nodeSoap, bareNode, timesLessThanNodeSoap, cpu: cpuFigures(cpu) };
  });
}

function cpuFigures(cpu: Readonly<Record<Subject, readonly number[]>>): CpuFigures {
  const ours = above(cpu.ours, cpu.bareNode);
  const modules = above(cpu.modules, cpu.bareNode);
  const nodeSoap = above(cpu.nodeSoap, cpu.bareNode);
  const bareNode = median(cpu.bareNode) / 1_000;
  return {
    ours,
    modules,
    nodeSoap,
    bareNode,
    timesLessThanModules: modules / ours,
    timesLessThanNodeSoap: nodeSoap / ours,
  };
}

/** Milliseconds above the bare process of the same round, from µs. */
function above(own: readonly number[], bare: readonly number[]): number {
  return median(own.map((time, round) => time - (bare[round] ?? Number.NaN))) / 1_000;
}

/** @returns the file that exports the facade */
function compileModules(): string {
  const folder = resolve("node_modules/.cache/modules");
  const args = ["-p", "tsconfig.build.json", "--emitDeclarationOnly", "false"];
  const { status } = spawnSync(
    "node_modules/.bin/tsc",
    [...args, "--declaration", "false", "--declarationMap", "false", "--outDir", folder],
    { stdio: "inherit" },
  );
  if (status !== 0) throw new Error(`The compiler ended with ${status}`);
  return resolve(folder, "index.js");
}

/** @returns the CPU time in µs */
async function run(script: string, ...args: readonly string[]): Promise<number> {
  const options = ["--import", "./bench/process/report-cpu.mjs", `bench/process/${script}`];
  const child = spawn(process.execPath, [...options, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [cpu, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return Number(cpu);
}
