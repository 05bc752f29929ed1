/** How the bundler reads the sources. */
import { builtinModules } from "node:module";
import { basename, resolve } from "node:path";
import type { InputOptions, Plugin } from "rolldown";

export type Format = "es" | "cjs";

/** Packages that bundled libraries load only if they are installed. */
const OPTIONAL = ["kerberos", "supports-color"];

const SOURCES = resolve("src");

/**
 * @param entries files below src by the names of their bundles
 * @param external names of packages that are imported, not bundled
 */
export function inputOptions(
  entries: Readonly<Record<string, string>>,
  external: readonly string[],
): InputOptions {
  const names = new Set([...external, ...OPTIONAL, ...builtinModules]);
  return {
    input: Object.fromEntries(
      Object.entries(entries).map(([name, file]) => [name, resolve(SOURCES, file)]),
    ),
    platform: "node",
    // CommonJS in an ES module needs node:module, which browsers and workers do not have.
    resolve: {
      mainFields: ["module", "main"],
      // Half as large as its modules: the list of public suffixes is in it once.
      alias: {
        tldts: "tldts/dist/index.esm.min.js",
      },
    },
    external: (id) => id.startsWith("node:") || names.has(packageName(id)),
    plugins: [defaultTransport],
    treeshake: { moduleSideEffects },
    onLog(level, log, next) {
      if (level !== "warn") return next(level, log);
      throw new Error(`The bundler warns: ${log.message}`);
    },
  };
}

export function packageName(specifier: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

/** A module of a library, not of this package. */
export function isLibrary(id: string): boolean {
  return id.includes(PACKAGES);
}

const PACKAGES = "/node_modules/";

/** The folder of the library that the module is of. */
export function packageFolder(id: string): readonly string[] {
  if (!isLibrary(id)) return [];
  const path = id.lastIndexOf(PACKAGES) + PACKAGES.length;
  return [id.slice(0, path) + packageName(id.slice(path))];
}

/** The default transport is chosen by a condition of `imports` in package.json, so it is never part of a bundle. */
const defaultTransport: Plugin = {
  name: "default-transport",
  resolveId(source, importer) {
    if (importer === undefined || basename(source) !== "default-transport.js") return null;
    return { id: "#default-transport", external: true };
  },
};

/** package.json has `sideEffects: false`, but the command acts when it is loaded. Libraries have their own statement. */
function moduleSideEffects(id: string): boolean | undefined {
  if (!id.startsWith(SOURCES)) return undefined;
  return id === resolve(SOURCES, "cli/main.ts");
}
