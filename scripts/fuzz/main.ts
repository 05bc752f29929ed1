/**
 * `npm run fuzz [-- --count N] [--seed N] [--compare N] [--json]`: changed messages and WSDLs for the readers. A finding is
 * an error that is not of the package, an input that takes longer than a second, a result that depends on the chunks, or a
 * document for which libxml2 has another result. Exit code 1 if there is one. `--compare 10` compares one of ten documents.
 */
import { parseArgs } from "node:util";
import { fuzz } from "./run.js";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    compare: { type: "string", default: "10" },
    json: { type: "boolean", default: false },
  },
});
const start = performance.now();
const result = await fuzz({
  count: Number(values.count),
  seed: Number(values.seed),
  compare: Number(values.compare),
  onProgress(done) {
    if (process.stderr.isTTY) process.stderr.write(`\r${done}`);
  },
});
const seconds = (performance.now() - start) / 1_000;
const { results, compared, slowest, findings } = result;
const summary = {
  count: Number(values.count),
  seconds: Math.round(seconds),
  perSecond: Math.round(Number(values.count) / seconds),
  comparedWithLibxml2: compared,
  slowestInMs: Math.round(slowest),
  findings: findings.length,
};
if (values.json) console.log(JSON.stringify({ ...summary, results }));
else {
  for (const { target, seed, problem, input } of findings.slice(0, 20)) {
    console.log(`${target}, --seed ${seed} --count 1: ${problem}\n${JSON.stringify(input)}\n`);
  }
  console.table(results);
  console.log(summary);
}
process.exitCode = findings.length > 0 ? 1 : 0;
