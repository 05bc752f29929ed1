/** The manifest of an output folder: which files in it are generated, so that no file of the user is deleted. */
import { createHash } from "node:crypto";
import { CONTRACT_FILE } from "../files.js";
import { HEADER } from "../print/header.js";
import { jsonFile } from "../print/json.js";

export const MANIFEST_FILE = "manifest.json";

const VERSION = 1;

/** The hash of each generated file by its path. */
export type Manifest = ReadonlyMap<string, string>;

/** A file in a folder: its text, or `undefined` if it is not a regular file, for example a symbolic link. */
export type PresentFiles = ReadonlyMap<string, string | undefined>;

/** The files with their manifest. */
export function withManifest(files: ReadonlyMap<string, string>): Map<string, string> {
  const hashes = Object.fromEntries([...files].map(([name, text]) => [name, hashOf(text)]));
  const text = jsonFile({ version: VERSION, files: hashes });
  return new Map([...files, [MANIFEST_FILE, text]]);
}

/** The version of the generator alone is not a difference: code of another one is equivalent if all else is the same. */
export function withoutVersion(text: string): string {
  return text.replace(/^const generator = ".*";$/m, "");
}

/** Git and editors may change the line breaks of a file. */
function hashOf(text: string): string {
  return createHash("sha256")
    .update(withoutVersion(text.replaceAll("\r\n", "\n")))
    .digest("hex");
}

/** `undefined` if the text is not a manifest. */
function readManifest(text: string | undefined): Manifest | undefined {
  try {
    const json: unknown = JSON.parse(text ?? "");
    if (typeof json !== "object" || json === null || !("version" in json) || !("files" in json)) {
      return undefined;
    }
    const { version, files } = json;
    if (version !== VERSION || typeof files !== "object" || files === null) return undefined;
    return new Map(Object.entries(files).map(([name, hash]) => [name, String(hash)]));
  } catch {
    return undefined;
  }
}

/** The files of a folder that must not be deleted. */
export interface KeptFiles {
  /** They were not generated. */
  readonly foreign: readonly string[];
  /** They were generated, and changed since. */
  readonly changed: readonly string[];
  /** They have the header of generated code, but no manifest lists them. */
  readonly unlisted: readonly string[];
}

/**
 * Which files of a folder must not be deleted: by its manifest. Code of earlier versions has none; its files have the header
 * of generated code, and names that the code has now.
 *
 * @param written the names of the files that are going to replace them
 */
export function keptFiles(present: PresentFiles, written: ReadonlySet<string>): KeptFiles {
  const manifest = readManifest(present.get(MANIFEST_FILE));
  const foreign: string[] = [];
  const changed: string[] = [];
  const unlisted: string[] = [];
  const names = [...present.keys()];
  const isGenerated = (name: string) => present.get(name)?.startsWith(`// ${HEADER}`) === true;
  const hasGenerated = names.some(isGenerated);
  for (const name of names) {
    const text = present.get(name);
    if (text !== undefined && manifest?.get(name) === hashOf(text)) continue;
    if (name === CONTRACT_FILE || name === MANIFEST_FILE) {
      // JSON has no header, and the file may be damaged; beside generated files it is assumed to be generated.
      if (text === undefined || !hasGenerated) foreign.push(name);
    } else if (!isGenerated(name)) foreign.push(name);
    else if (manifest?.has(name) === true) changed.push(name);
    else if (manifest !== undefined || !written.has(name)) unlisted.push(name);
  }
  return { foreign, changed, unlisted };
}
