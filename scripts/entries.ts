/** The public subpaths of the package, by their names in `exports`, and the file of `src` that each is built from. */
export const ENTRIES = {
  ".": "index.ts",
  "./soap": "soap/index.ts",
  "./codegen": "codegen/index.ts",
  "./node-soap": "node-soap/index.ts",
  "./opentelemetry": "opentelemetry/index.ts",
  "./ws-security": "ws-security/index.ts",
  "./simulator": "simulator/index.ts",
  "./codegen/v1": "codegen-runtime/v1.ts",
} as const satisfies Readonly<Record<string, string>>;

export type Subpath = keyof typeof ENTRIES;

export const SUBPATHS = Object.keys(ENTRIES).filter((name): name is Subpath => name in ENTRIES);

/** The name of the entry's files in dist. */
export function entryName(subpath: Subpath): string {
  return subpath === "." ? "index" : subpath.slice(2).replaceAll("/", "-");
}

/** The runtime that is written next to generated code, from a file of `src`. */
export const STANDALONE = "codegen-runtime/standalone.ts";

/** The default transport of each kind of platform, by the names of their files in dist. */
export const DEFAULT_TRANSPORTS = {
  "default-transport.node": "http/default-transport.ts",
  "default-transport.browser": "http/default-transport.browser.ts",
  "default-transport.worker": "http/default-transport.worker.ts",
} as const;
