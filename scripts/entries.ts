/** The public subpaths of the package, by their names in `exports`, and the file of `src` that each is built from. */
export const ENTRIES = {
  ".": "index.ts",
  "./soap": "soap/index.ts",
  "./codegen": "codegen/index.ts",
  "./node-soap": "node-soap/index.ts",
  "./ws-security": "ws-security/index.ts",
  "./simulator": "simulator/index.ts",
  "./codegen/v1": "codegen-runtime/v1.ts",
} as const satisfies Readonly<Record<string, string>>;

export type Subpath = keyof typeof ENTRIES;

export const SUBPATHS = Object.keys(ENTRIES).filter((name): name is Subpath => name in ENTRIES);
