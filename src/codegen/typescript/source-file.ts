/** Prints a file: its first line, its imports, its declarations. */
import type { Declaration } from "./declaration-nodes.js";
import { Imports } from "./imports.js";
import { printDoc } from "./layout.js";
import { generatedModule } from "./module.js";
import { printDeclaration } from "./print-declaration.js";

export interface SourceFile {
  /** Below the output folder, without an extension. */
  readonly path: string;
  readonly declarations: readonly Declaration[];
}

export interface PrintOptions {
  /** The comment on the first line. */
  readonly heading: string;
  /** The extension of imported generated files: `.js`, `.ts` or nothing. */
  readonly extension: string;
}

/** @returns the text of the file */
export function printSourceFile(
  { path, declarations }: SourceFile,
  { heading, extension }: PrintOptions,
): string {
  const imports = new Imports({ module: generatedModule(path), extension });
  const printed = declarations.map((each) => printDoc(printDeclaration(each, imports)));
  const importLines = imports.print();
  let text = [`// ${heading}`, ...importLines].join("\n");
  for (const [index, declaration] of printed.entries()) {
    const isList = index === 0 ? importLines.length === 0 : isExportAll(declarations[index - 1]);
    text += `${isList && isExportAll(declarations[index]) ? "" : "\n"}\n${declaration}`;
  }
  // Without an import or export a file is not a module.
  return printed.length === 0 ? `${text}\nexport {};\n` : `${text}\n`;
}

/** Exports of modules are printed without empty lines between them. */
function isExportAll(declaration: Declaration | undefined): boolean {
  return declaration?.kind === "export-all";
}

/** Whether a file has nothing at run time. */
export function isTypeOnly({ declarations }: SourceFile): boolean {
  return declarations.every(
    (each) =>
      each.kind === "type-alias" ||
      each.kind === "interface" ||
      (each.kind === "export-all" && each.isTypeOnly),
  );
}
