/** The output folder: replaced whole or not at all. */
import { mkdirSync, writeFileSync } from "node:fs";
import { readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type ContractSummary, isContractSummary } from "../../contract/index.js";
import { GenerateError } from "../errors.js";
import { CONTRACT_FILE } from "../files.js";
import { type KeptNames, keptNames } from "../model/type-names.js";
import { HEADER } from "../print/source-file.js";

export type Files = ReadonlyMap<string, string>;

/**
 * Puts the files in the place of the folder. They are written beside it first, so that a failure leaves the folder as it
 * was.
 *
 * @throws GenerateError (`OUTPUT`) when the folder can't be written or holds files that were not generated
 */
export async function writeOutput(folder: string, files: Files): Promise<void> {
  const target = resolve(folder);
  await refuseForeignFiles(target);
  const staged = join(
    dirname(target),
    `.${basename(target)}-${process.pid}-${process.hrtime.bigint()}`,
  );
  try {
    mkdirSync(staged, { recursive: true });
    const folders = new Set([...files.keys()].map((name) => dirname(join(staged, name))));
    for (const each of folders) mkdirSync(each, { recursive: true });
    // Handing each small file to other threads takes longer than writing it.
    for (const [name, text] of files) writeFileSync(join(staged, name), text);
    await swap(staged, target);
  } catch (cause) {
    // The reason is the first failure; below a file this one fails as well.
    await rm(staged, { recursive: true, force: true }).catch(() => {});
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new GenerateError("OUTPUT", `${folder} can't be written: ${reason}.`, { cause });
  }
}

/** Puts `staged` in the place of `target`; where that fails the old folder is put back. */
async function swap(staged: string, target: string): Promise<void> {
  const old = `${staged}-old`;
  const existed = await rename(target, old).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
  try {
    await rename(staged, target);
  } catch (error) {
    if (existed) await rename(old, target);
    throw error;
  }
  if (existed) await rm(old, { recursive: true });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** The texts in a folder by their paths; none where there is no folder. */
export async function readFolder(folder: string): Promise<Map<string, string>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    const files = entries.filter((entry) => !entry.isDirectory());
    const texts = files.map(async (entry): Promise<[string, string]> => {
      const path = join(entry.parentPath, entry.name);
      const text = entry.isFile() ? await readFile(path, "utf8") : "";
      return [relative(folder, path).split(sep).join("/"), text];
    });
    return new Map(await Promise.all(texts));
  } catch (error) {
    if (isMissing(error)) return new Map();
    const reason = error instanceof Error ? error.message : String(error);
    throw new GenerateError("OUTPUT", `${folder} can't be read: ${reason}.`, { cause: error });
  }
}

/** The names that types have in the code that is there, as far as it says so. */
export async function earlierNames(folder: string): Promise<KeptNames> {
  // A folder that can't be read is told of when it is written or compared.
  const text = await readFile(join(folder, CONTRACT_FILE), "utf8").catch(() => "");
  const summary = contractOf(text);
  if (summary === undefined) return new Map();
  return keptNames(Object.keys(summary.types), summary.names ?? {});
}

async function refuseForeignFiles(folder: string): Promise<void> {
  const present = await readFolder(folder);
  const isGenerated = (name: string) => present.get(name)?.startsWith(`// ${HEADER}`) === true;
  const names = [...present.keys()];
  const foreign = names.filter((name) =>
    // It has no first line to tell, and may be damaged; beside generated files it is ours.
    name === CONTRACT_FILE ? !names.some(isGenerated) : !isGenerated(name),
  );
  if (foreign.length === 0) return;
  throw new GenerateError(
    "OUTPUT",
    `${folder} holds ${foreign.slice(0, 5).join(", ")}, which was not generated; give a folder of its own.`,
  );
}

/** `undefined` where the text is none, of this version. */
export function contractOf(text = ""): ContractSummary | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isContractSummary(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
