/** Prints a file: its first line, its imports, its declarations. */
import type { Declaration } from "./declaration-nodes.js";
import { Imports, type PrintTarget } from "./imports.js";
import { printDoc } from "./layout.js";
import { printDeclaration } from "./print-declaration.js";

/**
 * @param heading the comment on the first line
 * @returns the text of the file
 */
export function printSourceFile(
  heading: string,
  declarations: readonly Declaration[],
  target: PrintTarget,
): string {
  const imports = new Imports(target);
  let text = "";
  let before: Declaration | undefined;
  for (const declaration of declarations) {
    const isList = before?.kind === "export-all" && declaration.kind === "export-all";
    text += `${isList ? "" : "\n"}${printDoc(printDeclaration(declaration, imports))}\n`;
    before = declaration;
  }
  const head = [`// ${heading}`, ...imports.print()].join("\n");
  // Without an import or export a file is not a module.
  return text === "" ? `${head}\nexport {};\n` : `${head}\n${text}`;
}
