/** The output folder: replaced as a whole or not at all. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { readGeneratedNames } from "../../contract/index.js";
import { GenerateError } from "../errors.js";
import { CONTRACT_FILE } from "../files.js";
import { keptNames } from "../model/kept-names.js";
import type { KeptNames } from "../model/names.js";
import { HEADER } from "../print/header.js";
import { fileErrorReason, hasCode } from "./file-error.js";

export type Files = ReadonlyMap<string, string>;

/**
 * Replaces the folder by the files. They are written to a folder beside it first, so that a failure leaves the folder
 * unchanged. Nothing can interrupt it between the first file and the last.
 *
 * @throws GenerateError (`OUTPUT`) if the folder can't be written or contains files that were not generated
 */
export async function writeOutput(folder: string, files: Files): Promise<void> {
  const target = resolve(folder);
  await rejectForeignFiles(target);
  const staged = join(
    dirname(target),
    `.${basename(target)}-${process.pid}-${process.hrtime.bigint()}`,
  );
  try {
    createFolder(staged);
    const folders = new Set([...files.keys()].map((name) => dirname(join(staged, name))));
    for (const each of folders) createFolder(each);
    // Passing each small file to other threads takes longer than writing it.
    for (const [name, text] of files) writeFileSync(join(staged, name), text);
    swap(staged, target);
  } catch (cause) {
    removeFolder(staged);
    const message = `${folder} can't be written: ${fileErrorReason(cause)}.`;
    throw new GenerateError("OUTPUT", message, { cause });
  }
}

/** As `mkdir` with `recursive`, which never returns on a file system without new folders, such as /proc. */
function createFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (hasCode(error, "EEXIST")) return;
    const parent = dirname(path);
    if (!hasCode(error, "ENOENT") || existsSync(parent)) throw error;
    createFolder(parent);
    mkdirSync(path);
  }
}

/** The failure before it is the one to report. */
function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {}
}

/** Replaces `target` by `staged`; if that fails, the old folder is restored. */
function swap(staged: string, target: string): void {
  const old = `${staged}-old`;
  const existed = renameIfExists(target, old);
  try {
    renameSync(staged, target);
  } catch (error) {
    if (existed) renameSync(old, target);
    throw error;
  }
  if (existed) rmSync(old, { recursive: true });
}

function renameIfExists(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}

/** The texts in a folder by their paths; empty if the folder does not exist. */
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
    if (hasCode(error, "ENOENT")) return new Map();
    const message = `${folder} can't be read: ${fileErrorReason(error)}.`;
    throw new GenerateError("OUTPUT", message, { cause: error });
  }
}

/** The names of types in the existing code, as far as its contract.json states them. */
export async function earlierNames(folder: string): Promise<KeptNames> {
  // A folder that can't be read is an error when it is written or compared.
  const text = await readFile(join(folder, CONTRACT_FILE), "utf8").catch(() => "");
  const generated = readGeneratedNames(text);
  return generated === undefined ? new Map() : keptNames(generated.types, generated.names);
}

async function rejectForeignFiles(folder: string): Promise<void> {
  const present = await readFolder(folder);
  const isGenerated = (name: string) => present.get(name)?.startsWith(`// ${HEADER}`) === true;
  const names = [...present.keys()];
  const foreign = names.filter((name) =>
    // JSON has no header, and the file may be damaged; beside generated files it is assumed to be generated.
    name === CONTRACT_FILE ? !names.some(isGenerated) : !isGenerated(name),
  );
  if (foreign.length === 0) return;
  throw new GenerateError(
    "OUTPUT",
    `${folder} contains ${listed(foreign)}, which was not generated; use a folder that contains only generated code.`,
  );
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more files` : shown;
}
