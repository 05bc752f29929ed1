/** Creates and reads folders, and deletes those that contain only generated files. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  unlinkSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { GenerateError } from "../errors.js";
import { fileErrorReason, hasCode } from "./file-error.js";

/** A longer file is not read: it can't be generated. In bytes. */
const MAX_BYTES = 64 * 1024 * 1024;

/** As `mkdir` with `recursive`, which never returns on a file system without new folders, such as /proc. */
export function createFolder(path: string): void {
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

/**
 * The texts in a folder by their paths; empty if the folder does not exist, and `undefined` for what is not a regular file
 * or is too long.
 */
export function readFolder(folder: string): Map<string, string | undefined> {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
    const files = entries.filter((entry) => !entry.isDirectory());
    const texts = files.map((entry): [string, string | undefined] => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join("/"), readRegular(path)];
    });
    return new Map(texts);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return new Map();
    const message = `${folder} can't be read: ${fileErrorReason(error)}.`;
    throw new GenerateError("OUTPUT", message, { cause: error });
  }
}

/** The text of a file; `undefined` if it is not a regular file, so that no link is followed, or too long. */
export function readRegular(path: string): string | undefined {
  const found = lstatSync(path);
  return found.isFile() && found.size <= MAX_BYTES ? readFileSync(path, "utf8") : undefined;
}

/**
 * The real path of an output folder: its links are resolved, so that a link itself is never replaced.
 *
 * @throws GenerateError (`OUTPUT`) if it contains the current folder or the home folder
 */
export function realFolder(folder: string): string {
  const real = realPath(resolve(folder));
  for (const [what, path] of [
    ["current", process.cwd()],
    ["home", homedir()],
  ] as const) {
    if (!isInside(real, realPath(path))) continue;
    const message = `${folder} is the ${what} folder or contains it. The folder for the code is replaced whole: use one that contains nothing else.`;
    throw new GenerateError("OUTPUT", message);
  }
  return real;
}

/** Of a path that does not exist, the part that exists is real. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const parent = dirname(path);
    if (!hasCode(error, "ENOENT") || parent === path) return path;
    if (isLink(path)) {
      const message = `${path} is a symbolic link to a folder that does not exist. Make the folder, or remove the link.`;
      throw new GenerateError("OUTPUT", message);
    }
    return join(realPath(parent), relative(parent, path));
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}

/**
 * Deletes a folder with the named files and with empty folders.
 *
 * @throws the error of the file system if there are other files, which stay
 */
export function deleteFiles(folder: string, names: Iterable<string>): void {
  for (const name of names) unlinkSync(join(folder, name));
  deleteEmptyFolder(folder);
}

function deleteEmptyFolder(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) deleteEmptyFolder(join(folder, entry.name));
  }
  rmdirSync(folder);
}
