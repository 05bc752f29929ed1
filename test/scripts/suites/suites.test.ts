/** The test suites of the W3C, if a sample of them is beside the project. The list of known failures has to be exact. */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runXmlconf } from "../../../scripts/suites/xmlconf.js";
import { runXsts } from "../../../scripts/suites/xsts.js";

const FOLDER = "../shared/suites";

describe.each([
  ["XML Schema", "xsts", runXsts],
  ["XML", "xmlconf", runXmlconf],
] as const)("the W3C suite of %s", (_, name, run) => {
  const folder = `${FOLDER}/${name}`;
  const isThere = existsSync(`${folder}/index.json`);

  it.skipIf(!isThere)(
    isThere ? "has no unexpected result" : `is run (skipped: ${folder} does not exist)`,
    async () => {
      const lines: string[] = [];
      await run(folder, (line) => lines.push(line));
      expect(lines.slice(0, -1)).toEqual([]);
      expect(lines.at(-1)).toMatch(/^\d{3,} \w+: \d+ right, \d+ wrong, 0 unexpected$/);
    },
    5 * 60_000,
  );
});
