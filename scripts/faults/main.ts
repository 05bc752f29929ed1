/**
 * `npm run faults`: calls with each fault of a server or a connection, and checks that they end in time, with an error of the package or
 * the right outcome, that `delivery` is right, that nothing is sent twice or left open, and that no error shows a secret.
 *
 *   --json      one line of counts
 *   --verbose   all problems, instead of the first 20
 *
 * Exits with 1 if a case is wrong.
 */
import { parseArgs } from "node:util";
import { runMatrix } from "./matrix.js";

const SHOWN = 20;

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
});
const { groups, problems } = await runMatrix({ step: 1, every: 1 });
const counts = [...groups].map(([group, { cases, wrong }]) => ({ group, cases, wrong }));
const cases = counts.reduce((sum, count) => sum + count.cases, 0);
const wrong = counts.reduce((sum, count) => sum + count.wrong, 0);
if (values.json) {
  console.log(
    JSON.stringify({ cases, right: cases - wrong, wrong, groups: Object.fromEntries(groups) }),
  );
} else {
  for (const count of [...counts, { group: "total", cases, wrong }]) {
    const { group, cases: all, wrong: bad } = count;
    console.log(
      `${group.padEnd(45)}${String(all).padStart(7)} cases ${String(all - bad).padStart(7)} right ${String(bad).padStart(4)} wrong`,
    );
  }
}
for (const problem of values.verbose ? problems : problems.slice(0, SHOWN)) console.error(problem);
process.exitCode = wrong > 0 ? 1 : 0;
