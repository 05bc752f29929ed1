/** `npm run bench [-- --json]`: every figure that the README quotes, beside its peers in one run. Runs in the package's folder. */
import { cpus } from "node:os";
import { codec } from "./codec.js";
import { loopback } from "./loopback.js";
import { wholeProcess } from "./process.js";
import { size } from "./size.js";

const figures = {
  machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`,
  date: new Date().toISOString().slice(0, 10),
  codec: await codec(15),
  loopback: await loopback(15),
  process: await wholeProcess(15),
  size: await size(),
};

if (process.argv.includes("--json")) console.log(JSON.stringify(figures));
else {
  const { codec, loopback, process, size } = figures;
  const fixed = (value: number, digits = 1) => value.toFixed(digits);
  const kilobytes = (bytes: number) => `${fixed(bytes / 1_000)} kB`;
  console.log(`${figures.machine}, ${figures.date}; medians of interleaved rounds\n`);
  const rows = [
    ["", "rescue-soap", "node-soap", "ratio", "beside"],
    [
      "encode + decode a small call",
      `${fixed(codec.ours)} µs`,
      `${fixed(codec.nodeSoap)} µs`,
      `${fixed(codec.timesFasterThanNodeSoap)}× faster`,
      `${fixed(codec.timesJson)}× JSON (${fixed(codec.json)} µs)`,
    ],
    [
      "a call through the client, no network",
      `${fixed(codec.client.ours)} µs`,
      `${fixed(codec.client.nodeSoap)} µs`,
      `${fixed(codec.client.timesFasterThanNodeSoap)}× faster`,
      "",
    ],
    [
      "a call over loopback",
      `${fixed(loopback.ours, 0)} µs`,
      `${fixed(loopback.nodeSoap, 0)} µs`,
      `${fixed(loopback.timesFasterThanNodeSoap)}× faster`,
      `${fixed(loopback.shareOfBareHttp, 2)} of bare node:http (${fixed(loopback.bareHttp, 0)} µs)`,
    ],
    [
      "whole process, one call, above bare node",
      `${fixed(process.ours, 0)} ms`,
      `${fixed(process.nodeSoap, 0)} ms`,
      `${fixed(process.timesLessThanNodeSoap)}× less`,
      `bare node ${fixed(process.bareNode, 0)} ms`,
    ],
    [
      "the same in CPU time",
      `${fixed(process.cpu.ours, 0)} ms`,
      `${fixed(process.cpu.nodeSoap, 0)} ms`,
      `${fixed(process.cpu.timesLessThanNodeSoap)}× less`,
      `without bundling ${fixed(process.cpu.modules, 0)} ms: ${fixed(process.cpu.timesLessThanModules, 2)}×; bare node ${fixed(process.cpu.bareNode, 0)} ms`,
    ],
    [
      "bundle for one call, gzip",
      kilobytes(size.facade),
      kilobytes(size.nodeSoap),
      `${fixed(size.nodeSoap / size.facade)}× smaller`,
      `without the facade ${kilobytes(size.operation)}; loaded on demand ${kilobytes(size.onDemand)}`,
    ],
  ];
  for (const [what, ours, theirs, ratio, beside] of rows) {
    console.log(
      `${(what ?? "").padEnd(42)}${(ours ?? "").padEnd(14)}${(theirs ?? "").padEnd(12)}${(ratio ?? "").padEnd(16)}${beside}`,
    );
  }
}
