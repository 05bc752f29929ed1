/**
 * `npm run xsts -- <folder>` and `npm run xmlconf -- <folder>`: run a test suite of the W3C. The folder has `index.json` and
 * `data`. `known-failures.json` has the tests that fail, each with the reason. It exits with 1 if another test fails, or
 * if one of them does not.
 */
import { runXmlconf } from "./xmlconf.js";
import { runXsts } from "./xsts.js";

const RUNS = { xmlconf: runXmlconf, xsts: runXsts } as const;

async function main([suite, folder]: readonly string[]): Promise<number> {
  if ((suite !== "xmlconf" && suite !== "xsts") || folder === undefined) {
    console.error("Name a suite, xmlconf or xsts, and the folder with its index.json and data.");
    return 2;
  }
  return (await RUNS[suite](folder, console.log)) === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
