/**
 * `npm run interop`: prints a table of all pairs of a client and a server, ours and those of other stacks.
 *
 *   --json          prints an array of cells
 *   --only <text>   runs only pairs whose names contain the text
 */
import { parseArgs } from "node:util";
import { OUR_PAIRS } from "./echo/our-pairs.js";
import { THEIR_PAIRS } from "./echo/their-pairs.js";
import { type Cell, type Pair, runPair } from "./pair.js";
import { RESCUE_PAIRS } from "./rescue/pairs.js";
import { tableOf } from "./table.js";

/** One table per group. */
const GROUPS: readonly (readonly Pair[])[] = [RESCUE_PAIRS, OUR_PAIRS, ...THEIR_PAIRS];

const { values } = parseArgs({
  options: { json: { type: "boolean", default: false }, only: { type: "string", default: "" } },
});
const all: Cell[] = [];
for (const pairs of GROUPS) {
  const chosen = pairs.filter(({ client, server }) =>
    `${client} → ${server}`.includes(values.only),
  );
  const cells: Cell[] = [];
  for (const pair of chosen) cells.push(...(await runPair(pair)));
  if (cells.length > 0 && !values.json) console.log(`${tableOf(cells)}\n`);
  all.push(...cells);
}
if (values.json) console.log(JSON.stringify(all, null, 2));
else {
  const count = (result: Cell["result"]) => all.filter((cell) => cell.result === result).length;
  console.log(
    `${count("ok")} ok, ${count("failed")} failed, ${count("n/a")} n/a, ${count("skipped")} skipped`,
  );
}
process.exitCode = all.some(({ result }) => result === "failed") ? 1 : 0;
