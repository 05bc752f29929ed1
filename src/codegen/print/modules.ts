/**
 * How declarations are spread over files. A contract of usual size has one file a kind. A large one has a folder with a
 * file for each first letter of the names, which a later contract does not move anything between.
 */

import { grouped } from "../model/grouped.js";
import type { Model } from "../model/model.js";
import { importOf } from "./imports.js";

/** Past so many types and operations a file is no longer one that a person would open. */
const LARGEST = 250;

export interface Modules {
  readonly isSplit: boolean;
  /** The module of a declaration: `types`, or `types/a`. */
  of(kind: ModuleKind, name: string): string;
}

export type ModuleKind = "types" | "schema";

export function modulesOf(model: Model): Modules {
  const { structures, aliases, enumerations, operations } = model;
  const size = structures.length + aliases.length + enumerations.length + operations.length;
  const isSplit = size > LARGEST;
  return {
    isSplit,
    of: (kind, name) => (isSplit ? `${kind}/${firstLetter(name)}` : kind),
  };
}

function firstLetter(name: string): string {
  const letter = /[A-Za-z]/.exec(name)?.[0];
  return letter === undefined ? "other" : letter.toLowerCase();
}

/** The path from one module to another, as an import has it. */
export function pathTo(target: string, from: string): string {
  const up = from.includes("/") ? "../" : "./";
  const folder = from.slice(0, from.indexOf("/") + 1);
  return folder !== "" && target.startsWith(folder)
    ? `./${target.slice(folder.length)}.js`
    : `${up}${target}.js`;
}

/** The path to the runtime, which is relative to the output folder where it is relative. */
export function runtimePath(runtime: string, from: string): string {
  return from.includes("/") && runtime.startsWith(".") ? `../${runtime}` : runtime;
}

/** Imports of what stands in other modules, an import a module. */
export function moduleImports(
  keyword: "import" | "import type",
  names: Iterable<string>,
  moduleOf: ReadonlyMap<string, string>,
  from: string,
): string[] {
  const foreign = [...names].filter((name) => moduleOf.has(name) && moduleOf.get(name) !== from);
  return [...grouped(foreign, (name) => moduleOf.get(name) ?? from)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([module, own]) => importOf(keyword, own, pathTo(module, from)));
}
