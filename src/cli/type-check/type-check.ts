/** Type-checks generated code where it lies, with the compiler that the generator brings along. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ModuleKind, ModuleResolutionKind, Project, ScriptTarget } from "ts-morph";

export interface TypeCheck {
  /** How many files of `folder` were checked. */
  readonly files: number;
  /** What is wrong with them, a sentence each. */
  readonly problems: readonly string[];
}

/**
 * Checks all TypeScript files in `folder` as strictly as the compiler can. `rescue-soap/soap` is the runtime of this
 * very package, whether that is installed or a working copy.
 */
export function typeCheck(folder: string): TypeCheck {
  const project = new Project({
    compilerOptions: {
      target: ScriptTarget.ES2022,
      module: ModuleKind.ESNext,
      moduleResolution: ModuleResolutionKind.Bundler,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noUnusedLocals: true,
      verbatimModuleSyntax: true,
      noEmit: true,
      types: [],
      paths: { "rescue-soap/soap": [fileURLToPath(new URL("../../soap/index", import.meta.url))] },
    },
  });
  const files = project.addSourceFilesAtPaths(join(folder, "**/*.ts").replaceAll("\\", "/"));
  const diagnostics = files.flatMap((file) => file.getPreEmitDiagnostics());
  const problems = diagnostics.map((diagnostic) => {
    const text = diagnostic.getMessageText();
    const file = diagnostic.getSourceFile()?.getBaseName() ?? folder;
    return `${file}:${diagnostic.getLineNumber() ?? 1}: ${typeof text === "string" ? text : text.getMessageText()}`;
  });
  return { files: files.length, problems };
}
