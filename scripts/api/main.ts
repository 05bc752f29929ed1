/**
 * `npm run api`: writes the declarations of each public subpath into docs/api.
 *
 *   --check        write nothing; exit with 1 if a file differs from what the code declares, or a doc comment is missing
 *   --documented   print the share of exports and members that have a doc comment, and list those that have none
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type PublicApi, readPublicApi } from "./declarations.js";
import { documentedShare, type Share } from "./documented.js";
import { reports } from "./report.js";

const FOLDER = "docs/api";

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      check: { type: "boolean", default: false },
      documented: { type: "boolean", default: false },
    },
  });
  const api = readPublicApi();
  if (values.documented) return printDocumented(api);
  if (!values.check) return write(reports(api));
  const undocumented = missingComments(api);
  for (const name of undocumented) console.error(`${name} has no doc comment`);
  return undocumented.length > 0 ? 1 : compare(reports(api));
}

async function write(files: ReadonlyMap<string, string>): Promise<number> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  for (const [name, text] of files) await writeFile(`${FOLDER}/${name}`, text);
  console.log(`${FOLDER}: ${files.size} files`);
  return 0;
}

async function compare(files: ReadonlyMap<string, string>): Promise<number> {
  const present = await readdir(FOLDER).catch(() => []);
  const differing = present.filter((name) => !files.has(name));
  for (const [name, text] of files) {
    const before = await readFile(`${FOLDER}/${name}`, "utf8").catch(() => "");
    if (before !== text) differing.push(name);
  }
  for (const name of differing) {
    console.error(`${FOLDER}/${name} differs from what the code declares: run npm run api`);
  }
  return differing.length > 0 ? 1 : 0;
}

function missingComments(api: PublicApi): readonly string[] {
  const { exports, members, generatedMembers } = documentedShare(api);
  return [...exports.missing, ...members.missing, ...generatedMembers.missing];
}

function printDocumented(api: PublicApi): number {
  const { exports, members, generatedMembers } = documentedShare(api);
  for (const name of missingComments(api)) console.log(name);
  console.log(`exports with a doc comment: ${percentage(exports)}`);
  console.log(`members with a doc comment: ${percentage(members)}`);
  console.log(`members of generated types with a doc comment: ${percentage(generatedMembers)}`);
  return 0;
}

function percentage({ total, missing }: Share): string {
  const documented = total - missing.length;
  return `${documented} of ${total} (${Math.floor((100 * documented) / Math.max(1, total))} %)`;
}

process.exitCode = await main();
