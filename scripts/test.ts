/**
 * `npm test`: runs all checks in order. Each step before the tests counts as one. The last line has the counts. If a step
 * fails, the later ones still run. Arguments go to vitest.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const STEPS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ["format and lint", "biome", "check", "."],
  ["types", "tsc", "-p", "tsconfig.json"],
  ["layers", "tsx", "scripts/layers/main.ts"],
  ["generated code", "tsx", "scripts/generate.ts", "--check"],
  ["support table", "tsx", "scripts/support-table.ts", "--check"],
  ["public API", "tsx", "scripts/api/main.ts", "--check"],
];

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}

function runSteps(): Counts {
  const failed = STEPS.filter(([name, command, ...args]) => {
    console.log(`\n— ${name}`);
    const passed = run(command, args);
    if (!passed) console.log(`— ${name} failed`);
    return !passed;
  });
  return { passed: STEPS.length - failed.length, failed: failed.length, skipped: 0 };
}

function runTests(): Counts {
  const folder = mkdtempSync(join(tmpdir(), "rescue-soap-test-"));
  try {
    const report = join(folder, "report.json");
    console.log("\n— tests");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const passed = run("vitest", ["run", ...reporters, ...process.argv.slice(2)]);
    return counts(readFileSync(report, "utf8"), passed);
  } catch {
    // Without a report, nothing counts as passed.
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The used part of vitest's JSON report. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** A file that failed without a failed test (it cannot be loaded, for example) is one failure. So is a failed run without either. */
function counts(text: string, passed: boolean): Counts {
  const report: Report = JSON.parse(text);
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const skipped = tests.filter(({ status }) => status !== "passed" && status !== "failed");
  for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return {
    passed: report.numPassedTests,
    failed: passed ? failed : Math.max(1, failed),
    skipped: skipped.length,
  };
}

const [steps, tests] = [runSteps(), runTests()];
const total = {
  passed: steps.passed + tests.passed,
  failed: steps.failed + tests.failed,
  skipped: steps.skipped + tests.skipped,
};
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
