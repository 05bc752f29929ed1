/** The output folder: replaced as a whole or not at all. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readGeneratedNames } from "../../contract/index.js";
import { GenerateError } from "../errors.js";
import { CONTRACT_FILE } from "../files.js";
import { keptNames } from "../model/kept-names.js";
import type { KeptNames } from "../model/names.js";
import { fileErrorReason, hasCode } from "./file-error.js";
import { createFolder, deleteFiles, readFolder, readRegular, realFolder } from "./folder.js";
import { keptFiles } from "./manifest.js";

export type Files = ReadonlyMap<string, string>;

/** A replacement of the folder of the code. */
interface Replacement {
  /** As the user names it, for messages. */
  readonly folder: string;
  readonly files: Files;
  readonly force: boolean;
}

/**
 * Replaces the folder by the files. They are written to a folder beside it first, so that a failure leaves the folder
 * unchanged. Nothing can interrupt it between the first file and the last. The replaced folder is checked again after it
 * was moved, and only the files that were checked are deleted: a file that is saved meanwhile is not lost.
 *
 * @param force whether changed and unlisted files with the header of generated code are replaced, too
 * @throws GenerateError (`OUTPUT`) if the folder can't be written, contains files that were not generated, or contains the
 *   current folder or the home folder
 */
export function writeOutput(folder: string, files: Files, force = false): void {
  const replacement = { folder, files, force };
  const target = realFolder(folder);
  checkedNames(target, replacement);
  const staged = join(
    dirname(target),
    `.${basename(target)}-${process.pid}-${process.hrtime.bigint()}`,
  );
  try {
    createFolder(dirname(staged));
    mkdirSync(staged);
    const folders = new Set([...files.keys()].map((name) => dirname(join(staged, name))));
    for (const each of folders) createFolder(each);
    // Passing each small file to other threads takes longer than writing it.
    for (const [name, text] of files) writeFileSync(join(staged, name), text, { flag: "wx" });
    swap(staged, target, replacement);
  } catch (cause) {
    removeFolder(staged);
    if (cause instanceof GenerateError) throw cause;
    const message = `${folder} can't be written: ${fileErrorReason(cause)}.`;
    throw new GenerateError("OUTPUT", message, { cause });
  }
}

/** The failure before it is the one to report. */
function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {}
}

/** Replaces `target` by `staged`; if that fails, or the old folder has other files now, the old folder is restored. */
function swap(staged: string, target: string, replacement: Replacement): void {
  const old = `${staged}-old`;
  if (!renameIfExists(target, old)) {
    renameSync(staged, target);
    return;
  }
  let names: Iterable<string>;
  try {
    names = checkedNames(old, replacement);
    renameSync(staged, target);
  } catch (error) {
    restore(old, target, replacement);
    throw error;
  }
  try {
    deleteFiles(old, names);
  } catch (cause) {
    const message = `${replacement.folder} is written, but files were saved in it meanwhile. They are in ${old}.`;
    throw new GenerateError("OUTPUT", message, { cause });
  }
}

function restore(old: string, target: string, { folder }: Replacement): void {
  try {
    renameSync(old, target);
  } catch (cause) {
    const message = `${folder} was changed meanwhile, and is not replaced. Its earlier files are in ${old}.`;
    throw new GenerateError("OUTPUT", message, { cause });
  }
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

/** The names of types in the existing code, as far as its contract.json states them. */
export function earlierNames(folder: string): KeptNames {
  const generated = readGeneratedNames(earlierContract(folder) ?? "");
  return generated === undefined ? new Map() : keptNames(generated.types, generated.names);
}

function earlierContract(folder: string): string | undefined {
  try {
    return readRegular(join(folder, CONTRACT_FILE));
  } catch {
    // A folder that can't be read is an error when it is written or compared.
    return undefined;
  }
}

/**
 * The names of the files in a folder, all of which may be deleted.
 *
 * @throws GenerateError (`OUTPUT`) if some must not be deleted
 */
function checkedNames(path: string, replacement: Replacement): Iterable<string> {
  const { folder, files, force } = replacement;
  const present = readFolder(path);
  const { foreign, changed, unlisted } = keptFiles(present, new Set(files.keys()));
  const others = force ? foreign : [...foreign, ...unlisted];
  if (others.length > 0) {
    const hint = foreign.length > 0 ? "" : ", or replace these files with force (--force)";
    const message = `${folder} contains ${listed(others)}, which was not generated; use a folder that contains only generated code${hint}.`;
    throw new GenerateError("OUTPUT", message);
  }
  if (changed.length > 0 && !force) {
    const message = `${folder} contains ${listed(changed)}, which was changed since it was generated; move your changes elsewhere, or replace these files with force (--force).`;
    throw new GenerateError("OUTPUT", message);
  }
  return present.keys();
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more files` : shown;
}
