/** Reads local files that are named by a user or a WSDL. */
import { constants } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { WsdlError } from "../errors.js";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file; check the path",
  EISDIR: "it is a folder; give the path of the WSDL in it",
  EACCES: "there is no permission to read it",
  ENOTDIR: "there is no such file; check the path",
};

const NOT_REGULAR =
  "it is not a regular file; pipe the WSDL to standard input, and give - as its name";

/**
 * Reads a regular file: a device may have no end, and opening a pipe may wait forever.
 *
 * @returns at most one byte more than `maxBytes`
 * @throws WsdlError (`UNREADABLE`)
 */
export async function readLocalFile(file: string, maxBytes: number): Promise<Uint8Array> {
  try {
    requireRegular(file, await stat(file));
    // The file may be replaced by a pipe after the check: opening must not wait.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      requireRegular(file, await handle.stat());
      return await readUpTo(handle, maxBytes + 1);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof WsdlError) throw cause;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    throw unreadable(file, REASONS[code] ?? `it can't be read (${code})`, cause);
  }
}

interface FileKind {
  isFile(): boolean;
  isDirectory(): boolean;
}

function requireRegular(file: string, found: FileKind): void {
  if (found.isFile()) return;
  throw unreadable(file, (found.isDirectory() ? REASONS.EISDIR : undefined) ?? NOT_REGULAR);
}

function unreadable(file: string, reason: string, cause?: unknown): WsdlError {
  return new WsdlError("UNREADABLE", `${file}: ${reason}.`, [], { cause });
}

/** The size that a file states may be wrong: files of /proc state 0. */
async function readUpTo(handle: FileHandle, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = handle.createReadStream({ end: most - 1, autoClose: false });
  for await (const chunk of stream) {
    const bytes: Uint8Array = chunk;
    chunks.push(bytes);
    size += bytes.byteLength;
  }
  return Buffer.concat(chunks, size);
}
