/** Reasons of failed file operations, for messages. */

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EBUSY: "it is in use",
  EISDIR: "it is a folder",
  ELOOP: "it has too many symbolic links",
  ENAMETOOLONG: "the path is too long",
  ENOENT: "the file system does not allow new folders there",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of the path is a file",
  EPERM: "the operation is not permitted",
  EROFS: "the file system is read-only",
};

/** Why a file operation failed, with the path if the error has one. */
export function fileErrorReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  const reason = REASONS[code];
  if (reason === undefined) return error.message;
  return "path" in error ? `${reason} (${code} at ${String(error.path)})` : `${reason} (${code})`;
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
