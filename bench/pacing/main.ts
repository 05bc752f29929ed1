/**
 * `npm run bench:pacing`: what a service with a limit of one call per second counts, at its own clock, and the memory of
 * calls that wait. `--json` prints the numbers.
 */
import type { Counts } from "./distant-service.js";
import { measure, measureVirtually, type Run } from "./measure.js";
import { memoryOfQueue } from "./memory.js";
import { bimodal, changing, hostile, jitter, type Network, steady } from "./networks.js";

const VIRTUAL_CALLS = 10_000;
const REAL_CALLS = 60;

const NETWORKS: Readonly<Record<string, Network>> = {
  "steady 5 ms": steady(5),
  "steady 50 ms": steady(50),
  "steady 300 ms": steady(300),
  "jitter 5–500 ms": jitter(5, 500),
  "50 and 300 ms, 500 calls each": changing(500, 50, 300),
  "300 and 20 ms, 17 calls each": changing(17, 300, 20),
  "300 ms, 1 % of the legs at once": bimodal(300, 0.01),
  "300 ms, hostile": hostile(300, 0),
  "300 ms, hostile after 400 calls": hostile(300, 400),
};
const REAL_NETWORKS = ["steady 5 ms", "steady 50 ms", "steady 300 ms", "jitter 5–500 ms"];
const PACINGS = {
  slack: {},
  "slack: false": { slack: false },
  "p-throttle": "p-throttle",
} as const;

interface Row {
  readonly network: string;
  readonly calls: number;
  readonly counts: readonly Counts[];
}

async function rowOf(network: string, calls: number, run: (run: Run) => Promise<Counts>) {
  const found = NETWORKS[network] ?? steady(0);
  const counts: Counts[] = [];
  for (const pacing of Object.values(PACINGS)) {
    counts.push(await run({ network: found, calls, pacing }));
  }
  return { network, calls, counts };
}

/** All at once, since each needs a minute. */
async function realRow(network: string): Promise<Row> {
  const found = NETWORKS[network] ?? steady(0);
  const runs = Object.values(PACINGS).map((pacing) =>
    measure({ network: found, calls: REAL_CALLS, pacing }),
  );
  return { network: `${network}, real time`, calls: REAL_CALLS, counts: await Promise.all(runs) };
}

async function main(): Promise<void> {
  const { signal } = new AbortController();
  const memory = await memoryOfQueue({ authCode: "memory" }, signal);
  const rows: Row[] = [];
  for (const network of Object.keys(NETWORKS)) {
    rows.push(await rowOf(network, VIRTUAL_CALLS, measureVirtually));
  }
  const error = { network: steady(300), calls: VIRTUAL_CALLS, pacing: {}, errorEvery: 500 };
  const rareError = await measureVirtually(error);
  rows.push(...(await Promise.all(REAL_NETWORKS.map(realRow))));
  if (process.argv.includes("--json")) {
    console.log(JSON.stringify({ memory, rareError, rows }));
    return;
  }
  const cell = ({ violations, rate }: Counts, calls: number) =>
    `${violations} (${((100 * violations) / calls).toFixed(2)} %), ${rate.toFixed(3)}`;
  console.log(`| calls that came too early, rate | ${Object.keys(PACINGS).join(" | ")} |`);
  console.log("|---|---|---|---|");
  for (const { network, calls, counts } of rows) {
    const cells = counts.map((each) => cell(each, calls));
    console.log(`| ${network} | ${cells.join(" | ")} |`);
  }
  console.log(`\nsteady 300 ms, an Error each 500 calls: ${cell(rareError, VIRTUAL_CALLS)}`);
  console.log(`10,000 calls that wait: ${memory.toFixed(1)} MB`);
}

await main();
// The calls of the memory measurement never end.
process.exit();
