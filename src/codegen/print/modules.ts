/**
 * How declarations are spread over files. A contract of usual size has one file a kind. A large one has a folder with a
 * file for each first letter of the names, which a later contract does not move anything between.
 */

import type { Model } from "../model/model.js";

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
