/** What a bundler makes of the code for one generateEmailText, minified and gzipped. */
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export interface SizeFigures {
  /** Bytes after gzip of what every call loads: facade, runtime, generated code. */
  readonly facade: number;
  /** The same without the facade: the runtime and the one operation. */
  readonly operation: number;
  /** Modules that are loaded on demand: the cookie jar, proxies. */
  readonly onDemand: number;
  readonly nodeSoap: number;
}

const facade = `
  import { createRescueClient } from "./dist/index.js";
  export const email = (authCode) =>
    createRescueClient({ auth: { authCode } }).generateEmailText({ iPINCode: 123456 });`;
const operation = `
  import { generateEmailText } from "./src/generated/schema.js";
  import { SoapClient } from "./dist/soap.js";
  export const email = (endpoint) =>
    new SoapClient({ endpoint }).call(generateEmailText, { iPINCode: 123456 });`;
const nodeSoap = `
  import { createClientAsync } from "soap";
  export const email = async (wsdl) =>
    (await createClientAsync(wsdl)).generateEmailTextAsync({ iPINCode: 123456 });`;

export async function size(): Promise<SizeFigures> {
  const whole = await bundle(facade);
  return {
    facade: whole.entry,
    onDemand: whole.rest,
    operation: (await bundle(operation)).entry,
    nodeSoap: (await bundle(nodeSoap)).entry,
  };
}

/** Gzipped bytes of the chunks that the entry loads at once, and of those it may load later. */
async function bundle(contents: string): Promise<{ entry: number; rest: number }> {
  const result = await build({
    stdin: { contents, resolveDir: process.cwd(), sourcefile: "entry.js" },
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    platform: "node",
    outdir: "out",
    write: false,
    metafile: true,
    legalComments: "none",
    logLevel: "silent",
  });
  const outputs = new Map(Object.entries(result.metafile.outputs));
  const atOnce = new Set<string>();
  const visit = (name: string): void => {
    if (atOnce.has(name)) return;
    atOnce.add(name);
    for (const each of outputs.get(name)?.imports ?? []) {
      if (each.kind === "import-statement" && !each.external) visit(each.path);
    }
  };
  for (const [name, output] of outputs)
    if (output.entryPoint !== undefined && name.endsWith("stdin.js")) visit(name);
  const sizes = { entry: 0, rest: 0 };
  for (const file of result.outputFiles) {
    const entry = [...atOnce].some((name) => file.path.endsWith(name));
    sizes[entry ? "entry" : "rest"] += gzipSync(file.contents, { level: 9 }).length;
  }
  return sizes;
}
