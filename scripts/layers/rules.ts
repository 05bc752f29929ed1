/**
 * The layers of `src`, from the bottom to the top. A layer imports from layers that are listed for it, through their
 * `index.ts` or their public files.
 */

export interface LayerRule {
  /** The layers that it may import from, or `layer/file.ts` for one file of a layer. */
  readonly imports: readonly string[];
  /** Public files beside `index.ts`: they are loaded on demand, or are subpaths of the package. */
  readonly publicFiles?: readonly string[];
  /** Layers that only the named files of this layer may import from. */
  readonly exceptions?: Readonly<Record<string, readonly string[]>>;
}

const RUNTIME = ["errors", "bytes", "xml", "schema", "mime", "http", "codec", "redaction"];
const PROTOCOL = [...RUNTIME, "protocol"];
const CLIENT = [...PROTOCOL, "client"];
const CONTRACT = ["contract", "wsdl"];

/** By the name of the folder below `src`; `"."` is `src` itself. */
export const LAYERS: Readonly<Record<string, LayerRule>> = {
  /** The version of the package, and its files. */
  package: { imports: [], publicFiles: ["package-file.ts"] },
  errors: { imports: [] },
  bytes: { imports: ["errors"] },
  xml: { imports: ["errors"] },
  schema: { imports: ["package", "errors", "xml"] },
  mime: { imports: ["errors", "bytes"] },
  http: { imports: ["errors", "bytes"], publicFiles: ["cookies.ts", "node/node-transport.ts"] },
  codec: { imports: ["errors", "bytes", "xml", "schema", "mime"] },
  redaction: {
    imports: ["errors", "bytes", "xml", "schema", "http"],
    publicFiles: ["wire-log.ts"],
  },
  protocol: { imports: RUNTIME },
  // Clients load it on demand, with the option `validate`.
  validation: { imports: ["errors", "xml", "schema", "mime", "codec"] },
  client: { imports: [...PROTOCOL, "validation"] },
  dataset: { imports: ["errors", "xml", "schema", "codec"] },
  har: {
    imports: ["package", "errors", "bytes", "schema", "http", "redaction"],
    publicFiles: ["har.ts", "record.ts", "replay.ts"],
  },
  "node-soap": { imports: PROTOCOL },
  opentelemetry: { imports: ["package", ...PROTOCOL] },
  "ws-security": { imports: PROTOCOL },
  soap: { imports: [...CLIENT, "validation", "dataset", "har"] },
  contract: {
    imports: ["errors", "xml", "schema"],
    publicFiles: ["diff/index.ts", "describe/index.ts"],
  },
  wsdl: {
    imports: ["errors", "contract", "xml", "schema"],
    publicFiles: ["capabilities/index.ts"],
  },
  codegen: {
    imports: ["package", "contract", "schema"],
    publicFiles: ["generate.ts"],
    // The subpath `rescue-soap/codegen` also reads WSDLs.
    exceptions: { "index.ts": ["wsdl"] },
  },
  server: { imports: [...PROTOCOL, ...CONTRACT, "validation"] },
  // The versioned interface of generated code, wherever that is.
  "codegen-runtime": { imports: [...CLIENT, "soap"], publicFiles: ["v1.ts", "standalone.ts"] },
  generated: {
    imports: ["codegen-runtime"],
    publicFiles: ["schema.ts", "types.ts", "enums.ts", "outcomes.ts"],
  },
  rescue: {
    imports: [...CLIENT, "generated"],
    publicFiles: ["client.ts"],
  },
  simulator: {
    imports: ["package", ...PROTOCOL, "server", "generated", "rescue/facts/index.ts"],
  },
  cli: {
    imports: [
      "package",
      ...CLIENT,
      ...CONTRACT,
      "codegen",
      "generated",
      "har",
      "rescue",
      "server",
      "simulator",
      "soap",
    ],
  },
  ".": { imports: [...CLIENT, "generated", "rescue"] },
};
