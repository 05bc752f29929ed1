/** The declarations of the public subpaths, as the compiler writes them into .d.ts files. */
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import {
  type ExportedDeclarations,
  type Node,
  Project,
  type Symbol as TsSymbol,
  ts,
} from "ts-morph";
import { ENTRIES, SUBPATHS, type Subpath } from "../entries.js";

/** The declarations of each export; a name can have several, for example a constant and a type. */
export type Exports = ReadonlyMap<string, readonly ExportedDeclarations[]>;

export interface PublicApi {
  readonly bySubpath: ReadonlyMap<Subpath, Exports>;
  /** Whether the declaration is in generated code. */
  isGenerated(node: Node): boolean;
  /** Whether the declaration is part of this package, not of a library. */
  isOwn(node: Node): boolean;
}

/** Emits the declarations of `src` into a cache folder, and reads them. */
export function readPublicApi(): PublicApi {
  const folder = resolve("node_modules/.cache/api");
  const options = ["--emitDeclarationOnly", "--declarationMap", "false", "--sourceMap", "false"];
  const args = ["-p", "tsconfig.build.json", ...options, "--outDir", folder];
  const { status } = spawnSync("node_modules/.bin/tsc", args, { stdio: "inherit" });
  if (status !== 0) throw new Error("tsc cannot emit the declarations of src");
  return publicApi(folder, ENTRIES);
}

/** @param folder with the .d.ts files of the source files that `entries` names */
export function publicApi(
  folder: string,
  entries: Readonly<Partial<Record<Subpath, string>>>,
): PublicApi {
  // Names are resolved, types are not computed: the libraries are not needed.
  const project = new Project({
    compilerOptions: { module: ts.ModuleKind.NodeNext, noLib: true, types: [] },
  });
  const bySubpath = new Map<Subpath, Exports>();
  for (const subpath of SUBPATHS) {
    const entry = entries[subpath];
    if (entry === undefined) continue;
    const file = project.addSourceFileAtPath(join(folder, entry.replace(/\.ts$/, ".d.ts")));
    bySubpath.set(subpath, file.getExportedDeclarations());
  }
  const isBelow = (node: Node, path: string) =>
    node.getSourceFile().getFilePath().startsWith(`${path}/`);
  return {
    bySubpath,
    isGenerated: (node) => isBelow(node, join(folder, "generated")),
    isOwn: (node) => isBelow(node, folder),
  };
}

/** The symbol itself, not an import or export of it. */
export function symbolOf(node: Node): TsSymbol | undefined {
  const symbol = node.getSymbol();
  return symbol?.getAliasedSymbol() ?? symbol;
}
