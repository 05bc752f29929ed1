/**
 * `npm run bench:generator [-- <folder>]`: the generator beside wsdl-tsclient, on every WSDL of a folder that both manage;
 * default ../shared/corpus. Then its time over WSDLs of growing size, and the compiler's time for what both generated.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findEntries } from "../../scripts/corpus/entries.js";
import { median, medianRatio } from "../statistics.js";
import { compile, type Generated, parsable } from "./compile-time.js";
import { growingWsdl } from "./growing-wsdl.js";
import { type Run, run } from "./run.js";

const PEER = resolve("node_modules/.cache/wsdl-tsclient");

/** Outside of the project's dependencies: it is here to be measured only. */
function installPeer(): void {
  if (existsSync(join(PEER, "node_modules/wsdl-tsclient"))) return;
  mkdirSync(PEER, { recursive: true });
  writeFileSync(join(PEER, "package.json"), "{}");
  spawnSync("npm", ["install", "--prefix", PEER, "wsdl-tsclient@1.7.1"], { stdio: "inherit" });
}

interface Pair {
  readonly name: string;
  readonly ours: Run;
  readonly theirs: Run;
  /** A process that does nothing, in ms, in the same moment. */
  readonly bare: number;
}

function bareProcess(): number {
  const start = performance.now();
  spawnSync(process.execPath, ["bench/process/bare.mjs"]);
  return performance.now() - start;
}

async function pairs(folder: string, out: string): Promise<readonly Pair[]> {
  const found: Pair[] = [];
  for (const { name, file } of findEntries(folder)) {
    const theirs = await run("bench/generator/theirs.mjs", file, join(out, "theirs", name), PEER);
    const ours = await run("bench/generator/ours.mjs", file, join(out, "ours", name));
    if (ours !== undefined && theirs !== undefined) {
      found.push({ name, ours, theirs, bare: bareProcess() });
    }
  }
  return found;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const times = (theirs: number, ours: number) => `${(theirs / ours).toFixed(1)}×`;

const ROUNDS = 5;

/** Alternates the generators, with one ratio per round. */
function compareCompilers(ours: Generated, theirs: Generated, both: readonly string[]): void {
  const names = parsable(ours, parsable(theirs, both));
  const rounds = Array.from({ length: ROUNDS }, () => ({
    ours: compile(ours, names).ms,
    theirs: compile(theirs, names).ms,
  }));
  const [own, other] = [rounds.map((round) => round.ours), rounds.map((round) => round.theirs)];
  const seconds = (values: readonly number[]) => (median(values) / 1_000).toFixed(1);
  console.log(
    `type-check of what was generated, ${names.length} WSDLs: ${seconds(own)} s, wsdl-tsclient ${seconds(other)} s: ${medianRatio(other, own).toFixed(2)}× faster`,
  );
}

async function main(): Promise<void> {
  const folder = resolve(process.argv[2] ?? "../shared/corpus");
  const out = mkdtempSync(join(tmpdir(), "rescue-soap-bench-"));
  installPeer();
  try {
    console.log(
      `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}\n`,
    );
    const both = await pairs(folder, out);
    const bare = sum(both.map((pair) => pair.bare));
    for (const [what, measure, without] of [
      ["read and generate", "ms", 0],
      ["whole processes", "wall", 0],
      [`the same above bare Node (${(bare / 1_000).toFixed(1)} s)`, "wall", bare],
    ] as const) {
      const ours = sum(both.map((pair) => pair.ours[measure])) - without;
      const theirs = sum(both.map((pair) => pair.theirs[measure])) - without;
      console.log(
        `${what}, ${both.length} WSDLs that both manage: ${(ours / 1_000).toFixed(1)} s, wsdl-tsclient ${(theirs / 1_000).toFixed(1)} s: ${times(theirs, ours)} faster`,
      );
    }
    const largest = Math.max(...both.map(({ ours }) => ours.peakMb));
    console.log(
      `largest peak: ${largest.toFixed(0)} MB, wsdl-tsclient ${Math.max(...both.map(({ theirs }) => theirs.peakMb)).toFixed(0)} MB`,
    );
    compareCompilers(
      { folder: join(out, "ours") },
      { folder: join(out, "theirs"), peer: PEER },
      both.map(({ name }) => name),
    );
    for (const types of [250, 1_000, 4_000]) {
      const file = join(out, "growing.wsdl");
      const text = growingWsdl(types);
      writeFileSync(file, text);
      const grown = await run("bench/generator/ours.mjs", file, join(out, "growing"));
      const size = text.length / 1_000_000;
      console.log(
        `${size.toFixed(2)} MB: ${grown === undefined ? "failed" : `${grown.ms.toFixed(0)} ms, ${(grown.ms / size).toFixed(0)} ms a MB, ${grown.peakMb.toFixed(0)} MB`}`,
      );
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

await main();
