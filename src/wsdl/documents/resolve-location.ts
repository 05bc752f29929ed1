/** Locations of documents: http(s) URLs, or paths of files. */

export function isRemote(location: string): boolean {
  return /^https?:/i.test(location);
}

/**
 * Resolves a relative location against the document that contains it (RFC 3986 §5); that of a file stays a path. A
 * text that is not a URL is returned unchanged.
 */
export function resolveLocation(hint: string, base: string): string {
  if (isRemote(hint)) return URL.canParse(hint) ? new URL(hint).href : hint;
  if (isRemote(base)) return URL.canParse(hint, base) ? new URL(hint, base).href : hint;
  const path = withoutEscapes(hint.replace(/^file:(?:\/\/(?=\/))?/i, "").replaceAll("\\", "/"));
  if (/^(?:\/|[A-Za-z]:\/)/.test(path)) return path;
  return normalizedPath(`${base.replace(/[^\\/]*$/, "")}${path}`);
}

function withoutEscapes(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A path without `.`, and with `..` at its start only, so that each file has one name. */
export function normalizedPath(path: string): string {
  const steps: string[] = [];
  for (const step of path.split(/[\\/]/)) {
    if (step === "." || (step === "" && steps.length > 0)) continue;
    const last = steps.at(-1);
    if (step === ".." && last !== undefined && last !== ".." && last !== "") steps.pop();
    else steps.push(step);
  }
  return steps.join("/");
}
