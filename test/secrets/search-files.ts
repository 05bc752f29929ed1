/** Searches files for planted secrets. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { marksIn } from "./planted.js";

/** Larger files are bundles and recordings of other programs. */
const MAX_BYTES = 8 * 1024 * 1024;

/** The files of a folder that contain a planted secret, with the place. Links and installed packages are not followed. */
export async function planted(folder: string, select = (_path: string) => true): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules") {
      found.push(...(await planted(path, select)));
    } else if (entry.isFile() && select(path)) {
      const bytes = await readFile(path);
      if (bytes.length > MAX_BYTES) continue;
      for (const mark of marksIn(bytes.toString("latin1"))) found.push(`${path}: ${mark}`);
    }
  }
  return found;
}
