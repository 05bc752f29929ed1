/** types.ts: the structures, and the request and response of each operation. Types only. */
import { grouped } from "../model/grouped.js";
import type { Model } from "../model/model.js";
import type { References } from "../types/references.js";
import type { ExportAll } from "../typescript/declaration-nodes.js";
import { generatedModule } from "../typescript/module.js";
import type { SourceFile } from "../typescript/source-file.js";
import { faultsDeclaration, operationDeclarations } from "./message-declarations.js";
import {
  aliasDeclaration,
  structureDeclarations,
  type TypeDeclaration,
} from "./type-declarations.js";

/** One file, or a file for each module and one that exports them all. */
export function emitTypes(model: Model, references: References): readonly SourceFile[] {
  // Operations of several ports may share their messages.
  const all = new Map(typeDeclarations(model, references).map((each) => [each.name, each]));
  const modules = grouped([...all.values()], ({ name }) => references.typeModule(name).path);
  const files = [...modules].map(([path, declarations]) => ({ path, declarations }));
  const paths = files.map(({ path }) => path).sort();
  const isSplit = paths.some((path) => path !== "types");
  return isSplit ? [...files, { path: "types", declarations: paths.map(exportTypes) }] : files;
}

function exportTypes(path: string): ExportAll {
  return { kind: "export-all", module: generatedModule(path), isTypeOnly: true };
}

function typeDeclarations(model: Model, references: References): readonly TypeDeclaration[] {
  return [
    ...model.aliases.map((alias) => aliasDeclaration(alias, references)),
    ...model.structures.flatMap((each) => structureDeclarations(each, model, references)),
    ...model.operations.flatMap((each) => operationDeclarations(each, model, references)),
    ...faultsDeclaration(model, references),
  ];
}
