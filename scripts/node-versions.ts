/**
 * `npm run node-versions [-- 22 24]`: runs the tests of the runtime, the facade, the simulator and the package as it is
 * installed under other versions of Node, which come from the npm registry.
 */
import { spawnSync } from "node:child_process";
import { delimiter } from "node:path";
import { nodeFolder } from "./programs.js";

const TESTS = [
  "test/bytes",
  "test/client",
  "test/codec",
  "test/dataset",
  "test/har",
  "test/http",
  "test/mime",
  "test/protocol",
  "test/redaction",
  "test/rescue",
  "test/schema",
  "test/server",
  "test/simulator",
  "test/xml",
  "test/package",
];
// The first runs other versions of Node itself; the second tests files that do not depend on it.
const EXCLUDED = ["compatibility", "standalone"].flatMap((name) => [
  "--exclude",
  `test/package/${name}.test.ts`,
]);

const versions = process.argv.slice(2);
const failed = (versions.length > 0 ? versions : ["22", "24"]).filter(
  (version) => !passes(version),
);
if (failed.length > 0) console.error(`— failed under Node ${failed.join(" and ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;

function passes(version: string): boolean {
  const bin = nodeFolder(version);
  if (bin === undefined) return false;
  const PATH = `${bin}${delimiter}${process.env.PATH ?? ""}`;
  const run = (...args: string[]) =>
    spawnSync("node", args, { stdio: "inherit", env: { ...process.env, PATH } }).status === 0;
  console.log(`\n— Node ${version}`);
  const isIt = `process.exitCode = process.versions.node.startsWith("${version}.") ? 0 : 1`;
  return run("--eval", isIt) && run("node_modules/vitest/vitest.mjs", "run", ...TESTS, ...EXCLUDED);
}
