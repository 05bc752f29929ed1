/** The package as its users install it: packed, and installed into an empty folder. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installIn, type Packed } from "../../scripts/packed-package.js";
import { packOnce } from "./pack-once.js";

export { run } from "../../scripts/packed-package.js";

export const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

export interface InstalledPackage extends Packed {
  /** The project that it is installed in. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** Installs the packed project with its dependencies into a temporary folder. */
export async function installPackage(): Promise<InstalledPackage> {
  const folder = await mkdtemp(join(tmpdir(), "rescue-soap-package-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const { tarball, files } = await packOnce();
    await installIn(folder, [tarball]);
    return { tarball, files, folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
