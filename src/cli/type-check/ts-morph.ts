/** Type-checks with ts-morph, in this process. */
import { join } from "node:path";
import { ModuleKind, ModuleResolutionKind, Project, ScriptTarget, ts } from "ts-morph";
import type { Compiler } from "./compiler.js";
import { runtimePaths, STRICT } from "./options.js";

export const tsMorphCompiler: Compiler = {
  name: `ts-morph, TypeScript ${ts.version}`,
  async check(folder) {
    const project = new Project({
      compilerOptions: {
        ...STRICT,
        target: ScriptTarget.ES2022,
        module: ModuleKind.ESNext,
        moduleResolution: ModuleResolutionKind.Bundler,
        types: [],
        paths: runtimePaths(),
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
  },
};
