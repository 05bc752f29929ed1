/**
 * `npm run layers [-- --json]`: checks which files of `src` import which, and how large they are. Exit code 1 if there is
 * a finding. With `--json` it prints one line of counts.
 */
import { fileURLToPath } from "node:url";
import { checkLayers } from "./check.js";
import { readSources } from "./source-graph.js";

const findings = checkLayers(readSources(fileURLToPath(new URL("../../src", import.meta.url))));
const counts = Object.fromEntries(
  Object.entries(findings).map(([kind, found]) => [kind, found.length]),
);
if (process.argv.includes("--json")) {
  console.log(JSON.stringify(counts));
} else {
  for (const finding of Object.values(findings).flat()) console.error(finding);
  const summary = Object.entries(counts).map(([kind, count]) => `${kind} ${count}`);
  console.log(summary.join(", "));
}
process.exitCode = Object.values(findings).some((found) => found.length > 0) ? 1 : 0;
