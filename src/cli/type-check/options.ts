/** The options of the type check. */
import { fileURLToPath } from "node:url";
import { packageFile } from "../../package/package-file.js";

/** As strict as the compiler can be without reading the settings of the project. */
export const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
} as const;

/** The types of the runtime are those of this package, installed or not: sources if it runs from them. */
export function runtimePaths(): Readonly<Record<string, string[]>> {
  const isSource = import.meta.url.endsWith(".ts");
  const path = (source: string, built: string) => [
    fileURLToPath(packageFile(isSource ? source : built)),
  ];
  return {
    "rescue-soap/codegen/v1": path("src/codegen-runtime/v1.ts", "dist/codegen-v1.d.ts"),
  };
}
