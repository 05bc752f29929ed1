/**
 * Bundles the declarations of the public subpaths, once for both formats: `<entry>.d.cts`, and `<entry>.d.ts`, which
 * re-exports it. ES modules can import CommonJS in every version of TypeScript, and a client of one format is assignable
 * to a client of the other. JavaScript, since the types of rollup-plugin-dts need a compiler that has an API.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { ENTRIES, entryName, STANDALONE, SUBPATHS } from "../entries.ts";

const [out] = process.argv.slice(2);
const emitted = join(out, "declarations");
const { status } = spawnSync(
  "node_modules/.bin/tsc",
  ["-p", "tsconfig.build.json", "--outDir", emitted],
  { stdio: "inherit" },
);
if (status !== 0) process.exit(status ?? 1);
const inputs = Object.fromEntries(
  SUBPATHS.map((subpath) => [
    entryName(subpath),
    resolve(emitted, ENTRIES[subpath].replace(/\.ts$/, ".d.ts")),
  ]),
);
const entryFiles = Object.values(inputs);
const inputOptions = {
  external: /^[^./]/,
  plugins: [dts({ sourcemap: true, compilerOptions: { moduleResolution: 99, module: 199 } })],
  onwarn(warning) {
    // Only types that are private to the package on purpose.
    if (!warning.message.includes("still references private shared type exports")) {
      throw new Error(`The bundler of declarations warns: ${warning.message}`);
    }
  },
};
const bundle = await rollup({ ...inputOptions, input: inputs });
await bundle.write({
  dir: out,
  format: "es",
  sourcemap: true,
  entryFileNames: "[name].d.cts",
  // One file for all shared types, but not for those that need a peer which most projects do not have.
  manualChunks: (id) =>
    entryFiles.includes(id) || id.includes("/opentelemetry/") ? undefined : "types",
  chunkFileNames: "chunks/[name].d.cts",
});
await bundle.close();
for (const subpath of SUBPATHS) {
  const name = entryName(subpath);
  writeFileSync(join(out, `${name}.d.ts`), `export * from "./${name}.cjs";\n`);
}
const standalone = await rollup({
  ...inputOptions,
  input: resolve(emitted, STANDALONE.replace(/\.ts$/, ".d.ts")),
});
const { output } = await standalone.generate({ format: "es" });
await standalone.close();
// Only the types of TLS options come from Node. A project without them is type-checked as well.
const note = "// @ts-ignore: without @types/node these are `any`";
mkdirSync(join(out, "standalone"), { recursive: true });
writeFileSync(
  join(out, "standalone/index.d.ts"),
  output[0].code.replace(/^import .* from ['"]node:/gm, (start) => `${note}\n${start}`),
);
rmSync(emitted, { recursive: true });
