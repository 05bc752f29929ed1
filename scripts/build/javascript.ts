/** Bundles the sources with shared chunks: ES modules and CommonJS. */
import { type OutputChunk, type OutputOptions, rolldown } from "rolldown";
import { DEFAULT_TRANSPORTS, ENTRIES, entryName, SUBPATHS } from "../entries.js";
import { chunksOf, isOfLibrary, reachable, vendorName } from "./chunks.js";
import { type Format, inputOptions, packageFolder } from "./input.js";
import { loadedTogether } from "./loaded-together.js";
import { minify } from "./minify.js";

/** A dependency that is an ES module only. CommonJS code cannot load it in Jest, so the CommonJS bundles contain it. */
const ES_MODULES_ONLY = ["p-throttle"];

/** Bundled libraries that are loaded with the modules that import them. Those that are loaded on demand are chunks anyway. */
const LOADED_AT_ONCE = ["commander", "picocolors", "fast-xml-parser"];

/** Entries that run at build time: users do not debug their code. */
const TOOLS = ["cli", "codegen"];

/** What is read of package.json. */
export interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/**
 * @param manifest names the packages that are installed with this one, or by the user; all others are bundled
 * @returns the folders of the bundled packages
 */
export async function buildJavaScript(
  manifest: Manifest,
  out: string,
): Promise<ReadonlySet<string>> {
  const installed = [
    ...Object.keys(manifest.dependencies),
    ...Object.keys(manifest.peerDependencies),
  ];
  const common = installed.filter((name) => !ES_MODULES_ONLY.includes(name));
  const chunks = [...(await build("es", installed, out)), ...(await build("cjs", common, out))];
  return new Set(chunks.flatMap(({ moduleIds }) => moduleIds.flatMap(packageFolder)));
}

async function build(
  format: Format,
  external: readonly string[],
  out: string,
): Promise<readonly OutputChunk[]> {
  const groups = await chunkGroups(external);
  const bundle = await rolldown(inputOptions(inputs(format), external));
  const options = { ...outputOptions(format), dir: out, codeSplitting: { groups } };
  const chunks = chunksOf(await bundle.write(options));
  await bundle.close();
  const entries = chunks.filter(({ name, isEntry }) => isEntry && !TOOLS.includes(name));
  const debugged = reachable(chunks, entries, { onDemand: true });
  const others = chunks.filter((chunk) => isOfLibrary(chunk) || !debugged.has(chunk));
  await Promise.all(others.map(({ fileName }) => minify(out, fileName)));
  return chunks;
}

function inputs(format: Format): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(SUBPATHS.map((subpath) => [entryName(subpath), ENTRIES[subpath]])),
    ...DEFAULT_TRANSPORTS,
    // The command is a process: one format is enough.
    ...(format === "es" ? { cli: "cli/main.ts" } : {}),
  };
}

/**
 * A call loads few files: the modules that it needs are in two chunks, however many other entries share some of them.
 * The runtime is what SoapClient needs, the facade is what createRescueClient needs in addition.
 */
async function chunkGroups(external: readonly string[]) {
  const { ".": facade, "./soap": soap } = ENTRIES;
  const transport = DEFAULT_TRANSPORTS["default-transport.node"];
  const [byFacade, byTransport, bySoap] = await Promise.all([
    loadedTogether({ facade }, external),
    loadedTogether({ transport }, external),
    loadedTogether({ soap }, external),
  ]);
  const isNeeded = (id: string) => byFacade.has(id) || byTransport.has(id);
  return [
    ...LOADED_AT_ONCE.map((name) => ({
      name,
      test: (id: string) => id.includes(`/node_modules/${name}/`),
    })),
    { name: "runtime", test: (id: string) => isNeeded(id) && bySoap.has(id) },
    { name: "facade", test: (id: string) => byFacade.has(id) && !bySoap.has(id) },
  ];
}

function outputOptions(format: Format): OutputOptions {
  const extension = format === "es" ? "js" : "cjs";
  return {
    format,
    entryFileNames: `[name].${extension}`,
    chunkFileNames: (chunk) => `chunks/${vendorName(chunk) ?? "[name]"}.${extension}`,
    comments: { legal: true, annotation: true, jsdoc: false },
    // The lines of both formats are nearly the same: one set of maps keeps the package below its limit.
    sourcemap: format === "es",
    // Jest cannot import() within CommonJS.
    dynamicImportInCjs: false,
    exports: "named",
  };
}
