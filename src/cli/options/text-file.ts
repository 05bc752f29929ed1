/** Files that are named on the command line. */
import { readFile } from "node:fs/promises";
import { UsageError } from "../failure/errors.js";

/** A file can't be read. */
export class FileError extends Error {
  readonly code = "UNREADABLE";
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
};

/**
 * The text of a file in UTF-8.
 *
 * @throws FileError
 */
export async function readTextFile(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new FileError(`${path} can't be read: ${fileProblem(cause)}.`, { cause });
  }
}

/**
 * The text of a file that an option names, in UTF-8.
 *
 * @throws UsageError
 */
export async function readOptionFile(path: string, option: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new UsageError(`The file of ${option}, ${path}, can't be read: ${fileProblem(cause)}.`, {
      cause,
    });
  }
}

/** Why a file can't be read or written. */
export function fileProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  return REASONS[code] ?? error.message;
}
