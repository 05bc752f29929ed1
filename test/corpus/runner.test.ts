import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findEntries } from "../../scripts/corpus/entries.js";

const FOLDER = fileURLToPath(new URL("fixtures", import.meta.url));

function corpus(...args: string[]) {
  const { status, stdout, stderr } = spawnSync("npx", ["tsx", "scripts/corpus/main.ts", ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("findEntries", () => {
  it("finds every WSDL that no other WSDL imports if there is no index", () => {
    const entries = findEntries(FOLDER).map(({ name }) => name);
    expect(entries).toEqual(["legacy/legacy", "library", "unfinished"]);
  });
});

describe("npm run corpus", () => {
  it("judges each WSDL of a folder, and fails if one does not meet the requirements", () => {
    const { status, stdout } = corpus("--corpus", FOLDER, "--json");
    const results: unknown = JSON.parse(stdout);
    const good = {
      generates: true,
      typechecks: true,
      roundtrips: true,
      names: 1,
      rejected: null,
      ms: expect.any(Number),
      peakMb: expect.any(Number),
    };
    expect(results).toEqual([
      { name: "legacy/legacy", ...good },
      { name: "library", ...good },
      {
        name: "unfinished",
        generates: false,
        typechecks: false,
        roundtrips: false,
        names: 0,
        rejected: expect.stringContaining("There is no element {urn:example:unfinished}ping."),
        ms: 0,
        peakMb: 0,
      },
    ]);
    expect(status).toBe(1);
  });

  it("writes a table with totals for the selected entries", () => {
    const { status, stdout } = corpus("--corpus", FOLDER, "--only", "library", "--runs", "2");
    expect(stdout).toMatch(/^library +yes +yes +100 % +yes +\d+ +\d+$/m);
    expect(stdout).toContain("all of it: 1 of 1");
    expect(status).toBe(0);
  });

  it("stops a process after the time limit", () => {
    const { status, stdout } = corpus("--corpus", FOLDER, "--only", "library", "--limit", "0.02");
    expect(stdout).toContain("It was stopped after 0.02 s.");
    expect(status).toBe(1);
  });

  it("reports that there is nothing to judge", () => {
    const { status, stderr } = corpus("--corpus", `${FOLDER}/nowhere`);
    expect(stderr).toContain(`There is no folder ${FOLDER}/nowhere`);
    expect(status).toBe(2);
  });
});
