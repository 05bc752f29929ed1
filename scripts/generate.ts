/**
 * `npm run generate`: writes src/generated from wsdl/API.wsdl.
 *
 *   --from <file|url>   first put that WSDL in the place of wsdl/API.wsdl; nothing changes unless all of it works
 *   --check             write nothing; say in words what differs, and exit with 1 when something does
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { download } from "../src/cli/download.js";
import { check, generate, parseContract } from "../src/codegen/index.js";
import { readText } from "../src/wsdl/index.js";

const WSDL = "wsdl/API.wsdl";
const options = { out: "src/generated", runtime: "../soap/index.js" };

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { from: { type: "string" }, check: { type: "boolean", default: false } },
  });
  const source = values.from ?? WSDL;
  const text = await readText(source, download);
  // The generated code names the committed file, wherever its text came from.
  parseContract(text, source);
  const contract = parseContract(text, WSDL);
  if (values.check) return report(await check(contract, options), source);
  const before = await readFile(WSDL, "utf8").catch(() => "");
  await writeFile(WSDL, text);
  try {
    const files = await generate(contract, options);
    console.log(`${options.out}: ${files.length} files from ${source}`);
    return 0;
  } catch (error) {
    await writeFile(WSDL, before);
    throw error;
  }
}

function report(changes: readonly string[], source: string): number {
  if (changes.length === 0) {
    console.log(`${options.out} is what ${source} gives`);
    return 0;
  }
  console.error(`${options.out} is not what ${source} gives:`);
  for (const change of changes) console.error(`  ${change}`);
  return 1;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
