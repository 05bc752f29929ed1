/**
 * `npm run generate`: writes src/generated from wsdl/API.wsdl.
 *
 *   --from <file|url>   first replaces wsdl/API.wsdl; if generating fails, nothing changes
 *   --check             writes nothing; prints the differences, exit code 1 if there are any
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { download } from "../src/cli/wsdl/download.js";
import {
  type Contract,
  check,
  type GenerateOptions,
  generate,
  parseContract,
} from "../src/codegen/index.js";
import { readText } from "../src/wsdl/index.js";

const WSDL = "wsdl/API.wsdl";
/** The facade uses SOAP and the text pages; clients for the HTTP ports would be unused. */
function optionsFor({ services }: Contract): GenerateOptions {
  const ports = services
    .flatMap((service) => service.ports)
    .filter(({ protocol }) => protocol === "soap11" || protocol === "soap12")
    .map(({ name }) => name);
  return { out: "src/generated", runtime: "../codegen-runtime/v1.js", ports };
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { from: { type: "string" }, check: { type: "boolean", default: false } },
  });
  const source = values.from ?? WSDL;
  const { text } = await readText(source, download);
  // The generated code names the committed file, whatever the source of its text.
  parseContract(text, source);
  const contract = parseContract(text, WSDL);
  const options = optionsFor(contract);
  if (values.check) return report(await check(contract, options), options.out, source);
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

function report(changes: readonly string[], out: string, source: string): number {
  if (changes.length === 0) {
    console.log(`${out} is what ${source} gives`);
    return 0;
  }
  console.error(`${out} is not what ${source} gives:`);
  for (const change of changes) console.error(`  ${change}`);
  return 1;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
