/** The package as its users get it: packed, and installed into an empty folder. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

export interface InstalledPackage {
  readonly tarball: string;
  /** The paths in the tarball. */
  readonly files: readonly string[];
  /** Where it is installed; the package is in its `node_modules`. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** Builds and packs the project, and installs the tarball with its dependencies into a temporary folder. */
export async function installPackage(): Promise<InstalledPackage> {
  const folder = await mkdtemp(join(tmpdir(), "rescue-soap-package-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const [packed] = JSON.parse(
      await run("npm", ["pack", "--json", "--silent", "--pack-destination", folder], PROJECT),
    );
    const tarball = join(folder, packed.filename);
    const app = { name: "app", private: true, type: "module" };
    await writeFile(join(folder, "package.json"), JSON.stringify(app));
    await run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", tarball], folder);
    const files = packed.files.map(({ path }: { path: string }) => path);
    return { tarball, files, folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * Runs a command as a user would in `cwd`: without the settings that npm hands to what it runs.
 *
 * @returns its standard output
 * @throws Error with all that it wrote, when it fails
 */
export async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  const env = Object.entries(process.env).filter(
    ([name]) => !/^npm_(?:lifecycle|package|command|config_local_prefix)|^INIT_CWD$/.test(name),
  );
  try {
    const options = { cwd, env: Object.fromEntries(env), maxBuffer: 16 * 1024 * 1024 };
    return (await promisify(execFile)(command, args, options)).stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = Object(error);
    throw new Error(`${[command, ...args].join(" ")} failed:\n${stdout}${stderr}`, {
      cause: error,
    });
  }
}
