/**
 * `tsx scripts/support-table.ts`: writes docs/support.md from the list of capabilities.
 *
 *   --check   writes nothing; exit code 1 if the file is not up to date
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Capability, capabilities } from "../src/wsdl/capabilities/index.js";

export const SUPPORT_FILE = fileURLToPath(new URL("../docs/support.md", import.meta.url));

const TITLES: Readonly<Record<Capability["area"], string>> = {
  wsdl: "WSDL 1.1",
  xsd: "XML Schema 1.0",
  soap: "SOAP 1.1 and 1.2",
};

const SIGNS: Readonly<Record<Capability["status"], string>> = {
  supported: "yes",
  partial: "partly",
  unsupported: "no",
};

/** The text of docs/support.md. */
export function supportTable(): string {
  const sections = (["wsdl", "xsd", "soap"] as const).flatMap((area) => [
    `## ${TITLES[area]}`,
    "",
    "| construct | supported | result | test |",
    "|---|---|---|---|",
    ...capabilities.filter((each) => each.area === area).map(row),
    "",
  ]);
  const count = (status: Capability["status"]) =>
    capabilities.filter((each) => each.status === status).length;
  return [
    "# Supported constructs",
    "",
    "Written by `scripts/support-table.ts` from `src/wsdl/capabilities`; each construct names the test that proves it.",
    `Of ${capabilities.length} constructs, ${count("supported")} are supported, ${count("partial")} partly, and ${count("unsupported")} are not supported.`,
    "A construct that is not supported is an error that names the construct and its location.",
    "",
    ...sections,
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

function row({ construct, status, note, test }: Capability): string {
  const file = test.file.replace(/^.*\//, "");
  const cells = [construct, SIGNS[status], note, `[${file}](../${test.file})`];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
  const text = supportTable();
  if (!values.check) {
    await mkdir(new URL("../docs/", import.meta.url), { recursive: true });
    await writeFile(SUPPORT_FILE, text);
    console.log(`docs/support.md: ${capabilities.length} constructs`);
    return 0;
  }
  if ((await readFile(SUPPORT_FILE, "utf8").catch(() => "")) === text) return 0;
  console.error("docs/support.md is not up to date; run npx tsx scripts/support-table.ts");
  return 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
