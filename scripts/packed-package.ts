/** The package as npm packs and installs it. */
import { execFile } from "node:child_process";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const PROJECT = fileURLToPath(new URL("../", import.meta.url));

export interface Packed {
  readonly tarball: string;
  /** The paths in the tarball. */
  readonly files: readonly string[];
}

/** Builds and packs the project into `folder`. */
export async function pack(folder: string): Promise<Packed> {
  const args = ["pack", "--json", "--silent", "--pack-destination", folder];
  const [packed] = JSON.parse(await run("npm", args, PROJECT));
  const files = packed.files.map(({ path }: { path: string }) => path);
  return { tarball: join(folder, packed.filename), files };
}

/** Makes `folder` a separate project of ES modules, and installs packages in it. */
export async function installIn(folder: string, packages: readonly string[]): Promise<void> {
  const project = { name: "app", private: true, type: "module" };
  await writeFile(join(folder, "package.json"), JSON.stringify(project));
  await run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", ...packages], folder);
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

export interface InstalledSize {
  readonly packages: number;
  /** In units of 1,000 bytes, with files rounded up to blocks of 4,096 bytes as a disk stores them. */
  readonly kilobytes: number;
}

/** What an install in `folder` has in node_modules. */
export async function installedSize(folder: string): Promise<InstalledSize> {
  const modules = join(folder, "node_modules");
  const lock = JSON.parse(await readFile(join(modules, ".package-lock.json"), "utf8"));
  const entries = await readdir(modules, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  const blocks = sizes.reduce((sum, size) => sum + Math.ceil(size / 4_096), 0);
  return {
    packages: Object.keys(lock.packages).length,
    kilobytes: Math.round((blocks * 4_096) / 1_000),
  };
}
